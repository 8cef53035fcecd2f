import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { formatReference, letterOf } from '../../functions/requests/reference.ts';
import { closeReferences } from '../../functions/threading/close-references.ts';
import { type Clues, hints, holdings } from '../../functions/threading/clues.ts';
import { decideSheet } from '../../functions/threading/decide-sheet.ts';
import { type Candidate, decideThread } from '../../functions/threading/decide-thread.ts';
import { quotedIds, threadHeaders } from '../../functions/threading/mail-id.ts';
import { isAnotherOfTheFamily } from '../../functions/threading/names.ts';
import { readReplyAddress, replyAddress } from '../../functions/threading/reply-address.ts';

const seed = { seed: 20_261_122, numRuns: 3_000 };
const references = [1, 2, 3, 4].map((number) => formatReference('VC', 2026, number));
const emails = ['a@m.example', 'b@m.example', 'c@m.example'];
const anyClues = fc.uniqueArray(
  fc.record<Clues>({
    reference: fc.constantFrom(...references),
    holdings: fc.uniqueArray(fc.constantFrom(...holdings)),
    hints: fc.uniqueArray(fc.constantFrom(...hints)),
  }),
  { selector: ({ reference }) => reference },
);
const anyCandidates = fc.uniqueArray(
  fc.record<Candidate>({
    reference: fc.constantFrom(...references),
    state: fc.constantFrom('assigned', 'in-progress', 'decided', 'closed', 'withdrawn', 'transferred'),
    name: fc.constantFrom(null, 'Paul Martin', 'Lucie Martin', 'Odile Renard'),
    emails: fc.uniqueArray(fc.constantFrom(...emails)),
  }),
  { selector: ({ reference }) => reference },
);
const anyWriter = fc.record({
  name: fc.constantFrom(null, 'Paul Martin', 'Lucie Martin', 'Odile Renard'),
  email: fc.constantFrom(null, ...emails, 'stranger@x.example'),
  isVerified: fc.boolean(),
  isAutomatic: fc.boolean(),
});

describe('whatever is sent to us', () => {
  it('joins a request only with both proofs, one request only, never one that is over', () => {
    fc.assert(
      fc.property(anyWriter, anyClues, anyCandidates, (writer, clues, candidates) => {
        const found = decideThread(writer, clues, candidates);
        if (found.kind !== 'join' && found.kind !== 'file') return;
        const candidate = candidates.find(({ reference }) => reference === found.reference);
        expect(clues.find(({ reference }) => reference === found.reference)?.holdings).not.toEqual([]);
        expect(candidate?.emails).toContain(writer.email);
        expect(writer.isVerified).toBe(true);
        expect(isAnotherOfTheFamily(writer.name, candidate?.name ?? null)).toBe(false);
        if (found.kind === 'join') expect(candidate?.state).not.toMatch(/closed|withdrawn|transferred/);
        expect(found.kind === 'file').toBe(writer.isAutomatic);
      }),
      seed,
    );
  });

  it('and is not suggested to a request it only guesses at, unless its sender is known there', () => {
    fc.assert(
      fc.property(anyWriter, anyClues, anyCandidates, (writer, clues, candidates) => {
        const found = decideThread(writer, clues, candidates);
        for (const { reference } of found.kind === 'suggest' ? found.suggested : []) {
          const clue = clues.find((one) => one.reference === reference);
          if (clue?.holdings.length) continue;
          expect(candidates.find((one) => one.reference === reference)?.emails).toContain(writer.email);
          expect(writer.isVerified).toBe(true);
        }
      }),
      seed,
    );
  });

  it('no slip of the finger makes a reference of another: the one that was meant is among the guesses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.nat(5), fc.nat(9), (number, at, digit) => {
        const meant = formatReference('VC', 2026, number);
        const typed = String(number).padStart(6, '0');
        const wrong = typed.slice(0, at) + digit + typed.slice(at + 1);
        if (wrong === typed) return;
        expect(letterOf(2026, Number(wrong))).not.toBe(meant.at(-1));
        expect(closeReferences(`Dossier VC-2026-${wrong}-${meant.at(-1)}.`, 'VC')).toContain(meant);
      }),
      seed,
    );
  });
});

