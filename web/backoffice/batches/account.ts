type Counted = {
  state: string;
  pages: number;
  filed: number;
  separators: number;
  blanks: number;
  rejected: number;
};
export const parts = ['filed', 'separators', 'blanks', 'rejected'] as const;
export type Part = (typeof parts)[number];

/**
 * The account of a batch: every page read is filed, a separator, blank or rejected. `missing` pages of a batch that is
 * still being read are pending; of a batch that has ended they are an error to show.
 */
export function account(batch: Counted): {
  parts: { part: Part; count: number }[];
  pending: number;
  missing: number;
} {
  const counted = parts.map((part) => ({ part, count: batch[part] }));
  const rest = batch.pages - counted.reduce((sum, each) => sum + each.count, 0);
  const reading = batch.state === 'reading';
  return {
    parts: counted,
    pending: reading ? Math.max(0, rest) : 0,
    missing: reading ? Math.min(0, rest) : rest,
  };
}
