import { blankPlace, hasPlace, orientationAt } from './tiff-tags.ts';

/**
 * A picture without what the camera wrote in it: place, device, date, preview, and whatever follows its end. The picture
 * itself and how it is turned stay as they are, bit for bit. Used by the browser before a file leaves, and again by the
 * service. Anything else than a picture, or a broken one, comes back untouched; so does one with nothing to remove.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return cleanJpeg(bytes) ?? bytes;
  if (ascii(bytes, 1, 3) === 'PNG') return cleanPng(bytes) ?? bytes;
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return cleanWebp(bytes) ?? bytes;
  if (/^(II\*\0|MM\0\*)/.test(ascii(bytes, 0, 4))) return withoutPlace(bytes, 0);
  if (ascii(bytes, 4, 4) === 'ftyp') return withoutPlace(bytes, exifIn(bytes));
  return bytes;
}

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
/** The same picture when nothing was taken away. */
const orSame = (bytes: Uint8Array, parts: readonly Uint8Array[]): Uint8Array =>
  parts.reduce((sum, { length }) => sum + length, 0) === bytes.length ? bytes : joined(parts);

/** HEIC and TIFF: places are blanked where they stand, since everything in them is found by its offset. */
function withoutPlace(bytes: Uint8Array, start: number): Uint8Array {
  if (start < 0 || !hasPlace(bytes, start)) return bytes;
  const copy = bytes.slice();
  blankPlace(copy, start);
  return copy;
}

function exifIn(bytes: Uint8Array): number {
  for (let at = 0; at + 8 < bytes.length; at += 1)
    if (bytes[at] === 0x45 && ascii(bytes, at, 6) === 'Exif\0\0' && hasPlace(bytes, at + 6)) return at + 6;
  return -1;
}

/** Application data but the colours (APP2 ICC, APP14) and the size (APP0); comments too. */
const isTold = (bytes: Uint8Array, marker: number, at: number): boolean =>
  marker === 0xfe ||
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xee && ascii(bytes, at + 4, 11) !== 'ICC_PROFILE');

/** Exif of one tag, how the picture is turned. */
const turned = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  );

function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  const isOurs = (at: number, length: number, orientation: number) =>
    length === 36 && ascii(bytes, at, length) === ascii(turned(orientation), 0, 36);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return orSame(bytes, [...kept, bytes.subarray(at, at + 2)]);
    const length = 2 + view(bytes).getUint16(at + 2);
    const segment = bytes.subarray(at, at + length);
    if (marker === 0xda) {
      const end = endOfScan(bytes, at + length);
      kept.push(bytes.subarray(at, end));
      at = end;
      continue;
    }
    if (marker === 0xe1 && ascii(bytes, at + 4, 4) === 'Exif') {
      const orientation = orientationAt(bytes.subarray(0, at + length), at + 10);
      if (orientation !== 1) kept.push(isOurs(at, length, orientation) ? segment : turned(orientation));
    } else if (!isTold(bytes, marker, at)) kept.push(segment);
    at += length;
  }
  // Cut short: what there is of it is kept, without what was told.
  return orSame(bytes, [...kept, bytes.subarray(at)]);
}

/** In the picture's own data every FF is followed by 00 or counts a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const toldInPng = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'];
function cleanPng(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    if (at + 12 > bytes.length) return null;
    const length = 12 + view(bytes).getUint32(at);
    const kind = ascii(bytes, at + 4, 4);
    if (!toldInPng.includes(kind)) kept.push(bytes.subarray(at, at + length));
    at += length;
    if (kind === 'IEND') break;
  }
  return orSame(bytes, kept);
}

function cleanWebp(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.slice(0, 12)];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = 8 + view(bytes).getUint32(at + 4, true);
    const padded = length + (length % 2);
    const kind = ascii(bytes, at, 4);
    const chunk = bytes.slice(at, at + padded);
    // The header says which other chunks there are: those of Exif and XMP are not any more.
    if (kind === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c;
    if (kind !== 'EXIF' && kind !== 'XMP ') kept.push(chunk);
    at += padded;
  }
  const clean = orSame(bytes, kept);
  if (clean !== bytes) view(clean).setUint32(4, clean.length - 8, true);
  return clean;
}
