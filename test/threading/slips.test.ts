import { describe, expect, it } from 'vitest';
import type { Contact } from '../../functions/intake/contact.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { qrText, readQr } from '../../functions/letters/qr.ts';
import type { Whole } from '../../functions/requests/items.ts';
import { findThread } from '../../functions/threading/find-thread.ts';

const sign = signer('pepper', 'letter-qr');
const reference = 'VC-2026-000123-W';
const other = 'VC-2026-000124-X';
const slip = qrText({ kind: 'slip', reference, id: 'aa99c1d2-ask' }, sign);
const letter = qrText({ kind: 'letter', reference, id: '3fa9c1d2-message' }, sign);
const posted = { channel: 'letter', state: 'posted', at: '2026-04-02T08:00:00.000Z', providerId: null };
const whole = {
  request: { reference, awaited: { askId: 'aa99c1d2-ask', documents: ['home'], provided: [] as string[] } },
  sender: { name: 'Géraldine Le Goff', email: null, phone: null, address: null },
  events: [{ type: 'contact-joined', contactId: 'c-used', slip: 'aa99c1d2-ask' }],
  messages: [{ id: '3fa9c1d2-message', pages: 1, text: '', history: [posted] }],
};
type Change = {
  text?: string;
  codes?: (string | [page: number, code: string])[];
  pages?: number[];
  id?: string;
  used?: boolean;
  asked?: boolean;
  documents?: string[];
  provided?: string[];
  events?: object[];
  posted?: object;
};
const scanned = ({
  text = 'Mme Le Goff Géraldine',
  codes = [slip],
  pages = [1],
  id = 'c-1',
  ...change
}: Change) =>
  findThread({
    mails: async () => new Map(),
    request: async (wanted) =>
      [reference, other].includes(wanted)
        ? ({
            ...whole,
            request: {
              ...{ ...whole.request, reference: wanted },
              awaited:
                change.asked === false
                  ? null
                  : {
                      ...whole.request.awaited,
                      documents: change.documents ?? ['home'],
                      provided: change.provided ?? [],
                    },
            },
            messages: whole.messages.map((one) => ({ ...one, ...change.posted })),
            events: change.events ?? (change.used ? whole.events : []),
          } as unknown as Whole)
        : null,
    texts: async () => ({ awaited: [], requests: [], optOut: null }),
    requestsOfNumber: async () => [],
    replySign: async () => sign,
    readCode: async (code) => readQr(code, sign),
    findCode: async (digits) => (digits === '482719305562' ? readQr(slip, sign) : null),
    addressesOf: async () => [],
  })(
    {
      ...{ id, channel: 'scan', subject: '', text },
      sender: { name: null, email: null, phone: null, address: null },
      documents: [{ pages: [{ page: 1, text }] }],
      scan: {
        batchId: 'b',
        fileId: 'f',
        pages,
        codes: codes.map((code, index) =>
          Array.isArray(code) ? { page: code[0], text: code[1] } : { page: index + 1, text: code },
        ),
      },
    } as unknown as Contact,
    'VC',
  );

