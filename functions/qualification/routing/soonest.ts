const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
  ' ',
);
const named = new RegExp(`\\b(\\d{1,2})(?:er)? (${months.join('|')})\\b`, 'g');
const inFigures = /\b(\d{1,2}) (0?[1-9]|1[0-2]) (?:20)?2\d\b/g;
const monthLength = 30.4;
const year = 365;

/**
 * Days from the first date of a letter, which is its own, to the nearest later one it names; null without two. Months count
 * as alike: it is about soon or not. `plain` is normalised text.
 */
export const soonest = (plain: string): number | null => {
  const dates = [
    ...[...plain.matchAll(named)].map(({ 1: day, 2: month = '', index }) => ({
      index,
      at: months.indexOf(month) * monthLength + Number(day),
    })),
    ...[...plain.matchAll(inFigures)].map(({ 1: day, 2: month, index }) => ({
      index,
      at: (Number(month) - 1) * monthLength + Number(day),
    })),
  ].sort((a, b) => a.index - b.index);
  const [own, ...others] = dates;
  if (!own) return null;
  const later = others.map(({ at }) => (at - own.at + year) % year).filter((days) => days > 0);
  return later.length ? Math.min(...later) : null;
};
