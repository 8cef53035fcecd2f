import type { Sender } from '../../intake/contact.ts';

/** What a mail server could not hand to somebody is not theirs. */
const email =
  /(?<!remis à )(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,}/iu;
const phone = /(?<![\d.,])(?:\+33\s?\(?0?\)?|0033\s?|0)[1-9](?:[\s.-]?\d{2}){4}(?!\d)/;
const postalLine = /(?<![\d])\d{5}\s+\p{Lu}[\p{L}' -]+/u;
const street =
  /^(?:\d{1,4}\s?(?:bis|ter|quater|[a-d])?,?\s+)?(?:rue|avenue|av\.?|boulevard|bd|place|pl\.?|impasse|chemin|all[ée]e|route|quai|cours|square|lotissement|r[ée]sidence|hameau|lieu-dit|faubourg|sentier|passage|venelle|cit[ée])\b/iu;
const person =
  /^(?:(?:M\.|Mr|Mme|Mlle|Monsieur|Madame|Dr|Ma[iî]tre)\s+)?\p{Lu}[\p{L}'’.-]+(?:\s+(?:de|du|des|la|le|d'|van|von|el|ben|\p{Lu}[\p{L}'’.-]+)){1,4}$/u;
const recipient =
  /\b(?:maire|mairie|h[oô]tel de ville|service|direction|communaut[ée]|agglom[ée]ration|objet|r[ée]f|monsieur le|madame la)\b/iu;
const reference = /\b([A-Z]{2,4}[\s-]{0,2}20\d{2}[\s-]{0,2}\d{6}(?:[\s-]?[A-HJ-NP-Y])?)\b/;

const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
const isName = (line: string) => person.test(line) && !recipient.test(line) && line.length < 50;

/** The person who signs: the last short line that reads as a name, else one at the head of the letter. */
const nameIn = (text: string): string | null => {
  const all = lines(text);
  const parts = (line: string) =>
    line
      .split(/,|\s[-–—]\s/)[0]
      ?.replace(email, '')
      .replace(phone, '')
      .trim() ?? '';
  const last = all.slice(-6).reverse().map(parts).find(isName);
  return last ?? all.slice(0, 3).map(parts).find(isName) ?? null;
};

const addressIn = (text: string): string | null => {
  const all = lines(text);
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

/** Who writes, as written in the text; what the channel already knows (`known`) wins. Phones and mails are the first ones found. */
export const senderIn = (text: string, known: Partial<Sender> = {}): Sender => ({
  name: known.name ?? nameIn(text),
  email: known.email ?? text.match(email)?.[0] ?? null,
  phone: known.phone ?? text.match(phone)?.[0] ?? null,
  address: known.address ?? addressIn(text),
});

/** The reference of a request as written, with or without its letter, or null. */
export const referenceIn = (text: string): string | null => text.match(reference)?.[1] ?? null;

/** "Objet : ..." of a letter, else the first sentence that is neither a greeting nor an address. */
export const subjectIn = (text: string): string => {
  const written = text.match(/^\s*objet\s*[:;]\s*(.+)$/imu)?.[1]?.trim();
  if (written) return written.slice(0, 150);
  const greeting = text.search(/^(?:bonjour|madame|monsieur|messieurs|mesdames)\b.*$/imu);
  const body = greeting < 0 ? text : text.slice(greeting).replace(/^.*(?:\r?\n|,)/, '');
  const sentence =
    body
      .replace(/\s+/g, ' ')
      .trim()
      .split(/(?<=[.!?])\s/)[0] ?? '';
  return sentence.length > 120 ? `${sentence.slice(0, 117).replace(/\s+\S*$/, '')}…` : sentence;
};