describe('a document that bears a code of ours', () => {
  it('joins while its slip is awaited and unused, with the name of the person on the sheet', async () => {
    const proofs = ['code', 'sheet-name'];
    const found = { kind: 'join', reference, proofs, slip: 'aa99c1d2-ask', documents: ['home'] };
    expect(await scanned({})).toEqual(found);
  });

  it.each<[string, Change, string]>([
    ['a photocopy in another name', { text: 'Mme Odile Renard' }, 'no-name-on-sheet'],
    ['a slip that served before', { used: true }, 'slip-used'],
    ['a slip that nobody awaits', { asked: false }, 'slip-not-awaited'],
  ])('waits for a person as %s', async (_, change, reason) => {
    const found = await scanned(change);
    expect(found).toMatchObject({ kind: 'suggest', suggested: [{ reference }] });
    expect(found.kind === 'suggest' && found.suggested[0]?.reasons).toContain(reason);
    // Whoever joins it by hand is asked what an awaited slip brought.
    const slip = reason === 'no-name-on-sheet' ? 'aa99c1d2-ask' : undefined;
    expect(found.kind === 'suggest' && found.suggested[0]?.slip).toBe(slip);
  });

  it('joins by the printed code when a stain lies on the drawn one', async () => {
    const text = 'BORDEREAU DE RETOUR\nMme Le Goff Géraldine\nCode 4827 - 193O-5562–A';
    expect(await scanned({ codes: [], text })).toMatchObject({ kind: 'join', documents: ['home'] });
    expect((await scanned({ codes: [], text: text.replace('Goff', 'Gall') })).kind).toBe('suggest');
  });

  it.each([
    'Vos références : 4827-1930-5562-A\nJe n’ai pas cette pièce.\nGéraldine Le Goff',
    'Ma demande VC-2026-000123-W, code 4827-1930-5562-A\nGéraldine Le Goff',
  ])('is only suggested what cites a code: %s', async (text) => {
    const found = await scanned({ codes: [], text });
    expect(found).toMatchObject({ kind: 'suggest', suggested: [{ reference }] });
    expect(found.kind === 'suggest' && found.suggested[0]?.reasons).toContain('code');
  });

  it('waits for a person when codes of two requests stand on it', async () => {
    const glued = qrText({ kind: 'slip', reference: other, id: 'aa99c1d2-ask' }, sign);
    const found = await scanned({ codes: [slip, glued] });
    expect(found.kind === 'suggest' && found.suggested.map(({ reasons }) => reasons)).toEqual([
      ['code', 'sheet-name', 'codes-differ'],
      ['code', 'sheet-name', 'codes-differ'],
    ]);
  });

  it('is the same document when it is looked at again', async () => {
    expect((await scanned({ used: true, id: 'c-used' })).kind).toBe('join');
  });

  it('is our own letter that came back when the post says so, and an answer when more comes with it', async () => {
    const returned = { messageId: '3fa9c1d2-message' };
    const text = 'Mme Le Goff Géraldine\nNPAI';
    expect(await scanned({ codes: [letter], text })).toMatchObject({ kind: 'join', returned });
    expect((await scanned({ codes: [letter], text, pages: [1, 2, 3, 4] })).kind).toBe('suggest');
    expect((await scanned({ codes: [letter], text: 'Odile Renard NPAI' })).kind).toBe('suggest');
  });

  // Standing alone proves nothing: whoever wrote their answer on our letter was taken for an address that is wrong.
  it.each([
    ['', {}],
    ['Non je n’habite pas au 12, je voudrais annuler', {}],
    ['Je n’habite plus à l’adresse indiquée', {}],
    ['', { text: 'Votre lettre est revenue : destinataire inconnu à l’adresse.' }],
  ])('waits for a person when nothing but "%s" stands on our letter %j', async (words, posted) => {
    const text = `Mme Le Goff Géraldine\n${'text' in posted ? posted.text : ''}\n${words}`;
    const found = await scanned({ codes: [letter], text, posted });
    expect(found).toMatchObject({ kind: 'suggest', suggested: [{ reference }] });
    expect(found.kind === 'suggest' && found.suggested[0]?.reasons).toContain('letter-unmarked');
  });

  it('is nothing when the code was made by somebody else', async () => {
    expect(await scanned({ codes: [`${slip.slice(0, -1)}z`] })).toEqual({ kind: 'none' });
  });
});

const part = (number: number) => qrText({ kind: 'slip', reference, id: 'aa99c1d2-ask', part: number }, sign);
const three = ['home', 'income', 'school'];
const joined = (slip: string, contactId = 'c-0') => ({ type: 'contact-joined', contactId, slip });
const unticked = { type: 'document-unticked', askId: 'aa99c1d2-ask', document: 'home' };

