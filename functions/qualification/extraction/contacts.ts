import { reread } from './digits.ts';
import type { Read } from './lines.ts';

const mail =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.[a-z]{2,12}(?![\p{L}\p{N}])/giu;
const phone =
  /(?<!(?<!t[ée]l|port|mob|fixe)\p{L}|\d|\d[.,-]|\d{2} |\+)(?:\+\s?33[\s.]?(?:\(0\)[\s.]?|0(?=[1-9]))?|00\s?33[\s.]?(?:\(0\)[\s.]?)?|[0OoQ][\s.]?)[1-9Il](?:[\s./–-]{0,2}[\dOoIl]{2}){4}(?![\dOoIl]|\p{L}|[ .]\d{2}(?!\d))/giu;
const foreign = /(?<![\p{L}\d])(?:\+|00)(?!33)[1-9]\d{0,2}(?:[\s./-]?\(?\d{1,4}\)?){2,5}(?!\d)/gu;

const atSign = /@|[([]at[)\]]/gi;

/** Longest part of an address on either side of its sign, and the most of them that are looked at in one text. */
const reach = 100;
const most = 200;

/** E-mail addresses in a text, in order; `value` in lower case without the spaces a reader left in. */
export const emailsIn = (text: string): Read[] => {
  const found: Read[] = [];
  for (const { index } of [...text.matchAll(atSign)].slice(0, most)) {
    const last = found.at(-1)?.end ?? 0;
    if (index < last) continue;
    // Looked for around its sign only: a search from the front would try every word.
    const from = Math.max(last, index - reach);
    for (const match of text.slice(from, index + reach).matchAll(mail)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (start > index || end <= index) continue;
      const value = match[0]
        .replace(/\s/g, '')
        .replace(/[([]at[)\]]/, '@')
        .toLowerCase();
      found.push({ start, end, value });
    }
  }
  return found;
};

/** Telephone numbers of France and of elsewhere in a text, in order; `value` is E.164. */
export const phonesIn = (text: string): Read[] => {
  const here = [...text.matchAll(phone)].flatMap((match) => {
    const digits = reread(match[0]).replace(/\(0\)/, '').replace(/\D/g, '');
    const national = digits.replace(/^(?:0033|33(?=\d{9}))/, '').replace(/^0/, '');
    // More letters than a scanner confuses: a word.
    const letters = match[0].match(/[OoQIl]/g)?.length ?? 0;
    if (national.length !== 9 || letters > 3) return [];
    return [{ start: match.index, end: match.index + match[0].length, value: `+33${national}` }];
  });
  const abroad = [...text.matchAll(foreign)].flatMap((match) => {
    const digits = match[0].replace(/\D/g, '').replace(/^00/, '');
    const isTaken = here.some(({ start, end }) => match.index < end && match.index + match[0].length > start);
    if (isTaken || digits.length < 8 || digits.length > 15) return [];
    return [{ start: match.index, end: match.index + match[0].length, value: `+${digits}` }];
  });
  return [...here, ...abroad].sort((a, b) => a.start - b.start);
};
