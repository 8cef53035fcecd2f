import { isLuhn, modulo97 } from './digits.ts';
import type { Span } from './lines.ts';

export type Read = Span & { value: string };
const at = (match: RegExpExecArray | RegExpMatchArray, value: string): Read => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
  value,
});

const siret = /(?<![\p{L}\d]|\d[ .])(?:[0-9OoIl][ .\u00a0\u202f]{0,2}){13}[0-9OoIl](?![ .]?[\d])(?!\p{L})/gu;
const laPoste = '356000000';

/** A SIRET passes the check of Luhn; those of La Poste other than its seat have digits that add up to a multiple of five. */
export const isSiret = (digits: string): boolean =>
  /^\d{14}$/.test(digits) &&
  !/^0{9}/.test(digits) &&
  (isLuhn(digits) ||
    (digits.startsWith(laPoste) && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0));

/** SIRET numbers, as fourteen digits. */
export const siretsIn = (text: string): Read[] =>
  [...text.matchAll(siret)].flatMap((match) => {
    const digits = match[0].replace(/[Oo]/g, '0').replace(/[Il]/g, '1').replace(/\D/g, '');
    const letters = match[0].match(/[OoIl]/g)?.length ?? 0;
    return isSiret(digits) && letters <= 3 ? [at(match, digits)] : [];
  });

/** Numbers of the register of associations: W and nine digits, the department first (2A and 2B in Corsica). */
export const rnasIn = (text: string): Read[] =>
  [...text.matchAll(/(?<![\p{L}\d])W ?(?:2[AB]\d{7}|\d{9}|\d{3}(?: \d{3}){2})(?![\p{L}\d])/gu)].map((match) =>
    at(match, match[0].replace(/\s/g, '')),
  );

const iban = /(?<![\p{L}\d])[A-Z]{2}\s?\d{2}(?:[ \u00a0\u202f-]?[0-9A-Z]){11,30}(?![\p{L}\d])/gu;
const lengths: Record<string, number> = {
  FR: 27,
  MC: 27,
  BE: 16,
  DE: 22,
  ES: 24,
  IT: 27,
  LU: 20,
  PT: 25,
  NL: 18,
  CH: 21,
  GB: 22,
  IE: 22,
};

/** Whether an account number without spaces has the length of its country and a remainder of 1 by 97 (ISO 13616). */
export const isIban = (compact: string): boolean => {
  const length = lengths[compact.slice(0, 2)];
  if (length === undefined ? compact.length < 15 : compact.length !== length) return false;
  const turned = compact.slice(4) + compact.slice(0, 4);
  return modulo97(turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) === 1;
};

/** IBAN without spaces; of a longer run, as much as its country's length. */
export const ibansIn = (text: string): Read[] =>
  [...text.matchAll(iban)].flatMap((match) => {
    const length = lengths[match[0].slice(0, 2)] ?? 34;
    let end = 0;
    for (let count = 0; end < match[0].length && count < length; end++)
      if (/[0-9A-Z]/.test(match[0][end] ?? '')) count++;
    const compact = match[0].slice(0, end).replace(/[^0-9A-Z]/g, '');
    const read = compact.slice(0, 2) + compact.slice(2).replace(/O/g, '0').replace(/I/g, '1');
    const value = [compact, read].find(isIban);
    return value ? [{ start: match.index, end: match.index + end, value }] : [];
  });
