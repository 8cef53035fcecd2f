const compressed = { offsets: [273, 324], lengths: [279, 325] };
const widthOf: Record<number, number> = { 3: 2, 4: 4 };
const mostDirectories = 10_000;

/**
 * Writes zeros over the pictures of some pages of a TIFF, without moving anything: the other pages are what they were.
 * `bytes` is changed. Pages count from 1.
 */
export function blankTiffPages(bytes: Uint8Array, pages: ReadonlySet<number>): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isLittle = bytes[0] === 0x49;
  const fits = (at: number, size: number) => at >= 0 && at + size <= bytes.length;
  const u16 = (at: number) => (fits(at, 2) ? view.getUint16(at, isLittle) : 0);
  const u32 = (at: number) => (fits(at, 4) ? view.getUint32(at, isLittle) : 0);
  /** Numbers of an entry: where strips begin, or how long they are. */
  const numbers = (entry: number): number[] => {
    const width = widthOf[u16(entry + 2)];
    const count = Math.min(u32(entry + 4), bytes.length);
    if (!width) return [];
    const from = width * count > 4 ? u32(entry + 8) : entry + 8;
    return Array.from({ length: count }, (_, at) => (width === 2 ? u16(from + at * 2) : u32(from + at * 4)));
  };
  let directory = u32(4);
  for (let page = 1; directory > 0 && page <= mostDirectories; page += 1) {
    const count = u16(directory);
    const entries = Array.from({ length: count }, (_, at) => directory + 2 + at * 12);
    const under = (tags: readonly number[]) =>
      entries.filter((entry) => tags.includes(u16(entry))).flatMap(numbers);
    if (pages.has(page)) {
      const lengths = under(compressed.lengths);
      for (const [at, offset] of under(compressed.offsets).entries())
        bytes.fill(0, Math.min(offset, bytes.length), Math.min(offset + (lengths[at] ?? 0), bytes.length));
    }
    directory = u32(directory + 2 + count * 12);
  }
}
