import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCode, looksLikeCode } from '../../functions/letters/by-code.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { type LetterQr, qrText, readQr } from '../../functions/letters/qr.ts';
import {
  readKeyed,
  readShortCode,
  shortCodesIn,
  shortDigits,
  spelled,
} from '../../functions/letters/short-code.ts';

const sign = signer('pepper', 'letter-qr');
const slip: LetterQr = { kind: 'slip', reference: 'VC-2026-000123-W', id: 'aa99c1d2' };
const digits = fc.stringMatching(/^\d{12}$/);

describe('the short code of a letter', () => {
  it('is read back however it is spaced, and from the keys of a telephone', () => {
    fc.assert(
      fc.property(digits, fc.constantFrom('-', ' ', '', '.', ' - '), (code, between) => {
        const typed = spelled(code).replaceAll('-', between).toLowerCase();
        expect(readShortCode(typed)).toBe(code);
        expect(readKeyed(code)).toBe(code);
      }),
      { seed: 1 },
    );
  });

  it('forgives a letter that looks like its digit', () => {
    expect(readShortCode(spelled('100200300400').replace('1002', 'loo2'))).toBe('100200300400');
  });

  it('notices every wrong digit and every two that were exchanged', () => {
    fc.assert(
      fc.property(digits, fc.nat(11), fc.nat(11), fc.nat(9), (code, at, other, sign) => {
        const letter = spelled(code).at(-1);
        const wrong = [...code];
        wrong[at] = String(sign);
        const turned = [...code];
        [turned[at], turned[other]] = [turned[other] ?? '', turned[at] ?? ''];
        for (const changed of [wrong.join(''), turned.join('')])
          expect(readShortCode(`${changed}${letter}`)).toBe(changed === code ? code : null);
      }),
      { seed: 2 },
    );
  });

  it.each(['', '4827-1930-5562', 'VC-2026-000123-W', '0612345678', '48271930556200017', '4827-1930-5562-I'])(
    'is not seen in "%s"',
    (typed) => expect(readShortCode(typed)).toBeNull(),
  );

  it('is another for each thing and for each key, and always the same for one', () => {
    const all = [slip, { ...slip, part: 1 }, { ...slip, part: 2 }, { ...slip, kind: 'letter' as const }];
    const made = all.map((one) => shortDigits(one, sign));
    expect(new Set(made).size).toBe(all.length);
    expect(all.map((one) => shortDigits(one, sign))).toEqual(made);
    expect(shortDigits(slip, signer('another', 'letter-qr'))).not.toBe(made[0]);
    expect(shortDigits(slip, sign, 1)).not.toBe(made[0]);
  });
});

it.each([
  ['Demande VC-2026-000123-W\nCode 4827-1930-5562-A', ['482719305562']],
  ['CODE 4827 – 193O – 5562 - A et encore 1111-2222-3333-M.', ['482719305562', '111122223333']],
  ['4827-1930-5562-B FR76 3000 6000 0112 3456 7890 189 et le 06 12 34 56 78', []],
  ['4827-1930-5562-AB', []],
])('is found on a sheet that says %j', (text, digits) => expect(shortCodesIn(text)).toEqual(digits));

describe('the part of a slip that goes on one document', () => {
  it('says which, and the whole slip says none', () => {
    const part = { ...slip, part: 12 };
    expect(readQr(qrText(part, sign), sign)).toEqual(part);
    expect(readQr(qrText(slip, sign), sign)).toEqual(slip);
    expect(readQr(qrText(part, sign).toUpperCase(), sign)).toEqual(part);
  });

  it('cannot be made into another part, nor the whole', () => {
    const text = qrText({ ...slip, part: 1 }, sign);
    for (const forged of [text.replace('.1:', '.2:'), text.replace('.1:', ':'), text.replace('.1:', '.10:')])
      expect(readQr(forged, sign)).toBeNull();
  });
});

describe('a hand scanner that takes a French keyboard for an American one', () => {
  const keys: Record<string, string> = Object.fromEntries(
    [...'1234567890-:M.AQZW'].map((sign, at) => [sign, [...'&é"\'(-è_çà)M?:QAWZ'][at] ?? '']),
  );
  const typed = (text: string) => [...text.toUpperCase()].map((sign) => keys[sign] ?? sign).join('');

  it('types codes that are read all the same', async () => {
    for (const thing of [slip, { ...slip, part: 7 }, { ...slip, kind: 'letter' as const, id: '3faz9m1q' }]) {
      const scanned = typed(qrText(thing, sign));
      expect(scanned).toMatch(/^PQRVISM/);
      expect(readQr(scanned, sign)).toEqual(thing);
      expect(looksLikeCode(scanned)).toBe(true);
      expect(await byCode(async () => null)(scanned)).toBe(slip.reference);
    }
  });
});
