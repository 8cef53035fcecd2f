type Counted = {
  state: string;
  pages: number;
  filed: number;
  separators: number;
  blanks: number;
  rejected: number;
  /** Doubtful places that wait for a clerk, and pages known to be nowhere. */
  doubts?: number;
  unaccounted?: number;
};
export const parts = ['filed', 'separators', 'blanks', 'rejected'] as const;
export type Part = (typeof parts)[number];

/**
 * The account of a batch: every page read is filed, a separator, blank or rejected. The rest of a batch that is being read
 * is pending, of one with doubts it waits for a clerk; of one that has ended it is an error to show.
 */
export function account({ doubts = 0, unaccounted = 0, ...batch }: Counted): {
  parts: { part: Part; count: number }[];
  pending: number;
  doubtful: number;
  missing: number;
} {
  const counted = parts.map((part) => ({ part, count: batch[part] }));
  const rest = batch.pages - counted.reduce((sum, each) => sum + each.count, 0);
  const reading = batch.state === 'reading';
  const doubtful = !reading && doubts > 0 ? Math.max(0, rest - unaccounted) : 0;
  return {
    parts: counted,
    pending: reading ? Math.max(0, rest) : 0,
    doubtful,
    missing: reading ? Math.min(0, rest) : rest - doubtful,
  };
}

type Known = Counted & { pagesList: readonly { state: string }[] };
/** The account as the pages stand now: that of the batch itself is written when a file of it ends. */
export function liveAccount(batch: Known): Counted {
  const of = (state: string) => batch.pagesList.filter((page) => page.state === state).length;
  const pages = Math.max(batch.pages, batch.pagesList.length);
  const counts = {
    filed: of('filed'),
    separators: of('separator'),
    blanks: of('blank'),
    rejected: of('rejected'),
  };
  return { ...batch, pages, ...counts };
}