describe('a slip for several documents', () => {
  it.each<[string, Change, string, string[]]>([
    ['whole: nobody knows yet which came', { codes: [slip] }, '', []],
    ['whole, when one is left', { codes: [slip], provided: ['home', 'school'] }, '', ['income']],
    ['cut, one part on its document', { codes: [part(2)], pages: [1, 2] }, '.2', ['income']],
    [
      'cut, two parts',
      {
        codes: [
          [1, part(3)],
          [3, part(1)],
        ],
        pages: [1, 2, 3, 4],
      },
      '.1.3',
      ['home', 'school'],
    ],
    [
      'uncut: the parts beside the slip say nothing',
      {
        codes: [
          [1, slip],
          [1, part(1)],
          [1, part(2)],
        ],
      },
      '',
      [],
    ],
    [
      'uncut, its own code under coffee',
      {
        codes: [
          [1, part(1)],
          [1, part(2)],
          [1, part(3)],
        ],
      },
      '',
      [],
    ],
    [
      'whole on top, and a part on one document',
      {
        codes: [
          [1, slip],
          [2, part(2)],
        ],
        pages: [1, 2],
      },
      '.2',
      ['income'],
    ],
    [
      'a part again once what it brought was sent back',
      { codes: [part(1)], events: [joined('aa99c1d2-ask.1'), unticked] },
      '.1',
      ['home'],
    ],
    [
      'another part than the one that came',
      { codes: [part(2)], events: [joined('aa99c1d2-ask.1.3')] },
      '.2',
      ['income'],
    ],
  ])('comes back %s', async (_, change, name, documents) => {
    const found = await scanned({ documents: three, ...change });
    expect(found).toMatchObject({ kind: 'join', slip: `aa99c1d2-ask${name}`, documents });
  });

  it.each<[string, Change, string]>([
    ['a part that came before', { codes: [part(1)], events: [joined('aa99c1d2-ask.1.2')] }, 'slip-used'],
    ['a part whose document came by the portal', { codes: [part(1)], provided: ['home'] }, 'slip-used'],
    ['a part nobody asked for', { codes: [part(9)] }, 'slip-used'],
    ['the part of a stranger', { codes: [part(1)], text: 'Mme Odile Renard' }, 'no-name-on-sheet'],
  ])('waits for a person as %s', async (_, change, reason) => {
    const found = await scanned({ documents: three, ...change });
    expect(found.kind === 'suggest' && found.suggested[0]?.reasons).toContain(reason);
  });
});

describe('our own letter with its slip', () => {
  const withSlip = { slip: { askId: 'aa99c1d2-ask', documents: ['Home'], until: '2026-12-01' } };
  const posted = { ...withSlip, pages: 1 };
  const both: Change['codes'] = [
    [1, letter],
    [1, slip],
  ];

  it('is an answer when it comes back on one sheet', async () => {
    expect(await scanned({ codes: both, posted })).toMatchObject({ kind: 'join', documents: ['home'] });
  });

  it.each(['NPAI', "Retour à l'envoyeur", 'DESTINATAIRE INCONNU À L’ADRESSE', 'Pli avisé et non réclamé'])(
    'was not delivered when the post wrote %s on it',
    async (mark) => {
      const text = `Mme Le Goff Géraldine ${mark}`;
      expect(await scanned({ codes: both, posted, text })).toMatchObject({
        kind: 'join',
        returned: { messageId: '3fa9c1d2-message' },
      });
    },
  );

  it.each<[string, Change, string]>([
    [
      'all its pages and nothing else',
      {
        codes: [
          [1, letter],
          [2, slip],
        ],
        pages: [1, 2],
        posted: { ...posted, pages: 2 },
      },
      'letter-or-slip',
    ],
    ['its first page without the slip', { codes: [letter], posted }, 'letter-unmarked'],
  ])('waits for a person with %s', async (_, change, reason) => {
    const found = await scanned(change);
    expect(found.kind === 'suggest' && found.suggested[0]?.reasons).toContain(reason);
  });
});
