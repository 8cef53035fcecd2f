export type Range = { from: number; to: number };

/** Pages in ranges that one call makes ready: small ones for small files, so that two calls share the work. */
export function rangesOf(pages: number): Range[] {
  const size = pages <= 12 ? 3 : 10;
  return Array.from({ length: Math.ceil(pages / size) }, (_, index) => ({
    from: index * size + 1,
    to: Math.min(pages, (index + 1) * size),
  }));
}
