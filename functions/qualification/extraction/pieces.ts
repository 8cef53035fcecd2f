import { type Span, tight } from './lines.ts';

/** Who a text names, where, and how sure that is: 4 when a first name, an initial or a civility says so. */
export type Named = Span & { kind: 'person' | 'organisation'; strength: number };
export const strengths = { alone: 1, group: 2, organisation: 3, person: 3, sure: 4 };

const separators = /[|,;:()/·•]|\s[–—-]+\s|^[–—*-]+\s*|\s{3,}/u;
const formula =
  /^(?:(?:tr[èe]s |bien |mes |nos |avec |meilleures? |sinc[èe]res? |respectueuse(?:s|ment) |distingu[ée]es? |les |toutes? |en |par |de |d['’]|l['’]|cordiales? |mille |grand |encore |un |une |et )*(?:bien [àa] (?:vous|toi)|[àa] vous|cordialement|cdlt|cdt|bav|salutations?(?: distingu[ée]es| respectueuses| sinc[èe]res| cordiales| les meilleures)?|respectueusement|sinc[èe]rement|sentiments(?: distingu[ée]s| les meilleurs| d[ée]vou[ée]s)?|merci(?: beaucoup| bien| infiniment| encore| par avance| pour \p{L}+ \p{L}+| de votre \p{L}+)?(?: d['’]avance| par avance)?|d['’]avance(?: merci)?|remerciements|amicalement|amiti[ée]s|bonne (?:journ[ée]e|soir[ée]e|r[ée]ception|continuation|f[êe]te|ann[ée]e)|courtoisement|confraternellement|solidairement|fraternellement|respects?|sign[ée]e?|svp|s['’]il vous pla[iî]t|au revoir|[àa] bient[ôo]t|de la part de|la famille(?=\s*$)))[\s,.!:;–—-]*/iu;

/** The polite words that open a piece, as they stand. */
export const formulaOf = (words: string): string => words.match(formula)?.[0] ?? '';
export const isFormula = (words: string): boolean => formulaOf(words).length === words.length;

/** The parts of a piece between its separators. */
export const partsOf = (text: string, { start, end }: Span): Span[] => {
  const parts: Span[] = [];
  let at = start;
  for (const piece of text.slice(start, end).split(separators)) {
    const part = tight(text, { start: at, end: at + piece.length });
    if (part) parts.push(part);
    at += piece.length;
    at += text.slice(at, end).match(separators)?.[0].length ?? 0;
  }
  return parts;
};
