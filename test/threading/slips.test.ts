import { describe, expect, it } from 'vitest';
import type { Contact } from '../../functions/intake/contact.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { qrText, readQr } from '../../functions/letters/qr.ts';
import type { Whole } from '../../functions/requests/items.ts';
import { findThread } from '../../functions/threading/find-thread.ts';

const sign = signer('pepper', 'letter-qr');
const reference = 'VC-2026-000123-W';
const slip = qrText({ kind: 'slip', reference, id: 'aa99c1d2-ask' }, sign);
const letter = qrText({ kind: 'letter', reference, id: '3fa9c1d2-message' }, sign);
const posted = { channel: 'letter', state: 'posted', at: '2026-04-02T08:00:00.000Z', providerId: null };
const whole = {
  request: { reference, awaited: { askId: 'aa99c1d2-ask' } },
  sender: { name: 'Géraldine Le Goff', email: null, phone: null, address: null },
  events: [{ type: 'contact-joined', contactId: 'c-used', slip: 'aa99c1d2-ask' }],
  messages: [{ id: '3fa9c1d2-message', pages: 1, history: [posted] }],
};
type Change = {
  text?: string;
  codes?: string[];
  pages?: number[];
  id?: string;
  used?: boolean;
  asked?: boolean;
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
      wanted === reference
        ? ({
            ...whole,
            request: { ...whole.request, awaited: change.asked === false ? null : whole.request.awaited },
            events: change.used ? whole.events : [],
          } as unknown as Whole)
        : null,
    texts: async () => ({ awaited: [], requests: [], optOut: null }),
    requestsOfNumber: async () => [],
    replySign: async () => sign,
    readCode: async (code) => readQr(code, sign),
    addressesOf: async () => [],
  })(
    {
      ...{ id, channel: 'scan', subject: '', text },
      sender: { name: null, email: null, phone: null, address: null },
      scan: {
        batchId: 'b',
        fileId: 'f',
        pages,
        codes: codes.map((code, page) => ({ page: page + 1, text: code })),
      },
    } as unknown as Contact,
    'VC',
  );

describe('a document that bears a code of ours', () => {
  it('joins while its slip is awaited and unused, with the name of the person on the sheet', async () => {
    const proofs = ['code', 'sheet-name'];
    expect(await scanned({})).toEqual({ kind: 'join', reference, proofs, slip: 'aa99c1d2-ask' });
  });

  it.each<[string, Change, string]>([
    ['a photocopy in another name', { text: 'Mme Odile Renard' }, 'no-name-on-sheet'],
    ['a slip that served before', { used: true }, 'slip-used'],
    ['a slip that nobody awaits', { asked: false }, 'slip-not-awaited'],
  ])('waits for a person as %s', async (_, change, reason) => {
    const found = await scanned(change);
    expect(found).toMatchObject({ kind: 'suggest', suggested: [{ reference }] });
    expect(found.kind === 'suggest' && found.suggested[0]?.reasons).toContain(reason);
  });

  it('is the same document when it is looked at again', async () => {
    expect((await scanned({ used: true, id: 'c-used' })).kind).toBe('join');
  });

  it('is our own letter that came back when it stands alone, and an answer when more comes with it', async () => {
    const returned = { messageId: '3fa9c1d2-message' };
    expect(await scanned({ codes: [letter] })).toMatchObject({ kind: 'join', returned });
    expect((await scanned({ codes: [letter], pages: [1, 2, 3, 4] })).kind).toBe('suggest');
    expect((await scanned({ codes: [letter], text: 'Odile Renard' })).kind).toBe('suggest');
  });

  it('is nothing when the code was made by somebody else', async () => {
    expect(await scanned({ codes: [`${slip.slice(0, -1)}z`] })).toEqual({ kind: 'none' });
  });
});
