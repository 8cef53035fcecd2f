/** Kinds of segment of a JBIG2 (ITU-T T.88, 7.3): a region of pixels that goes straight to the page. */
const immediate = [38, 39];
const unknownLength = 0xffffffff;

const numberAt = (stream: Uint8Array, at: number): number =>
  [0, 1, 2, 3].reduce((sum, next) => sum * 256 + (stream[at + next] ?? 0), 0);

/** The segments of a JBIG2 as a PDF embeds it, by their headers (7.2): number, kind, what they refer to, page, length. */
function* segmentsOf(stream: Uint8Array): Generator<{ isFax: boolean; data: number; end: number }> {
  for (let at = 0; at < stream.length; ) {
    const [id, flags, short] = [numberAt(stream, at), stream[at + 4] ?? 0, (stream[at + 5] ?? 0) >> 5];
    const isShort = short < 7;
    const referred = isShort ? short : numberAt(stream, at + 5) & 0x1fffffff;
    const counted = at + (isShort ? 6 : 9 + Math.ceil((referred + 1) / 8));
    const idSize = id <= 256 ? 1 : id <= 65_536 ? 2 : 4;
    const measured = counted + referred * idSize + (flags & 64 ? 4 : 1);
    const data = measured + 4;
    const isFax = immediate.includes(flags & 63) && ((stream[data + 17] ?? 0) & 1) === 1;
    const length = numberAt(stream, measured);
    const end = length === unknownLength ? endOf(stream, data, isFax) : data + length;
    yield { isFax, data, end };
    at = end;
  }
}

/** Whether it ends in the middle of a segment. */
export function isCutJbig2(stream: Uint8Array): boolean {
  return [...segmentsOf(stream)].some(({ end }) => end > stream.length);
}

/**
 * Whether it has a region coded as a fax (7.4.6, MMR) with anything black in it: PDFium decodes such a region and forgets
 * to put it on the page, without a word, so that a letter would come out as white paper.
 */
export function hasFaxRegion(stream: Uint8Array): boolean {
  /** A white row after a white row is a single bit: one. */
  const isWhite = (strip: number, rows: number) =>
    Array.from({ length: Math.min(rows, stream.length * 8) }, (_, row) => row).every(
      (row) => ((stream[strip + (row >> 3)] ?? 0) << (row & 7)) & 128,
    );
  return [...segmentsOf(stream)].some(
    ({ isFax, data }) => isFax && !isWhite(data + 18, numberAt(stream, data + 4)),
  );
}

/** A region may be coded before its length is known: a mark ends it, and the number of its rows follows (7.2.7). */
function endOf(stream: Uint8Array, from: number, isFax: boolean): number {
  const mark = Buffer.from(isFax ? [0, 0] : [0xff, 0xac]);
  const found = Buffer.from(stream.buffer, stream.byteOffset, stream.length).indexOf(mark, from + 18);
  return found < 0 ? stream.length : found + mark.length + 4;
}
