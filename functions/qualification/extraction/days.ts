import { readDate } from '../../procedures/formats.ts';
import type { Read } from './lines.ts';

const months = [
  /^janv/,
  /^f[ée]v/,
  /^mars/,
  /^avr/,
  /^mai/,
  /^juin/,
  /^juil/,
  /^ao[uû]/,
  /^sept/,
  /^oct/,
  /^nov/,
  /^d[ée]c/,
];
const month =
  /janv(?:ier|\.)?|f[ée]v(?:rier|\.|r\.)?|mars|avr(?:il|\.)|mai|juin|juil(?:let|\.)|ao[uû]t|sept(?:embre|\.)|oct(?:obre|\.)|nov(?:embre|\.)|d[ée]c(?:embre|\.)/u
    .source;
const written = new RegExp(
  String.raw`(?<![\p{L}\d/])([0-3]?\d|1er)\s(${month})(?![\p{L}])(?:\s((?:20|19)\d{2})(?!\d))?`,
  'giu',
);
const numbers = /(?<![\d/.,-])([0-3]?\d)([/.-])([01]?\d)(?:\2((?:20|19)?\d{2}))?(?![\d/€%]|[.,-]\d)/gu;

/** The year that brings a day without one nearest to `today`. */
const nearest = (today: string, month: number): number => {
  const [year = 0, now = 1] = today.split('-').map(Number);
  if (month - now > 6) return year - 1;
  return now - month > 6 ? year + 1 : year;
};

/** Days named in a text, as YYYY-MM-DD; without a year, the nearest one to `today`, or nothing when that is not known. */
export const daysIn = (text: string, today?: string): Read[] => {
  const read = (at: number, whole: string, day: number, of: number, year: string | undefined): Read[] => {
    const full =
      year === undefined
        ? today
          ? nearest(today, of)
          : null
        : Number(year.length === 2 ? `20${year}` : year);
    const value = full === null ? undefined : readDate(`${full}-${of}-${day}`);
    return value ? [{ start: at, end: at + whole.length, value }] : [];
  };
  return [
    ...[...text.matchAll(written)].flatMap(({ index, 0: whole, 1: day = '', 2: name = '', 3: year }) =>
      read(
        index,
        whole,
        Number.parseInt(day, 10),
        months.findIndex((one) => one.test(name.toLowerCase())) + 1,
        year,
      ),
    ),
    ...[...text.matchAll(numbers)].flatMap(
      ({ index, 0: whole, 1: day = '', 2: mark, 3: of = '', 4: year }) =>
        // "12.5" or "3-4" are no days; "27/02" is one.
        year === undefined && mark !== '/' ? [] : read(index, whole, Number(day), Number(of), year),
    ),
  ].sort((a, b) => a.start - b.start);
};
