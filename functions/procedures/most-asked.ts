/** Fewer requests than this in the months looked at say nothing of what a town asks. */
const least = 5;
/** As many as the home page shows. */
export const mostShown = 6;

/**
 * Procedures that were asked most, the first of them first.
 * @param asked how many requests each procedure had, by id
 */
export function mostAsked<T extends { id: string; theme: string }>(
  offered: readonly T[],
  asked: ReadonlyMap<string, number>,
): T[] {
  const countOf = ({ id }: T) => asked.get(id) ?? 0;
  return offered
    .filter((one) => one.theme !== 'autre' && countOf(one) >= least)
    .sort((one, other) => countOf(other) - countOf(one) || one.id.localeCompare(other.id))
    .slice(0, mostShown);
}

/** The month of an instant and the one before, YYYY-MM. */
export function lastMonths(now: string): [string, string] {
  const [year = 0, month = 0] = now.slice(0, 7).split('-').map(Number);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return [now.slice(0, 7), before];
}
