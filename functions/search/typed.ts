import { e164 } from '../delivery/phone.ts';
import { findReferences, formatReference } from '../requests/reference.ts';
import { digitsOf } from './entries.ts';
import { codeOf, isEmptyWord, mailOf, nameWords, wordsOf } from './tokens.ts';

/** What somebody typed, told apart. */
export type Typed = {
  words: string[];
  /** The last word, while it may still be growing. */
  growing: string | null;
  references: string[];
  mails: string[];
  /** Digits of a number, whole (`33639981234`) or its last ones. */
  phones: string[];
  /** SIRET, SIREN, RNA and the like, or their beginning. */
  codes: string[];
};
export type Place = { prefix: string; year: number };

const mostWords = 6;
const take = (text: string, pattern: RegExp, use: (found: RegExpMatchArray) => boolean): string =>
  text.replace(pattern, (...all) => {
    const groups = all.filter((one) => typeof one !== 'number' && typeof one !== 'object');
    return use(groups.slice(0, -1) as unknown as RegExpMatchArray) ? ' ' : String(all[0]);
  });

/** A number of this year or last year is how a reference is said at the counter: `123`, `2026-123`. */
const shortReferences = (text: string, { prefix, year }: Place): string[] => {
  const said = /^\s*(?:(20\d{2})[\s./_-]+)?0*(\d{1,6})\s*$/.exec(text);
  const number = Number(said?.[2] ?? 0);
  if (!said || number === 0) return [];
  const years = said[1] ? [Number(said[1])] : [year, year - 1];
  return years.map((one) => formatReference(prefix, one, number));
};
/** The letter may be wrong or missing here: an agent who sees the request knows whether it is the one. */
const loose = (prefix: string) =>
  new RegExp(`\\b${prefix}[\\s./_-]*(20\\d{2})[\\s./_-]*(\\d{1,6})(?!\\d)`, 'gi');

function digitsTyped(run: string): string {
  const whole = e164(run.trim());
  if (whole) return digitsOf(whole);
  const digits = digitsOf(run);
  if (/^\s*(?:\+|00)/.test(run)) return digits.replace(/^00/, '');
  // Shorter, it is the end of a number, whatever it begins with.
  return digits.length > 8 ? digits.replace(/^0/, '') : digits;
}

/** @param q what was typed, as it was */
export function understand(q: string, place: Place): Typed {
  const typed: Typed = { words: [], growing: null, references: [], mails: [], phones: [], codes: [] };
  typed.references = [
    ...findReferences(q, place.prefix).map(({ reference }) => reference),
    ...[...q.matchAll(loose(place.prefix))].map(([, year, number]) =>
      formatReference(place.prefix, Number(year), Number(number)),
    ),
  ];
  let rest = q.replace(
    new RegExp(`${loose(place.prefix).source}(?:[\\s./_-]*[A-Za-z](?![\\p{L}\\d]))?`, 'giu'),
    ' ',
  );
  rest = take(rest, /[^\s,;<>"()]+@[^\s,;<>"()]*/g, ([mail = '']) => typed.mails.push(mailOf(mail)) > 0);
  typed.references.push(...shortReferences(rest, place));
  rest = take(rest, /\b(20\d{2})[\s./_-]+(\d{6})\b/g, ([, year, number]) => {
    typed.references.push(formatReference(place.prefix, Number(year), Number(number)));
    return true;
  });
  rest = take(rest, /\bW\d{5,9}\b/gi, ([code = '']) => typed.codes.push(codeOf(code)) > 0);
  const isOnlyFigures = !/\p{L}/u.test(rest);
  rest = take(rest, /\+?\(?\d[\d\s.()/-]*\d/g, ([run = '']) => {
    const digits = digitsOf(run);
    if (digits.length < (isOnlyFigures || /^[+0]/.test(run) ? 4 : 6)) return false;
    typed.phones.push(digitsTyped(run));
    if (digits.length >= 6 && !/^[+0]/.test(run)) typed.codes.push(digits.slice(0, 14));
    return true;
  });
  const all = wordsOf(rest);
  const telling = all.filter((word) => !isEmptyWord(word) && (word.length > 1 || /\d/.test(word)));
  // An address or a name made of small words only is searched by them all the same.
  const words = telling.length > 0 ? telling : nameWords(rest).words;
  typed.words = [...new Set(words)].slice(0, mostWords);
  const last = all.at(-1) ?? '';
  if (last.length > 2 && last === typed.words.at(-1) && /[\p{L}\p{N}]$/u.test(q)) typed.growing = last;
  for (const unique of ['references', 'mails', 'phones', 'codes'] as const)
    typed[unique] = [...new Set(typed[unique])].slice(0, 2);
  return typed;
}
