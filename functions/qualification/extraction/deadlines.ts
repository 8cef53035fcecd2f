import { daysIn } from './days.ts';
import type { Read } from './lines.ts';

const until =
  /\b(?:avant|d['’]ici(?: au?)?|au plus tard|jusqu['’]au|pour|date limite(?: de \p{L}+)?|[ée]ch[ée]ance|expire|limite)\s?:?\s(?:(?:le|au|du|est)\s)*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)?$/iu;
const counts: Record<string, number> = {
  ...{ une: 1, un: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, huit: 8, dix: 10, quinze: 15 },
  ...{ 'vingt-quatre': 24, vingt: 20, trente: 30, 'quarante-huit': 48, soixante: 60 },
};
const number = ['\\d{1,3}', ...Object.keys(counts)].join('|');
const opening =
  /\b(?:sous|dans (?:un d[ée]lai de|les|le d[ée]lai de)|d['’]ici|d[ée]lai (?:de|d['’])|avant)\s?/u.source;
const unit = /(jours?|j\b|semaines?|mois|heures?|h\b|ans?)(?:\s(?:ouvr[ée]s|ouvrables|francs))?/u.source;
const span = new RegExp(
  String.raw`${opening}(?:(${number})\s?(?:\(\d{1,3}\)\s?)?${unit}|(huitaine|quinzaine))`,
  'giu',
);
const units: [RegExp, (count: number) => string][] = [
  [/^j/i, (count) => `P${count}D`],
  [/^s/i, (count) => `P${count * 7}D`],
  [/^m/i, (count) => `P${count}M`],
  [/^h/i, (count) => `PT${count}H`],
  [/^a/i, (count) => `P${count}Y`],
];

const countOf = (written: string): number => counts[written.toLowerCase()] ?? Number(written);

/** Deadlines that a text sets or quotes: a day (YYYY-MM-DD), or an ISO 8601 duration ("sous 15 jours" is P15D). */
export const deadlinesIn = (text: string, today?: string): Read[] => {
  const days = daysIn(text, today).flatMap((day) => {
    const words = text.slice(Math.max(0, day.start - 45), day.start).match(until)?.[0];
    if (words === undefined || /^pour/i.test(words)) return [];
    return [{ ...day, start: day.start - words.length }];
  });
  const spans = [...text.matchAll(span)].flatMap((match) => {
    const [whole, count, unit = '', fixed] = match;
    const value = fixed
      ? `P${/^h/i.test(fixed) ? 8 : 15}D`
      : (units.find(([of]) => of.test(unit))?.[1](countOf(count ?? '')) ?? '');
    return [{ start: match.index, end: match.index + whole.length, value }];
  });
  return [...days, ...spans].sort((a, b) => a.start - b.start);
};
