import words from './address-words.json' with { type: 'json' };
import { reread } from './digits.ts';

/** A commune of the authority: its INSEE code, name and postal code. */
export type Commune = { code: string; name: string; postalCode: string };

/** An address as the post reads it, in two lines or more; `source` says who spelled it. */
export type NormalAddress = {
  lines: string[];
  postalCode: string | null;
  commune: string | null;
  inseeCode: string | null;
  source: 'text' | 'national-base';
  /** How sure the national base is, 0 to 1. */
  score?: number;
};

const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .replace(/[\s-]+/g, ' ')
    .trim();

const small = new Set(words.small);
const kept = new Set(words.kept);
const streets: Record<string, string> = words.streets;
const complements: Record<string, string> = words.complements;
const titles: Record<string, string> = words.titles;

/** Whether two names are the same town but for a slip of the pen or of the scanner: one letter in five at most. */
const isNear = (one: string, other: string): boolean => {
  const allowed = Math.floor(other.length / 5);
  if (Math.abs(one.length - other.length) > allowed) return false;
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[other.length] ?? 9) <= allowed;
};

/** The commune that is meant: same name, else same postal code and a name that is near. */
export const communeMeant = (
  name: string,
  postalCode: string | null,
  communes: readonly Commune[],
): Commune | null => {
  const asked = bare(name.replace(/\scedex.*$/i, ''));
  const same = communes.filter((one) => bare(one.name) === asked);
  const coded = communes.filter((one) => one.postalCode === postalCode);
  const exact = same.find((one) => one.postalCode === postalCode);
  const only = same.length === 1 ? same[0] : undefined;
  return exact ?? only ?? coded.find((one) => isNear(asked, bare(one.name))) ?? null;
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const cased = (word: string, isFirst: boolean): string => {
  const lower = word.toLowerCase();
  if (small.has(lower) && !isFirst) return lower;
  if (kept.has(lower)) return lower;
  return /^\p{L}{1,3}\d|\d/u.test(word) ? word : capital(word);
};

/** One line: abbreviations written out, capitals where they belong, number and word apart. */
const spelled = (line: string): string => {
  const flat = line
    .replace(/[«»"]/g, '')
    .replace(
      /^(\d{1,4})\s?(bis|ter|quater|[a-d])\b/iu,
      (_, number, more) => `${number} ${more.toLowerCase()}`,
    )
    .replace(/^(\d{1,4}(?: (?:bis|ter|quater|[a-d]))?)\s?,\s?/iu, '$1 ')
    .replace(/\s+/g, ' ')
    .trim();
  const isShouted = flat === flat.toUpperCase();
  const isWhispered = flat === flat.toLowerCase();
  let isOpen = true;
  const out = flat.split(' ').map((word, i, all) => {
    const plain = word.replace(/[.,]+$/, '').toLowerCase();
    const isNumber = /^\d|^(?:bis|ter|quater|[a-d])$/i.test(word);
    const full = isOpen && !isNumber ? (streets[plain] ?? complements[plain]) : undefined;
    if (!isNumber) isOpen = false;
    if (full && all.length > i + 1) return full;
    const title = i > 0 && titles[plain];
    if (title && all.length > i + 1) return title;
    if (!isShouted && !isWhispered) return i === 0 || !kept.has(plain) ? word : plain;
    return word
      .split(/([-'’])/)
      .map((part, j) => cased(part, false) || (j === 0 ? part : ''))
      .join('');
  });
  return out
    .join(' ')
    .replace(/\b([Ss])t-(?=\p{L})/gu, '$1aint-')
    .replace(/\b([Ss])te-(?=\p{L})/gu, '$1ainte-');
};

const postal = /^(?:F-?\s?)?([\dOoIl]{2})\s?([\dOoIl]{3})\s+(.+)$/u;

/** Its parts: a number stays with its street, a flat or a building stands apart and above it, the town below. */
const partsOf = (lines: readonly string[]): string[] => {
  const parts = lines
    .join(', ')
    .replace(/\b(\d{1,4}\s?(?:bis|ter|quater|[a-d])?)\s?,\s+(?=\p{L})/giu, '$1 ')
    .replace(
      /\s(?=(?:appt?|apt|appartement|b[âa]t|b[âa]timent|esc|escalier|lgt|logement)\.?\s[\p{L}\d]{1,4}(?:[,\s]|$))/giu,
      ', ',
    )
    .replace(/(?<=\p{L}\s?)(?=\s(?:F-?)?\d{5}\s\p{L})/gu, ',')
    .split(/,\s+|\n/)
    .map((part) => part.replace(/[\s,;]+$/, '').trim())
    .filter(Boolean);
  const isInside = (part: string) => complementLine.test(part);
  return [...parts.filter(isInside), ...parts.filter((part) => !isInside(part))];
};
const complementLine =
  /^(?:appt?|apt|appartement|b[âa]t|b[âa]timent|esc|escalier|lgt|logement|\d{1,2}(?:er|e|[èe]me) [ée]tage|porte|entr[ée]e)\.?(?:\s|$)/iu;

/** An address as somebody wrote it, line by line, in the form the post reads (NF Z10-011), with the code of a known commune. */
export const normalAddress = (
  lines: readonly string[],
  communes: readonly Commune[],
): NormalAddress | null => {
  const split = partsOf(lines);
  const at = split.findIndex((part) => postal.test(part));
  const [, first = '', rest = '', town = ''] = split[at]?.match(postal) ?? [];
  const code = reread(first + rest) || null;
  const last = split.at(-1) ?? '';
  const written = at >= 0 ? town : last;
  const commune = communeMeant(written, code, communes);
  const isTownLine = at >= 0 || commune !== null;
  const streetLines = isTownLine ? split.filter((_, i) => i !== (at >= 0 ? at : split.length - 1)) : split;
  if (streetLines.length === 0 && !isTownLine) return null;
  const name = commune?.name ?? (at >= 0 ? spelled(town) : null);
  const postalCode = commune?.postalCode ?? code;
  return {
    lines: [
      ...streetLines.map(spelled),
      ...(name ? [[code ?? postalCode, name].filter(Boolean).join(' ')] : []),
    ],
    postalCode: code ?? postalCode,
    commune: name,
    inseeCode: commune?.code ?? null,
    source: 'text',
  };
};

const person = /^(?:chez|c\/o|[àa] l['’]attention|m\.|mr|mme|mlle|monsieur|madame)(?!\p{L})/iu;
const road =
  /^\d|^(?:rue|avenue|boulevard|place|impasse|chemin|all[ée]es?|route|quai|cours|square|faubourg|hameau|lieu-dit|lotissement|mont[ée]e|c[ôo]te|passage|sentier|venelle|ruelle|esplanade|promenade|voie|r[ée]sidence|cit[ée]|clos|traverse|zone|za|zi|zac)(?!\p{L})/iu;

/** What may be asked of others about an address: its road and its town, never whose house it is. Null when there is no road. */
export const askedOf = ({ lines, commune }: NormalAddress): string | null => {
  const roads = lines
    .slice(0, commune ? -1 : undefined)
    .filter((line) => road.test(line) && !person.test(line));
  const town = commune ? lines.at(-1) : undefined;
  return roads.length > 0 && town ? `${roads.at(-1)} ${town}`.slice(0, 200) : null;
};
