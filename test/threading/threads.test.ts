import { beforeAll, describe, expect, it } from 'vitest';
import type { Contact, MailPart } from '../../functions/intake/contact.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import type { Whole } from '../../functions/requests/items.ts';
import { findThread } from '../../functions/threading/find-thread.ts';
import { mailKey } from '../../functions/threading/mail-id.ts';
import { replyAddress } from '../../functions/threading/reply-address.ts';

const sign = signer('pepper', 'reply-address');
const [mine, wife, neighbour, closed] = [
  'VC-2026-000123-W',
  'VC-2026-000124-X',
  'VC-2026-000125-Y',
  'VC-2026-000126-A',
];
const address = (reference: string) => replyAddress('contact@val-clair.example', reference, sign);
const ses = (name: string) => `0102${name}-000000@eu-west-3.amazonses.com`;

const requests: Record<string, { name: string; email: string; state: string }> = {
  [mine]: { name: 'Paul Martin', email: 'famille.martin@courriel.example', state: 'in-progress' },
  [wife]: { name: 'Lucie Martin', email: 'famille.martin@courriel.example', state: 'assigned' },
  [neighbour]: { name: 'Odile Renard', email: 'odile@courriel.example', state: 'assigned' },
  [closed]: { name: 'Paul Martin', email: 'famille.martin@courriel.example', state: 'closed' },
};
const mails: Record<string, string[]> = {
  [ses('mine')]: [mine],
  [ses('wife')]: [wife],
  [ses('neighbour')]: [neighbour],
  [ses('closed')]: [closed],
  'both@courriel.example': [mine, neighbour],
};
const wholeOf = (reference: string): Whole | null => {
  const found = requests[reference];
  if (!found) return null;
  const sender = { name: found.name, email: found.email, phone: null, address: null };
  return {
    request: {
      reference,
      department: 'voirie',
      state: found.state,
      person: found.name === 'Paul Martin' ? 'p-paul' : null,
    },
    sender,
    events: [],
    messages: [],
  } as never;
};
const reads: number[] = [];
const find = findThread({
  mails: async (keys) => {
    reads.push(keys.length);
    const known = Object.entries(mails).filter(([id]) => keys.includes(mailKey(id)));
    return new Map(known.map(([id, of]) => [mailKey(id), { requests: of, messageId: 'm-1' }]));
  },
  request: async (reference) => wholeOf(reference),
  texts: async () => ({ awaited: [], requests: [], optOut: null }),
  requestsOfNumber: async () => [],
  replySign: async () => sign,
  ...{ readCode: async () => null, findCode: async () => null },
  addressesOf: async (personId) => (personId === 'p-paul' ? ['paul@bureau.example'] : []),
});
type Given = Partial<MailPart> & { from?: string; name?: string | null; subject?: string; text?: string };
const mail = ({
  from = 'famille.martin@courriel.example',
  name = 'Paul Martin',
  subject = '',
  text = '',
  ...part
}: Given) =>
  find(
    {
      id: 'c-1',
      channel: 'mail',
      sender: { name, email: from, phone: null, address: null },
      subject,
      text,
      mail: {
        ...{
          messageId: 'x@courriel.example',
          inReplyTo: [],
          references: [],
          recipients: [],
          automatic: false,
        },
        verdicts: { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
        ...part,
      },
    } as Contact,
    'VC',
  );
const answerTo = (id: string): Given => ({ inReplyTo: [ses(id)], references: [ses(id)] });
const forged = { verdicts: { spf: 'FAIL', dkim: 'FAIL', dmarc: 'FAIL' } };

beforeAll(() => {
  expect(address(mine).split('@')[0]?.length).toBeLessThanOrEqual(64);
});

describe('a mail joins its request by itself', () => {
  it.each<[string, Given]>([
    ['an answer to our mail', answerTo('mine')],
    [
      'an answer deep in a long thread',
      { references: [ses('mine'), ...Array.from({ length: 60 }, (_, i) => `${i}@m.example`)] },
    ],
    ['a mail to the signed address', { recipients: [address(mine)] }],
    ['one whose relay wrote it in capitals', { recipients: [address(mine).toUpperCase()] }],
    ['another address of its person that was checked', { ...answerTo('mine'), from: 'paul@bureau.example' }],
    ['the reference with its letter', { subject: 'Suite', text: 'Ma demande VC-2026-000123-W' }],
    ['the reference with spaces', { text: 'vc 2026 000123 w' }],
    ['a family name written first', { ...answerTo('mine'), name: 'MARTIN Paul' }],
    ['no name at all', { ...answerTo('mine'), name: null }],
    [
      "its own thread, naming somebody else's request",
      { ...answerTo('mine'), text: 'comme ma voisine, VC-2026-000125-Y' },
    ],
  ])('with %s, from its address', async (_, given) => {
    expect(await mail(given)).toMatchObject({ kind: 'join', reference: mine });
  });

  it('and its thread is looked up in one read, however long', async () => {
    reads.length = 0;
    await mail({ references: Array.from({ length: 500 }, (_, index) => `${index}@m.example`) });
    expect(reads).toEqual([40]);
  });
});

describe('nothing joins the request of somebody else', () => {
  it.each<[string, Given, string | null, string | null]>([
    [
      'a forwarded thread (TR:) from another address',
      {
        ...answerTo('mine'),
        from: 'jean@ailleurs.example',
        subject: 'TR: Accusé',
        text: '> VC-2026-000123-W',
      },
      mine,
      'unknown-address',
    ],
    [
      "a neighbour's thread, forwarded (Fwd:) by somebody we know",
      { ...answerTo('neighbour'), subject: 'Fwd: Accusé', text: 'VC-2026-000125-Y' },
      neighbour,
      'unknown-address',
    ],
    [
      'a forwarded answer (WG:) without any header',
      { from: 'hans@ailleurs.example', subject: 'WG: VC-2026-000123-W' },
      mine,
      'unknown-address',
    ],
    [
      'another of the family, from the shared mailbox',
      { ...answerTo('mine'), name: 'Lucie Martin' },
      mine,
      'other-name',
    ],
    [
      "somebody who quotes another's reference",
      { from: 'odile@courriel.example', name: 'Odile Renard', text: 'VC-2026-000123-W' },
      mine,
      'unknown-address',
    ],
    ['a spoofed sender', { ...answerTo('mine'), ...forged }, mine, 'unverified-address'],
    [
      'a sender whose domain says nothing',
      { ...answerTo('mine'), verdicts: { spf: 'PASS', dkim: 'GRAY', dmarc: 'GRAY' } },
      mine,
      'unverified-address',
    ],
    [
      'a token replayed by a stranger',
      { recipients: [address(mine)], from: 'voleur@ailleurs.example' },
      mine,
      'unknown-address',
    ],
    ["the token of one's neighbour", { recipients: [address(neighbour)] }, neighbour, 'unknown-address'],
    [
      'a reply from another address of the same person',
      { ...answerTo('mine'), from: 'paul@travail.example' },
      mine,
      'unknown-address',
    ],
    [
      'a forged In-Reply-To',
      { inReplyTo: [ses('neighbour')], from: 'voleur@ailleurs.example' },
      neighbour,
      'unknown-address',
    ],
    ['a request that is over', answerTo('closed'), closed, 'request-over'],
    [
      'an answer to one of two own requests that names the other',
      { ...answerTo('closed'), text: mine },
      mine,
      'known-address',
    ],
    [
      'a Message-ID that two requests claim',
      { inReplyTo: ['both@courriel.example'], text: 'bonjour' },
      mine,
      'thread',
    ],
    [
      'the reference without its letter',
      { text: 'ma demande VC-2026-000123' },
      mine,
      'reference-without-letter',
    ],
    ['a number wrong by one digit', { text: 'VC-2026-000128-W' }, mine, 'reference-close'],
    ['a wrong letter', { text: 'VC-2026-000123-X' }, mine, 'reference-close'],
    ['two digits swapped', { text: 'VC-2026-000132-W' }, mine, 'reference-close'],
    ['a digit left out', { text: 'VC-2026-00123-W' }, mine, 'reference-close'],
    ['a wrong number from a stranger', { text: 'VC-2026-000128-W', from: 'x@ailleurs.example' }, null, null],
    [
      'a number without letter from a stranger',
      { text: 'VC-2026-000123', from: 'x@ailleurs.example' },
      null,
      null,
    ],
    [
      'a token with one character changed',
      { recipients: [address(mine).replace(/.@/, (end) => (end === '0@' ? '1@' : '0@'))] },
      null,
      null,
    ],
    ['a reference that nobody has', { text: 'VC-2026-000999-M' }, null, null],
    ['nothing at all', {}, null, null],
  ])('by %s', async (_, given, suggested, reason) => {
    const found = await mail(given);
    if (suggested === null) return expect(found).toEqual({ kind: 'none' });
    expect(found).toMatchObject({ kind: 'suggest' });
    const [first] = found.kind === 'suggest' ? found.suggested : [];
    expect(first?.reference).toBe(suggested);
    expect(first?.reasons).toContain(reason);
  });
});

describe('an answer to a request that is over', () => {
  it('opens a follow-up in its department, once an agent has seen it', async () => {
    expect(await mail(answerTo('closed'))).toMatchObject({
      after: { reference: closed, department: 'voirie' },
    });
    expect(await mail({ ...answerTo('closed'), ...forged })).not.toHaveProperty('after');
  });
});

describe('a letter that came on paper', () => {
  const letter = (text: string) =>
    find(
      {
        ...{ id: 'c-2', channel: 'scan', subject: '', text },
        sender: { name: null, email: null, phone: null, address: null },
      } as unknown as Contact,
      'VC',
    );
  it.each([
    ['names a request and its person', 'VC-2026-000123-W\nPaul MARTIN', ['reference', 'sheet-name']],
    ['names a request alone', 'dossier VC-2026-000123-W', ['reference', 'no-name-on-sheet']],
    ['has no letter but the name', 'VC-2026-000123 Paul Martin', ['reference-without-letter', 'sheet-name']],
  ])('is suggested and never joined when it %s', async (_, text, reasons) => {
    expect(await letter(text)).toEqual({ kind: 'suggest', suggested: [{ reference: mine, reasons }] });
  });
  it('is not taken for one of ours by a bare number', async () => {
    expect(await letter('dossier 2026-000123, VC-2026-000123')).toEqual({ kind: 'none' });
  });
});

describe('what a machine wrote is kept with its request, and wakes nobody', () => {
  it('from the address of its person, even when the request is over', async () => {
    expect(await mail({ ...answerTo('mine'), automatic: true })).toMatchObject({
      kind: 'file',
      reference: mine,
    });
    expect(await mail({ ...answerTo('closed'), automatic: true })).toMatchObject({
      kind: 'file',
      reference: closed,
    });
  });

  it('and never from a stranger, whatever it quotes', async () => {
    const found = await mail({
      recipients: [address(mine)],
      from: 'robot@ailleurs.example',
      automatic: true,
    });
    expect(found.kind).toBe('suggest');
  });

  it('a report goes to the message of ours that it is about, and to no other', async () => {
    const report = { kind: 'delivery' as const, recipients: [] };
    const from = 'mailer-daemon@mx.example';
    const about = (messageId: string) => mail({ from, automatic: true, report: { ...report, messageId } });
    expect(await about(ses('mine'))).toMatchObject({
      kind: 'file',
      reference: mine,
      reported: { messageId: 'm-1' },
    });
    expect((await about('unknown@mx.example')).kind).toBe('none');
  });
});
