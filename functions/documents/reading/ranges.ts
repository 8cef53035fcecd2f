export type Range = { from: number; to: number };

/** A batch of more pages than this is long: its files wait for their turn, and short batches are read beside them. */
export const longBatch = 20;

/** As many pages as one job reads: small ranges for small files, so that their first pages are read while others are made ready. */
const sizeFor = (pages: number): number => (pages <= 12 ? 3 : pages <= 60 ? 10 : 30);

/** Pages in ranges that one call makes ready and one job reads; ranges without a page to do are left out. */
export function rangesOf(pages: number, isToDo: (page: number) => boolean = () => true): Range[] {
  const size = sizeFor(pages);
  const ranges = Array.from({ length: Math.ceil(pages / size) }, (_, index) => ({
    from: index * size + 1,
    to: Math.min(pages, (index + 1) * size),
  }));
  return ranges.filter(({ from, to }) => {
    for (let page = from; page <= to; page++) if (isToDo(page)) return true;
    return false;
  });
}
