import { struck } from './blanked.ts';
import { emailsIn, phonesIn } from './contacts.ts';
import { inlineAddress } from './inline-address.ts';
import { type Line, linesOf, type Span, tight, unwrapped } from './lines.ts';
import { isOrganisationName } from './organisation-name.ts';
import { ownEnd } from './own-part.ts';
import { isPersonName, isSurelyPerson } from './person-name.ts';

/** An address in a text: one span for each of its lines or of its parts between commas, in order. */
export type Address = Span & { lines: Span[] };

const postal =
  /(?<!\d)(?:F-?)?(?:0[1-9]|[1-8]\d|9[0-9]|2[AB])\d{3}\s+(?:\p{Lu}[\p{L}'’-]*)(?:[ -](?:\p{L}[\p{L}'’-]*)){0,6}(?:\s(?:cedex)(?:\s\d{1,2})?)?/iu;
const street =
  /^(?:n[°º]\s?)?(?:\d{1,4}\s?(?:bis|ter|quater|[a-d])?\s?(?:[-/]\s?\d{1,4}\s?)?,?\s+)?(?:rue|r\.|avenue|av\.?|ave\.?|boulevard|boul\.?|bld|bd\.?|blvd|place|pl\.?|impasse|imp\.?|chemin|che?r?nin|ch\.|all[ée]es?|all\.|route|rte|quai|cours|square|sq\.?|lotissement|lot\.|r[ée]sidence|r[ée]s\.?|hameau|lieu-?dit|faubourg|fg\.?|fbg\.?|sentier|passage|venelle|cit[ée]|clos|domaine|villa|mont[ée]e|c[ôo]te|sente|dr[èe]ve|cour|traverse|esplanade|promenade|voie|rond-point|grand['’]?[ -]?(?:rue|place)|parvis|ruelle|cours|mail|calle|via|rua|avenida|strasse)(?!\p{L})/iu;
const complement =
  /^(?:b[âa]t(?:iment)?|esc(?:alier)?|appt?|apt|appartement|logement|lgt|[ée]tage|porte|bo[iî]te|bp|b\.p\.|cs|tsa|c\/o|chez|zone|za|zi|zac|ferme|maison|mas|ch[âa]teau|moulin|le\s|la\s|les\s|l['’]|\d{1,2}(?:er|e|[èe]me)\s[ée]tage|entr[ée]e|tour|immeuble|«|rdc|roulotte|centre|salle|cit[ée]|h[oô]tel|parc|manoir|gare|grange|bastide|prieur[ée]|abbaye|gîte|foyer|[ée]cole|coll[èe]ge|lyc[ée]e|cr[èe]che|camping|hlm|ancienne?\s|emplacement|mairie(?=\s*,|$|\sannexe)|bourg|hall|étal|stade|gymnase|cul-de-sac)/iu;
const numbered = /^\d{1,4}\s?(?:bis|ter|quater|[a-d])?,?\s+(?!ans(?!\p{L}))\p{L}/iu;
const addressee =
  /\b(?:maire|mairie de|h[oô]tel de ville|communaut[ée] (?:urbaine|d['’]agglom|de communes)|objet|r[ée]f|monsieur le|madame la|madame le|[àa] l['’]attention)\b/iu;

/** Whether a line stands in the block of an authority or of whoever is written to. */
const isAddressed = (lines: readonly Line[], i: number): boolean => {
  for (let j = i; j >= Math.max(0, i - 4); j--) {
    const words = lines[j]?.text ?? '';
    if (addressee.test(words) && words.length < 60 && !/[.,]$/.test(words)) return true;
    const [above, here] = [lines[j - 1], lines[j]];
    // An empty line parts one block from the next.
    if (!above || !here || here.start - above.end > 2) return false;
  }
  return false;
};

const isPart = (words: string) => street.test(words) || numbered.test(words) || complement.test(words);

const label = /^(?:(?:mon|notre|nouvelle)\s)?adresse(?: postale| exacte)?\s?:?\s$/iu;
const separator =
  /(,|\s[–—]\s|\s-\s|;|\|+|\s\/\s|(?<!\p{L})(?:(?:mon|notre|nouvelle)\s)?adresse(?: postale| exacte)?\s?:?\s)/iu;

const isSurelyNamed = (text: string, { start, end }: Span) =>
  isPersonName(text.slice(start, end)) &&
  isSurelyPerson(text.slice(start, end)) &&
  !housed.test(text.slice(start, end));
const housed =
  /^(?:tour|b[âa]t|esc|villa|r[ée]sidence|domaine|ferme|ch[âa]teau|manoir|mas|moulin|le|la|les)/iu;

const partsOf = (text: string, line: Span): Span[] => {
  const parts: Span[] = [];
  let at = line.start;
  for (const piece of text.slice(line.start, line.end).split(separator)) {
    const part = label.test(piece) ? null : tight(text, { start: at, end: at + piece.length });
    const last = parts.at(-1);
    // A number stays with its street, whatever stands between them.
    if (part && last && /^\d{1,4}(?:\s?(?:bis|ter|quater|[a-d]))?$/iu.test(text.slice(last.start, last.end)))
      last.end = part.end;
    else if (part) parts.push(part);
    at += piece.length;
  }
  return parts;
};

const toldOf = /\p{L}\s(?:au|du|le|devant|face au|pour le)\s(?:n[°º]\s?|num[ée]ro\s)?\d{1,4}\s/iu;

/** The parts of a line that belong to an address which ends with its last part or its postal one. */
const addressOf = (
  text: string,
  line: Line,
  isHead: boolean,
  isFirst: boolean,
): { parts: Span[]; isPostal: boolean } => {
  const parts = partsOf(text, line);
  const at = parts.findIndex(({ start, end }) => postal.test(text.slice(start, end)));
  if (at < 0) {
    const first = parts.findIndex(
      ({ start, end }) => isPart(text.slice(start, end)) && street.test(text.slice(start, end)),
    );
    const words = text.slice(line.start, line.end);
    const isShort = words.length < 75 && !/[.!?]$/.test(words.replace(/\b\p{L}{1,4}\.$/u, ''));
    return {
      parts: first >= 0 && first <= 1 && isHead && isShort ? parts.slice(first) : [],
      isPostal: false,
    };
  }
  let from = at;
  while (from > 0) {
    const { start, end } = parts[from - 1] as Span;
    const words = text.slice(start, end);
    // Below the line of the name a house may be called as people are: "Moulin de Grisy".
    const isHouse = isPart(words) || (isHead && !isFirst && !isSurelyPerson(words));
    const isNamed = (isPersonName(words) || isOrganisationName(words)) && (isFirst || !isHouse);
    const isFree =
      isHead &&
      !isFirst &&
      words.length < 45 &&
      /^[\p{Lu}\d«]/u.test(words) &&
      !/[.!?|]\s|\b(?:tel|mail|ans)\b/iu.test(words);
    // "Travaux au 3 rue Haute, 99100 ...": a place that is spoken of.
    if (toldOf.test(words)) return { parts: [], isPostal: false };
    if (isNamed || !(isPart(words) || isFree)) break;
    from--;
  }
  const code = parts[at] as Span;
  const words = text.slice(code.start, code.end);
  const inside = words.search(/(?<![\p{L}\d])\d{1,4}\s?(?:bis|ter)?,?\s+\p{L}/iu);
  const begin = from < at || inside < 0 || !/^\d/.test(words.slice(inside)) ? words.search(postal) : inside;
  // A street and its town without a comma between them stay one part.
  const start =
    street.test(words) || numbered.test(words)
      ? code.start
      : code.start + Math.max(0, from < at ? words.search(postal) : begin);
  const match = text.slice(start, code.end).match(postal);
  const end = match ? start + (match.index ?? 0) + match[0].trimEnd().length : code.end;
  return {
    parts: [...parts.slice(from, at), { start, end }],
    isPostal: true,
  };
};

/** What follows the last sentence of a line that holds one. */
const tailOf = (line: Line): Line => {
  const cut = [...line.text.matchAll(/(?<!\b\p{L}{1,4})[.!?]\s+(?=\p{Lu}|\d)/gu)].at(-1);
  const from = cut ? cut.index + cut[0].length : 0;
  return { text: line.text.slice(from), start: line.start + from, end: line.end };
};

/** What a sentence says of where somebody lives counts when no block says more than the town. */
const withInline = (found: Address[], inline: Span | null): Address[] => {
  if (!inline) return found;
  const [first] = found;
  if (!first) return [{ ...inline, lines: [inline] }];
  const isInside = first.start > inline.start && first.start < inline.end;
  return isInside ? [{ ...inline, lines: [inline] }, ...found.slice(1)] : found;
};

const headLines = 7;
const closingLines = 5;

/** Postal addresses in what somebody wrote, in order, without those of the authority they write to. */
export const addressesIn = (text: string, isNote = false): Address[] => {
  const own = unwrapped(text.slice(0, ownEnd(text)));
  const bare = struck(own, [...emailsIn(own), ...phonesIn(own)]);
  const lines = linesOf(bare);
  const found: (Address & { line: number; isWhole: boolean })[] = [];
  for (const [i, line] of lines.entries()) {
    const isHead = !isNote && (i < headLines || i >= lines.length - closingLines) && line.text.length < 120;
    const { parts, isPostal } = addressOf(bare, tailOf(line), isHead, i === 0);
    if (parts.length === 0 || addressee.test(line.text)) continue;
    const last = found.at(-1);
    // A line that goes on with the address above it.
    if (last && !last.isWhole && last.line === i - 1) {
      last.lines.push(...parts);
      Object.assign(last, { end: (parts.at(-1) as Span).end, line: i, isWhole: isPostal });
      continue;
    }
    const above: Span[] = [];
    const isWholeLine = tailOf(line).start === line.start && parts[0]?.start === line.start;
    for (let j = i - 1; isWholeLine && j >= Math.max(0, i - 3); j--) {
      const before = lines[j] as Line;
      const next = lines[j + 1] as Line;
      if ((last && before.start < last.end) || next.start - before.end > 2) break;
      // The first line of all is whose house it is, unless it is a road.
      const isHouse =
        isPart(before.text) && (j > 0 || street.test(before.text) || numbered.test(before.text));
      if (!isHouse || before.text.length > 70 || addressee.test(before.text) || before.text.includes('|'))
        break;
      if (/[.!?:]$/.test(before.text) || partsOf(bare, before).some((part) => isSurelyNamed(bare, part)))
        break;
      above.unshift(...partsOf(bare, before));
    }
    if (isAddressed(lines, i)) continue;
    const all = [...above, ...parts];
    const [first, end] = [all[0] as Span, all.at(-1) as Span];
    found.push({ start: first.start, end: end.end, lines: all, line: i, isWhole: isPostal });
  }
  const written = found.map(({ start, end, lines: spans }) => ({ start, end, lines: spans }));
  return withInline(written, inlineAddress(bare, isNote));
};

/** The sender's postal address as written, line by line, or null. */
export const addressIn = (text: string, isNote = false): string | null => {
  const [first] = addressesIn(text, isNote);
  if (!first) return null;
  const parts = first.lines.map(({ start, end }, i, all) => {
    const between = text.slice(all[i - 1]?.end ?? start, start);
    const joint = i === 0 ? '' : between.includes('\n') ? '\n' : /^[,\s]*$/.test(between) ? ', ' : between;
    return joint + text.slice(start, end).replace(/\s+/g, ' ');
  });
  return parts.join('');
};
