import { readSiret } from '../../procedures/formats.ts';
import { ibanLengths, readIban } from '../../procedures/iban.ts';
import { reread } from './digits.ts';
import type { Read } from './lines.ts';

const at = (match: RegExpExecArray | RegExpMatchArray, value: string): Read => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
  value,
});

const siret = /(?<![\p{L}\d]|\d[ .])(?:[0-9OoIl][ .\u00a0\u202f]{0,2}){13}[0-9OoIl](?![ .]?[\d])(?!\p{L})/gu;

/** Whether fourteen digits are a SIRET, as a form takes it, of an establishment that can be. */
export const isSiret = (digits: string): boolean => !/^0{9}/.test(digits) && readSiret(digits) === digits;

/** SIRET numbers, as fourteen digits. */
export const siretsIn = (text: string): Read[] =>
  [...text.matchAll(siret)].flatMap((match) => {
    const digits = reread(match[0]).replace(/\D/g, '');
    const letters = match[0].match(/[OoIl]/g)?.length ?? 0;
    return isSiret(digits) && letters <= 3 ? [at(match, digits)] : [];
  });

/** Numbers of the register of associations: W and nine digits, the department first (2A and 2B in Corsica). */
export const rnasIn = (text: string): Read[] =>
  [...text.matchAll(/(?<![\p{L}\d])W ?(?:2[AB]\d{7}|\d{9}|\d{3}(?: \d{3}){2})(?![\p{L}\d])/gu)].map((match) =>
    at(match, match[0].replace(/\s/g, '')),
  );

const iban = /(?<![\p{L}\d])[A-Z]{2}\s?\d{2}(?:[ \u00a0\u202f-]?[0-9A-Z]){11,30}(?![\p{L}\d])/gu;

/** Whether an account number without spaces is one, as a form takes it (ISO 13616). */
export const isIban = (compact: string): boolean => readIban(compact) === compact;

/** IBAN without spaces; of a longer run, as much as its country's length. */
export const ibansIn = (text: string): Read[] =>
  [...text.matchAll(iban)].flatMap((match) => {
    const length = ibanLengths[match[0].slice(0, 2)] ?? 34;
    let end = 0;
    for (let count = 0; end < match[0].length && count < length; end++)
      if (/[0-9A-Z]/.test(match[0][end] ?? '')) count++;
    const compact = match[0].slice(0, end).replace(/[^0-9A-Z]/g, '');
    const read = compact.slice(0, 2) + compact.slice(2).replace(/O/g, '0').replace(/I/g, '1');
    const value = [compact, read].find(isIban);
    return value ? [{ start: match.index, end: match.index + end, value }] : [];
  });
