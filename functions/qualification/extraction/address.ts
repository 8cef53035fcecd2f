import { linesOf } from './lines.ts';

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,64}\.[a-z]{2,}/iu;
const phone = /(?<![\d.,])(?:\+33\s?\(?0?\)?|0033\s?|0)[1-9](?:[\s.-]?\d{2}){4}(?!\d)/;
const postalLine = /(?<![\d])\d{5}\s+\p{Lu}[\p{L}' -]+/u;
const street =
  /^(?:\d{1,4}\s?(?:bis|ter|quater|[a-d])?,?\s+)?(?:rue|avenue|av\.?|boulevard|bd|place|pl\.?|impasse|chemin|all[ée]e|route|quai|cours|square|lotissement|r[ée]sidence|hameau|lieu-dit|faubourg|sentier|passage|venelle|cit[ée])\b/iu;
const recipient =
  /\b(?:maire|mairie|h[oô]tel de ville|service|direction|communaut[ée]|agglom[ée]ration|objet|r[ée]f|monsieur le|madame la)\b/iu;

/** The sender's postal address as written, on one line, or null. */
export const addressIn = (text: string): string | null => {
  const all = linesOf(text).map(({ text: line }) => line);
  const at = all.findIndex((line) => postalLine.test(line) && !recipient.test(line));
  const line = all[at];
  if (at < 0 || !line) return null;
  const before = all[at - 1];
  const withStreet = street.test(line) || !before || !street.test(before) ? line : `${before}, ${line}`;
  const start = withStreet.search(/\d{1,4}\s?(?:bis|ter)?,?\s+\p{L}|(?<!\d)\d{5}\s/u);
  return (start > 0 ? withStreet.slice(start) : withStreet)
    .replace(phone, '')
    .replace(email, '')
    .replace(/[,\s]+$/, '')
    .trim();
};
