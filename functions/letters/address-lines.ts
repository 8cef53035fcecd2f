/** What keeps an address from being posted, with the line concerned (from 1; 0 for the whole). */
export type AddressProblem = {
  code: 'address-missing' | 'too-many-lines' | 'line-too-long' | 'no-postal-code';
  line: number;
};
export type AddressLines = { lines: string[]; problems: AddressProblem[] };

const mostLines = 6;
const longest = 38;
const french = /^(?:F-?)?(\d{5})\s+(.+)$/i;
/** Words of a street that the norm shortens when its line is too long, in the order it shortens them. */
const shorter: readonly (readonly [RegExp, string])[] = [
  [/\bAVENUE\b/g, 'AV'],
  [/\bBOULEVARD\b/g, 'BD'],
  [/\bIMPASSE\b/g, 'IMP'],
  [/\bPLACE\b/g, 'PL'],
  [/\bCHEMIN\b/g, 'CHE'],
  [/\bROUTE\b/g, 'RTE'],
  [/\bALLEES?\b/g, 'ALL'],
  [/\bRESIDENCE\b/g, 'RES'],
  [/\bBATIMENT\b/g, 'BAT'],
  [/\bAPPARTEMENT\b/g, 'APP'],
  [/\bLOTISSEMENT\b/g, 'LOT'],
  [/\bSQUARE\b/g, 'SQ'],
  [/\bFAUBOURG\b/g, 'FG'],
  [/\bGENERAL\b/g, 'GAL'],
  [/\bCOMMANDANT\b/g, 'CDT'],
  [/\bPRESIDENT\b/g, 'PDT'],
  [/\bSAINTE\b/g, 'STE'],
  [/\bSAINT\b/g, 'ST'],
  [/\bRUE\b/g, 'R'],
];

/**
 * Lines of an address as NF Z 10-011 wants them: whom, then where, from the particular to the general; six lines of 38
 * signs; the last three in capitals without accents nor punctuation, the last with postal code and town. Too long a line is
 * shortened as the norm says, and cut in two when lines are left.
 * @param name the person, or null; @param address its lines, from the nearest to the town
 */
export const addressLines = (name: string | null, address: string | null): AddressLines => {
  const given = (address ?? '')
    .split(/\n|,\s*(?=\d{5}\s)/)
    .map(tidy)
    .filter(Boolean);
  const place = splitTown(given);
  const whom = name ? tidy(name) : '';
  if (place.length === 0)
    return { lines: whom ? [whom] : [], problems: [{ code: 'address-missing', line: 0 }] };
  const where = place.map((line, index) => (index >= place.length - 3 ? postal(line) : line));
  const all = [...(whom ? [whom] : []), ...where];
  const lines = fitted(all);
  const town = where.at(-1) ?? '';
  const problems: AddressProblem[] = [
    ...lines.flatMap((line, index) =>
      line.length > longest ? [{ code: 'line-too-long' as const, line: index + 1 }] : [],
    ),
    ...(lines.length > mostLines ? [{ code: 'too-many-lines' as const, line: mostLines + 1 }] : []),
    ...(french.test(town) || (where.length > 1 && isCountry(town))
      ? []
      : [{ code: 'no-postal-code' as const, line: lines.length }]),
  ];
  return { lines, problems };
};

const tidy = (line: string): string =>
  line
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[,;\s]+|[,;\s]+$/g, '');

/** The town stands alone on its line, country apart. */
const splitTown = (given: string[]): string[] => {
  const lines = /^france$/i.test(given.at(-1) ?? '') ? given.slice(0, -1) : given;
  const inLine = /^(.*\S)[\s,-]+(\d{5}\s+\D.*)$/.exec(lines.at(-1) ?? '');
  return inLine?.[1] && inLine[2] ? [...lines.slice(0, -1), inLine[1], inLine[2]] : lines;
};

/** Capitals without accents nor punctuation, as sorting machines read them. */
const postal = (line: string): string =>
  line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'OE')
    .replace(/æ/gi, 'AE')
    .replace(/ß/g, 'SS')
    .toUpperCase()
    .replace(/[’'.,;:_/()"-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

let countries: Set<string> | undefined;
const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** A letter that goes abroad ends with the country, in French. */
const isCountry = (line: string): boolean => {
  if (!countries) {
    const names = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' });
    const codes = alphabet.flatMap((one) => alphabet.map((other) => one + other));
    countries = new Set(codes.flatMap((code) => names.of(code) ?? []).map(postal));
  }
  return countries.has(line);
};

const fitted = (all: string[]): string[] => {
  const lines: string[] = [];
  all.forEach((line, index) => {
    const short = line.length > longest && index > 0 ? shortened(line) : line;
    const free = mostLines - all.length - (lines.length - index);
    if (short.length > longest && free > 0) lines.push(...cut(short));
    else lines.push(short);
  });
  return lines;
};
const shortened = (line: string): string =>
  shorter.reduce((now, [long, short]) => (now.length > longest ? now.replace(long, short) : now), line);
const cut = (line: string): string[] => {
  const at = line.lastIndexOf(' ', longest);
  return at > 0 ? [line.slice(0, at), line.slice(at + 1)] : [line];
};
