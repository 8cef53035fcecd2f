/** The tags of a TIFF, which is also what cameras write in a JPEG or a HEIC (Exif 2.32): just enough to find two of them. */
const orientationTag = 0x0112;
const gpsTag = 0x8825;
const sizeOf = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

type Reader = { u16(at: number): number; u32(at: number): number; end: number };

/** Reads numbers from `start`, the place of `II` or `MM`; null when there is no TIFF there. */
function readerAt(bytes: Uint8Array, start: number): Reader | null {
  const order = String.fromCharCode(bytes[start] ?? 0, bytes[start + 1] ?? 0);
  if (order !== 'II' && order !== 'MM') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  const little = order === 'II';
  const u16 = (at: number) => (at + 2 <= view.byteLength ? view.getUint16(at, little) : 0);
  const u32 = (at: number) => (at + 4 <= view.byteLength ? view.getUint32(at, little) : 0);
  return u16(2) === 42 ? { u16, u32, end: view.byteLength } : null;
}

/** Places of the entries of a directory, 12 bytes each. */
const entriesAt = ({ u16, end }: Reader, directory: number): number[] =>
  directory < 8 || directory + 2 > end
    ? []
    : Array.from({ length: Math.min(u16(directory), 500) }, (_, at) => directory + 2 + at * 12).filter(
        (at) => at + 12 <= end,
      );

/** How a picture is turned: 1 is upright. */
export function orientationAt(bytes: Uint8Array, start: number): number {
  const reader = readerAt(bytes, start);
  const entry = reader && entriesAt(reader, reader.u32(4)).find((at) => reader.u16(at) === orientationTag);
  const turned = reader && entry !== undefined && entry !== null ? reader.u16(entry + 8) : 1;
  return turned >= 1 && turned <= 8 ? turned : 1;
}

/** Whether a place is written there. */
export const hasPlace = (bytes: Uint8Array, start: number): boolean => placeDirectory(bytes, start) !== null;

function placeDirectory(bytes: Uint8Array, start: number): { reader: Reader; directory: number } | null {
  const reader = readerAt(bytes, start);
  const entry = reader && entriesAt(reader, reader.u32(4)).find((at) => reader.u16(at) === gpsTag);
  if (!reader || entry === undefined || entry === null) return null;
  const directory = reader.u32(entry + 8);
  return entriesAt(reader, directory).length > 0 ? { reader, directory } : null;
}

/** Writes zeros over the place, without moving anything: `bytes` is changed. */
export function blankPlace(bytes: Uint8Array, start: number): void {
  const found = placeDirectory(bytes, start);
  if (!found) return;
  const { reader, directory } = found;
  const entries = entriesAt(reader, directory);
  for (const at of entries) {
    const size = (sizeOf[reader.u16(at + 2)] ?? 0) * reader.u32(at + 4);
    const value = reader.u32(at + 8);
    if (size > 4 && value + size <= reader.end) bytes.fill(0, start + value, start + value + size);
  }
  bytes.fill(0, start + directory, start + directory + 2 + entries.length * 12);
}
