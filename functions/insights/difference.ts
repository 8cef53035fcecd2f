/** Figures in one place of the statistics; `counts` adds up. */
export type Counted = { readonly counts: Readonly<Record<string, number | undefined>> };

/**
 * What to add to which counters so that they say `after` instead of `before`; the same news again adds nothing.
 * @param placeOf where the figures stand: those of one place are put together
 */
export const differenceOf = <T extends Counted>(
  before: readonly T[],
  after: readonly T[],
  placeOf: (one: T) => string,
): T[] => {
  const sums = new Map<string, { one: T; counts: Map<string, number> }>();
  const add = (all: readonly T[], sign: 1 | -1) => {
    for (const one of all) {
      const place = placeOf(one);
      const sum = sums.get(place) ?? { one, counts: new Map() };
      sums.set(place, sum);
      for (const [name, count = 0] of Object.entries(one.counts))
        sum.counts.set(name, (sum.counts.get(name) ?? 0) + sign * count);
    }
  };
  add(before, -1);
  add(after, 1);
  return [...sums.values()].flatMap(({ one, counts }) => {
    const changed = [...counts].filter(([, sum]) => sum !== 0);
    return changed.length > 0 ? [{ ...one, counts: Object.fromEntries(changed) }] : [];
  });
};
