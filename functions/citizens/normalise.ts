import { e164 } from '../delivery/phone.ts';
import { readEmail, readRna, readSiret } from '../procedures/formats.ts';

/** Capitals, accents, ligatures, apostrophes and dashes make no difference between two names or two addresses. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u0153/g, 'oe')
    .replace(/\u00e6/g, 'ae')
    .replace(/\u00df/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const civilities = new Set([
  'm',
  'mr',
  'mme',
  'mlle',
  'monsieur',
  'madame',
  'mademoiselle',
  'me',
  'maitre',
  'dr',
  'docteur',
]);
/** Words that tie a family name together and that people leave out or glue on: they decide nothing alone. */
const particles = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'l',
  'van',
  'von',
  'der',
  'den',
  'el',
  'al',
  'ben',
  'ibn',
  'epouse',
  'veuve',
  'nee',
  'ne',
]);

/** Words of a name that count, in order: no civility, no particle. A name made of particles alone keeps them. */
export const nameWords = (name: string): string[] => {
  const words = plain(name).split(' ').filter(Boolean);
  const kept = words.filter((word, index) => !civilities.has(word) || (index > 0 && word === 'me'));
  const telling = kept.filter((word) => !particles.has(word));
  return (telling.length > 0 ? telling : kept).slice(0, 12);
};

/** One way of writing what sounds alike in French, coarse on purpose: it finds candidates and never decides. */
const heard = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/qu|ck|k|c(?=[aou]|$)/g, 'q')
    .replace(/h/g, '')
    .replace(/y/g, 'i')
    .replace(/(?:eau|au|o)[xtds]?$/, 'o')
    .replace(/ei|ai|ae/g, 'e')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=..)[estdxz]+$/, '');
/** Under which somebody is looked for by name: whatever the order, the accents and the mute letters. */
export const nameKey = (name: string): string | null => {
  const words = nameWords(name).map(heard).filter(Boolean).sort();
  return words.length > 1 ? words.join(' ').slice(0, 120) : null;
};

/** Display names of mail and capitals of forms say which part is the family name; else the first word is the given one. */
export const splitName = (name: string): { given: string | null; family: string } => {
  const words = name.replace(/["<>]/g, ' ').trim().split(/\s+/).filter(Boolean);
  const kept = words.filter((word) => !civilities.has(plain(word)) || words.length === 1);
  const comma = kept.findIndex((word) => word.endsWith(','));
  if (comma >= 0 && comma < kept.length - 1)
    return {
      given: kept.slice(comma + 1).join(' '),
      family: kept
        .slice(0, comma + 1)
        .join(' ')
        .replace(/,$/, ''),
    };
  const isCapital = (word: string) => /\p{L}{2}/u.test(word) && word === word.toUpperCase();
  const capitals = kept.filter((word) => isCapital(word) || particles.has(plain(word)));
  const others = kept.filter((word) => !isCapital(word) && !particles.has(plain(word)));
  if (capitals.some(isCapital) && others.length > 0)
    return { given: others.join(' '), family: capitals.join(' ') };
  return kept.length > 1
    ? { given: kept[0] ?? null, family: kept.slice(1).join(' ') }
    : { given: null, family: kept[0] ?? '' };
};

/** Lower case: no two people have addresses that differ by it alone. `null` for what is no address. */
export const emailOf = (written: string | null): string | null =>
  (written && readEmail(written)?.toLowerCase()) ?? null;

/** E.164; foreign numbers when written with their country. `null` for the rest, short numbers included. */
export const phoneOf = (written: string | null): string | null => {
  if (!written) return null;
  const bare = written
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  return e164(written) ?? (/^\+(?!33)[1-9]\d{7,14}$/.test(bare) ? bare : null);
};
export const siretOf = (written: string | null): string | null => (written && readSiret(written)) ?? null;
export const rnaOf = (written: string | null): string | null => (written && readRna(written)) ?? null;

const streets: Record<string, string> = {
  av: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  imp: 'impasse',
  pl: 'place',
  ch: 'chemin',
  che: 'chemin',
  rte: 'route',
  all: 'allee',
  r: 'rue',
  st: 'saint',
  ste: 'sainte',
  sq: 'square',
  res: 'residence',
};
/** Number, street and postal code: the town is said by its code, and people write it in too many ways. */
export const addressKey = (written: string | null): string | null => {
  if (!written) return null;
  const words = plain(written)
    .split(' ')
    .map((word) => streets[word] ?? word);
  const code = words.findLastIndex((word) => /^\d{5}$/.test(word));
  const street = code >= 0 ? words.slice(0, code + 1) : words;
  const from = street.findIndex((word) => /^\d{1,4}$/.test(word));
  const kept = street.slice(Math.max(0, from)).filter((word) => !particles.has(word));
  return code >= 0 && kept.length > 2 ? kept.join(' ').slice(0, 160) : null;
};

/** YYYY-MM-DD, or the year alone; also as it is written in French. `null` for anything else. */
export const birthOf = (written: string | null): string | null => {
  const text = written?.trim() ?? '';
  const french = /^(\d{1,2})[/. -](\d{1,2})[/. -]((?:19|20)\d{2})$/.exec(text);
  const iso = french
    ? `${french[3]}-${String(french[2]).padStart(2, '0')}-${String(french[1]).padStart(2, '0')}`
    : text;
  return /^(19|20)\d{2}(-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/.test(iso) ? iso : null;
};
