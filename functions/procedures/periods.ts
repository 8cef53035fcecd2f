import type { Procedure } from './procedure.ts';

type Open = Pick<Procedure, 'open'>;

/** Whether a procedure is taken on a calendar day; without periods it always is. `12-01` to `01-31` goes across new year. */
export function isOpenOn({ open }: Open, day: string): boolean {
  return open.length === 0 || open.some((period) => contains(period, day));
}

/** The periods a household gets ready for: those it is taken in, else those in which most people ask. */
export const seasonOf = ({ open, season = [] }: Open & Pick<Procedure, 'season'>): Open => ({
  open: open.length > 0 ? open : season,
});

/** First day from `day` on at which it is taken, `day` itself when it is open; null when it never is again. */
export function opensOn(procedure: Open, day: string): string | null {
  if (isOpenOn(procedure, day)) return day;
  const year = Number(day.slice(0, 4));
  const starts = procedure.open.flatMap(({ from }) =>
    from.length === 10 ? [from] : [`${year}-${from}`, `${year + 1}-${from}`],
  );
  return starts.filter((start) => start > day).sort()[0] ?? null;
}

/** Last day of the period that contains `day`; null when there is none, or no end. */
export function closesOn({ open }: Open, day: string): string | null {
  const year = Number(day.slice(0, 4));
  const ends = open
    .filter((period) => contains(period, day))
    .map(({ from, to }) => {
      if (to.length === 10) return to;
      const isPastNewYear = from > to && day.slice(5) >= from;
      return `${isPastNewYear ? year + 1 : year}-${to}`;
    });
  return ends.sort().at(-1) ?? null;
}

/** Both ends count. A period of every year whose end stands before its start goes across new year. */
function contains({ from, to }: { from: string; to: string }, day: string): boolean {
  if (from.length === 10) return day >= from && day <= to;
  const date = day.slice(5);
  return from <= to ? date >= from && date <= to : date >= from || date <= to;
}
