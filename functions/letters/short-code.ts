import { type LetterQr, type Sign, said } from './qr.ts';

/** Twenty-three letters as in references: no I, no O, no Z. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXY';
const length = 12;
const group = 4;

/** 23 is prime to 10 and 10 generates its remainders: no wrong digit and no two digits exchanged keep the letter. */
const letterOf = (digits: string): string => letters[Number(BigInt(digits) % 23n)] ?? '';

/**
 * Twelve digits for what a QR code says, from its HMAC: forty bits that nobody counts up to. Digits, so that they are said on
 * the telephone, typed on its keys and mistaken for no letter.
 * @param round from 0; the next when another code has these digits already
 */
export const shortDigits = (qr: LetterQr, sign: Sign, round = 0): string => {
  const proof = sign(`SHORT:${round}:${said(qr)}`).slice(0, 13);
  return String(Number.parseInt(proof, 16) % 10 ** length).padStart(length, '0');
};

/** `4827-1930-5562-K`, as it is printed and said. */
export const spelled = (digits: string): string =>
  [...(digits.match(new RegExp(`\\d{${group}}`, 'g')) ?? []), letterOf(digits)].join('-');

/** What hands and typewriters write for a digit. */
const alike: Record<string, string> = { O: '0', I: '1', L: '1', Z: '2' };
const shaped = /^([0-9OILZ]{12})([A-Y])$/;

/** The digits of a code as somebody typed it, in any spacing; null when it cannot be one or its letter is wrong. */
export const readShortCode = (typed: string): string | null => {
  const [, body, letter] = shaped.exec(typed.toUpperCase().replace(/[\s./_–—-]+/g, '')) ?? [];
  if (!body || !letter) return null;
  const digits = [...body].map((sign) => alike[sign] ?? sign).join('');
  return letterOf(digits) === letter ? digits : null;
};

const written =
  /(?<![\dA-Z])[\dOILZ]{4}\s?[-–—.]\s?[\dOILZ]{4}\s?[-–—.]\s?[\dOILZ]{4}\s?[-–—.]\s?[A-Y](?![\dA-Z])/gi;
const most = 5;
/** The digits of codes that stand in a text as they are printed: read on a sheet whose drawn code a stain has spoilt. */
export const shortCodesIn = (text: string): string[] => [
  ...new Set((text.match(written) ?? []).slice(0, most).flatMap((one) => readShortCode(one) ?? [])),
];

/** The same from the keys of a telephone, which have no letter. */
export const readKeyed = (typed: string): string | null => {
  const digits = typed.replace(/\D/g, '');
  return digits.length === length ? digits : null;
};
