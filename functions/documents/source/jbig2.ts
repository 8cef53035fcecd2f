/** Kinds of segment of a JBIG2 (ITU-T T.88, 7.3): a region of pixels that goes straight to the page. */
const immediate = [38, 39];
const unknownLength = 0xffffffff;

/**
 * Whether a JBIG2 as a PDF embeds it has a region coded as a fax (7.4.6, MMR) with anything black in it: PDFium decodes
 * such a region and forgets to put it on the page, without a word, so that a letter would come out as white paper.
 */
export function hasFaxRegion(stream: Uint8Array): boolean {
  const byte = (at: number) => stream[at] ?? 0;
  const number = (at: number) =>
    ((byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3)) >>> 0;
  /** The header of a segment (7.2): its number, kind, the segments it refers to, its page and its length. */
  const headerAt = (at: number) => {
    const [id, flags, short] = [number(at), byte(at + 4), byte(at + 5) >> 5];
    const isShort = short < 7;
    const referred = isShort ? short : number(at + 5) & 0x1fffffff;
    const counted = at + (isShort ? 6 : 9 + Math.ceil((referred + 1) / 8));
    const idSize = id <= 256 ? 1 : id <= 65_536 ? 2 : 4;
    const length = counted + referred * idSize + (flags & 64 ? 4 : 1);
    return { kind: flags & 63, length: number(length), data: length + 4 };
  };
  /** A white row after a white row is a single bit: one. */
  const isWhite = (strip: number, rows: number) =>
    Array.from({ length: Math.min(rows, stream.length * 8) }, (_, row) => row).every(
      (row) => (byte(strip + (row >> 3)) << (row & 7)) & 128,
    );
  for (let at = 0; at < stream.length; ) {
    const { kind, length, data } = headerAt(at);
    const isFax = immediate.includes(kind) && (byte(data + 17) & 1) === 1;
    if (isFax && !isWhite(data + 18, number(data + 4))) return true;
    at = length === unknownLength ? endOf(stream, data, isFax) : data + length;
  }
  return false;
}

/** A region may be coded before its length is known: a mark ends it, and the number of its rows follows (7.2.7). */
function endOf(stream: Uint8Array, from: number, isFax: boolean): number {
  const mark = Buffer.from(isFax ? [0, 0] : [0xff, 0xac]);
  const found = Buffer.from(stream.buffer, stream.byteOffset, stream.length).indexOf(mark, from + 18);
  return found < 0 ? stream.length : found + mark.length + 4;
}