describe('a reply address', () => {
  const sign = signer('pepper', 'reply-address');
  it('proves one request, is short enough for every relay, and cannot be made by somebody else', () => {
    const made = replyAddress('contact@val-clair.example', references[0] ?? '', sign);
    expect(made.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(readReplyAddress(made, sign)).toBe(references[0]);
    expect(readReplyAddress(made, signer('another', 'reply-address'))).toBeNull();
    expect(readReplyAddress(made.replace(references[0] ?? '', references[1] ?? ''), sign)).toBeNull();
    expect(replyAddress(`${'l'.repeat(60)}@v.example`, references[0] ?? '', sign)).toBe(
      `${'l'.repeat(60)}@v.example`,
    );
  });
});

describe('what leaves is put under what it answers', () => {
  it('by headers that a mailbox understands and SES takes', () => {
    expect(threadHeaders([])).toEqual([]);
    expect(threadHeaders(['a@x', 'b@x', 'c@x'])).toEqual([
      { name: 'In-Reply-To', value: '<c@x>' },
      { name: 'References', value: '<a@x> <b@x> <c@x>' },
    ]);
    const long = threadHeaders(
      Array.from({ length: 80 }, (_, index) => `${index}-${'x'.repeat(40)}@m.example`),
    );
    expect(long[1]?.value.length).toBeLessThanOrEqual(995);
    expect(long[1]?.value).toMatch(/^<0-x+@m\.example> .*<79-x+@m\.example>$/);
    expect(threadHeaders(['evil@x>\r\nBcc: <y@z'])).toEqual([]);
  });

  it('and an answer is found by the id that SES wrote, in whatever region', () => {
    const quoted = {
      inReplyTo: ['<0102-a@eu-west-3.amazonses.com>'],
      references: ['r@x', '0102-a@email.amazonses.com'],
    };
    expect(quotedIds(quoted, 40)).toEqual(['0102-a', 'r@x']);
  });
});

describe('a sheet that comes back', () => {
  const sheet = {
    qr: { kind: 'slip', reference: references[0] ?? '', id: 'aa99c1d2' } as const,
    text: 'AVIS D’IMPÔT\nMme GÉRALDINE LE GOFF\n12 bis, rue des Tanneurs\n35890 VAL-CLAIR',
    person: { name: 'Géraldine Le Goff', address: '12 bis rue des Tanneurs\n35890 Val-Clair' },
    isAwaited: true,
    isUsed: false,
  };
  it.each([
    ['with the name', { ...sheet.person, address: null }, ['code', 'sheet-name']],
    ['with the address', { ...sheet.person, name: 'Géraldine' }, ['code', 'sheet-address']],
  ])('joins %s of the person on it', (_, person, reasons) => {
    expect(decideSheet({ ...sheet, person })).toEqual({ kind: 'join', reasons });
  });
  it.each([
    'M. ou Mme LE GOFF',
    'Résidence Les Tilleuls',
    'Val-Clair Communauté',
    'AVIS D’IMPÔT',
    'Monsieur le Maire',
    'G. LE GALL',
    'Madame, Monsieur,',
    'Cordialement',
  ])('joins by its address when nobody else is named by %s', (line) => {
    const text = `${line}\n12 bis, rue des Tanneurs\n35890 VAL-CLAIR`;
    expect(decideSheet({ ...sheet, text }).reasons).toEqual(['code', 'sheet-address']);
  });
  it.each([
    [
      'bears the name of somebody else',
      { person: { name: 'Géraldine Morel', address: null } },
      'no-name-on-sheet',
    ],
    [
      'bears the same street elsewhere',
      { person: { name: null, address: '12 rue des Tanneurs 44000 Nantes' } },
      'no-name-on-sheet',
    ],
    [
      'is of somebody of whom nothing is known',
      { person: { name: null, address: null } },
      'no-name-on-sheet',
    ],
    [
      'bears their address and the name of another who lives there',
      { text: 'AVIS D’IMPÔT\nM. BERTRAND LE GOFF\n12 bis, rue des Tanneurs\n35890 VAL-CLAIR' },
      'other-name-on-sheet',
    ],
    [
      'is signed by another who lives there',
      { text: '12 bis rue des Tanneurs\n35890 Val-Clair\nVoici la pièce.\nOdile Renard' },
      'other-name-on-sheet',
    ],
    [
      'has a page addressed to another',
      {
        text: '12 bis rue des Tanneurs 35890 Val-Clair ODILE RENARD',
        pages: ['Bordereau', 'ODILE RENARD\n12 bis rue des Tanneurs\n35890 VAL-CLAIR'],
      },
      'other-name-on-sheet',
    ],
    [
      'is of somebody without name, and bears one',
      { person: { ...sheet.person, name: null } },
      'other-name-on-sheet',
    ],
    ['was used before', { isUsed: true }, 'slip-used'],
    ['is not awaited any more', { isAwaited: false }, 'slip-not-awaited'],
  ])('waits for a person when it %s', (_, change, reason) => {
    const { kind, reasons } = decideSheet({ ...sheet, ...change });
    expect(kind).toBe('suggest');
    expect(reasons).toContain(reason);
  });
});
