/** Each reader turns what people type into the form we keep, or undefined when it cannot be that thing. */

/** Marks without ink that turn the reading order round, and what only machines read: a name must not lie. */
const inkless = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').replace(inkless, '').trim();
/** Keeps the paragraphs: at most one empty line between two. */
export const tidyLines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(inkless, '')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

export function readEmail(typed: string): string | undefined {
  const text = typed.replace(/\s/g, '');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1).toLowerCase();
  const plausible =
    at > 0 &&
    text.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/.test(local) &&
    !/^\.|\.\.|\.$/.test(local) &&
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/.test(domain);
  return plausible ? `${local}@${domain}` : undefined;
}

/** National prefixes that are dialled outside metropolitan France (arcep numbering plan). */
const overseas: [RegExp, string][] = [
  [/^0(590|690|691)/, '+590'],
  [/^0(594|694)/, '+594'],
  [/^0(596|696|697)/, '+596'],
  [/^0(262|263|269|639(?!98)|692|693)/, '+262'],
];

/** E.164: "06 12 34 56 78" becomes "+33612345678"; numbers of other countries need their "+" or "00". */
export function readPhone(typed: string): string | undefined {
  const text = typed
    .replace(/\(0\)/g, '')
    .replace(/[\s.\-/()]/g, '')
    .replace(/^00/, '+');
  if (/^0[1-9]\d{8}$/.test(text)) {
    const code = overseas.find(([prefix]) => prefix.test(text))?.[1] ?? '+33';
    return code + text.slice(1);
  }
  if (/^\+330?[1-9]\d{8}$/.test(text)) return text.replace(/^\+330?/, '+33');
  return /^\+(?!33)[1-9]\d{6,14}$/.test(text) ? text : undefined;
}

/** "+33612345678" as people read it: "06 12 34 56 78". */
export const showPhone = (phone: string): string =>
  phone.startsWith('+33')
    ? `0${phone.slice(3)}`.replace(/(\d\d)(?=\d)/g, '$1 ')
    : phone.replace(/^(\+(?:590|594|596|262))(\d{3})(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4 $5');

/** Five digits from 01000; 99 belongs to no real place and serves the invented ones. */
export function readPostalCode(typed: string): string | undefined {
  const text = typed.replace(/\s/g, '');
  return /^(0[1-9]|[1-9]\d)\d{3}$/.test(text) ? text : undefined;
}

export function readLicencePlate(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s.\-_]/g, '');
  const current = /^([A-Z]{2})(\d{3})([A-Z]{2})$/.exec(text);
  if (current) return current.slice(1).join('-');
  const former = /^(\d{1,4})([A-Z]{1,3})(\d{2}|2[AB]|97\d)$/.exec(text);
  return former ? former.slice(1).join(' ') : undefined;
}

/** Fourteen digits with a Luhn key; La Poste's establishments sum to a multiple of five instead. */
export function readSiret(typed: string): string | undefined {
  const text = typed.replace(/[\s.]/g, '');
  if (!/^\d{14}$/.test(text)) return undefined;
  const digits = [...text].map(Number);
  if (text.startsWith('356000000') && digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0) return text;
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 ? text : undefined;
}

/** Number of the national register of associations (RNA): the department after the W may be 2A, 9R and the like. */
export function readRna(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/\s/g, '');
  return /^W\d[0-9A-Z]\d{7}$/.test(text) ? text : undefined;
}

/** "14 h 30", "14:30", "9h" become "14:30", "09:00"; undefined when no clock shows it. */
export function readTime(typed: string): string | undefined {
  const text = typed
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/heures?/, 'h');
  const match = /^(\d{1,2})(?:[:h.](\d{2})?(?:mn|min)?)?$/.exec(text);
  const hours = Number(match?.[1]);
  const minutes = Number(match?.[2] ?? 0);
  if (!match || hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Euros as people type them ("1 234,5 EUR") in whole cents; undefined with more than two decimals. */
export function readCents(typed: string): number | undefined {
  const text = typed.replace(/[\s\u20AC]|euros?|eur/gi, '');
  const plain = /\.\d{3}(\D|$)/.test(text) && text.includes(',') ? text.replaceAll('.', '') : text;
  const match = /^(-?)(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match) return undefined;
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -cents : cents;
}

/** Reads `year-month-day` as typed in three boxes ("1990-5-7"); undefined unless that day exists. */
export function readDate(typed: string): string | undefined {
  const match = /^\s*(\d{4})\s*-\s*(\d{1,2})\s*-\s*(\d{1,2})\s*$/.exec(typed);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1850 || year > 2200 || month < 1 || month > 12) return undefined;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
  if (day < 1 || day > days) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
