import { reread } from './digits.ts';
import type { Span } from './lines.ts';

const gap = String.raw`[ .\u00a0\u202f-]{0,2}`;
const digit = '[0-9OoIl]';
const shape = new RegExp(
  String.raw`(?<![\p{L}\d])([1-478Il])${gap}(${digit}{2})${gap}(${digit}{2})${gap}(${digit}{2}|2${gap}?[ABab])${gap}(${digit}{3})${gap}(${digit}{3})(?:${gap}(?:\/\s?)?(?:cl[ée]\s?:?\s?)?(${digit}{2}))?(?![\p{L}\d])`,
  'gu',
);
const named =
  /(?:s[ée]cu(?:rit[ée])?(?:\s+sociale)?|\bnir\b|\bn[°ºo]?\s?ss\b|\binsee\b|immatriculation|num[ée]ro d['’]assur[ée]e?)[^\d\n]{0,40}$/iu;
/** Whatever is called so is another number. */
const otherNumber =
  /(?:factures?|commandes?|dossiers?|contrats?|r[ée]f[ée]rences?|r[ée]f|abonn[ée]e?|compteurs?|clients?|colis|suivi|siret|siren|pdl|prm|pce|iban|code[- ]barres?)[^\d\n]{0,30}$/iu;
const numeral = (written: string) => reread(written).replace(/\D/g, '');

/** Whether the key of a NIR is right: 97 less the remainder of its 13 digits; Corsica counts 2A as 19 and 2B as 18 (decree 82-103). */
export const isNir = (thirteen: string, key: string): boolean => {
  const digits = thirteen.toUpperCase().replace('2A', '19').replace('2B', '18');
  return /^\d{13}$/.test(digits) && 97 - (Number(digits) % 97) === Number(key);
};

const isMonth = (month: number) => (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;

/** Without its key and its name: of a man or a woman, born in a month of the calendar, in a department that there is. */
const isLikely = (written: string, sex: string, month: string, place: string): boolean =>
  !/[OoIl]/.test(written) &&
  /^[12]$/.test(sex) &&
  Number(month) >= 1 &&
  Number(month) <= 12 &&
  /^(?:0[1-9]|[1-8]\d|9[0-5]|9[789]|2[ABab])$/.test(place);

/**
 * Numbers of the national register of people: those whose key is right, those that are named as such with a key that is missing
 * or was misread, and thirteen digits that can be nothing else and are called nothing else: one mask too many hides an order
 * number, one too few shows who somebody is. Only where they stand is said.
 */
export const nirsIn = (text: string): Span[] =>
  [...text.matchAll(shape)].flatMap((match) => {
    const [whole, sex = '', year = '', month = '', department = '', commune = '', order = '', key] = match;
    const place = /^2\D?[ABab]$/.test(department) ? department.replace(/[^2ABab]/g, '') : numeral(department);
    const thirteen =
      numeral(sex) + numeral(year) + numeral(month) + place + numeral(commune) + numeral(order);
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const isNamed = named.test(before);
    const isRight = key !== undefined && isNir(thirteen, numeral(key));
    const isBare = key === undefined && !otherNumber.test(before) && isLikely(whole, sex, month, place);
    if (!isMonth(Number(numeral(month))) || !(isRight || isNamed || isBare)) return [];
    return [{ start: match.index, end: match.index + whole.length }];
  });

const dot = '\u2022';
/** What is shown of a NIR: that there is one. */
export const maskedNir = dot.repeat(13);

/** The same text, place for place, without the digits of any NIR: what lists, cards and the search index may hold. */
export const masked = (text: string): string => {
  let shown = '';
  let from = 0;
  for (const { start, end } of nirsIn(text)) {
    shown += text.slice(from, start) + text.slice(start, end).replace(/[\p{L}\d]/gu, dot);
    from = end;
  }
  return from === 0 ? text : shown + text.slice(from);
};
