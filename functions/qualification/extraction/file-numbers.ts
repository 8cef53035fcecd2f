import type { Read } from './lines.ts';

const permit =
  /(?<![\p{L}\d])(PCMI|PC|DP(?:MI|LT)?|PA|PD|CU[ab]?|AT)[ .:-]{0,3}(?:n[°ºo]\s?)?(\d{2}[\dAB])[ .-]?(\d{3})[ .-]?(\d{2})[ .-]?([A-Z0-9]\d{4})(?:[ -]?([MT]\d{2}))?(?![\p{L}\d])/gu;

/** Numbers of building permits and declarations: kind, department, commune, year, number (R*423-3 of the planning code). */
export const permitsIn = (text: string): Read[] =>
  [...text.matchAll(permit)].map((match) => {
    const [whole, kind, department, commune, year, number, change] = match;
    const value = [kind, department, commune, year, number, change].filter(Boolean).join(' ');
    return { start: match.index, end: match.index + whole.length, value };
  });

const plate = /(?<![\p{L}\d-])([A-HJ-NP-TV-Z]{2})[ -]?(\d{3})[ -]?([A-HJ-NP-TV-Z]{2})(?![\p{L}\d-])/gu;
const oldPlate = /(?<![\p{L}\d])(\d{1,4})[ -]?([A-HJ-NP-TV-Z]{2,3})[ -]?(\d{2}|2[AB])(?![\p{L}\d])/gu;
const vehicle =
  /\b(?:immatricul\p{L}*|plaques?|v[ée]hicules?|voitures?|camionnettes?|fourgons?|scooters?|motos?)\b[^.\n]{0,60}$/iu;

/** Licence plates, as they are screwed on: those since 2009, and older ones where a vehicle is spoken of. */
export const platesIn = (text: string): Read[] => {
  const read = (match: RegExpExecArray): Read => ({
    start: match.index,
    end: match.index + match[0].length,
    value: match.slice(1).join('-'),
  });
  const recent = [...text.matchAll(plate)].filter(
    ([, first, , last]) => first !== 'WW' && first !== 'SS' && last !== 'SS',
  );
  const old = [...text.matchAll(oldPlate)].filter(({ index }) =>
    vehicle.test(text.slice(Math.max(0, index - 80), index)),
  );
  return [...recent, ...old].map(read);
};

const invoice =
  /\b(?:factures?|titres?(?: de recettes?| ex[ée]cutoires?)?|avis (?:des sommes [àa] payer|d['’][ée]ch[ée]ance)|quittances?|avoir|relance)\s(?:[^\n.;,]{0,25}?\s)?(?:(?:n[°ºo]s?|num[ée]ro|r[ée]f[.:]?(?:[ée]rence)?)\s?:?\s?)((?=[^\s]*\d)[\p{L}\d][\p{L}\d/_-]{1,24})/giu;

/** Numbers of invoices and of demands for payment, as written. */
export const invoicesIn = (text: string): Read[] =>
  [...text.matchAll(invoice)].map((match) => {
    const value = match[1] ?? '';
    const end = match.index + match[0].length;
    return { start: end - value.length, end, value };
  });
