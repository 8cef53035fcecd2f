import type { Point } from './setting.ts';

const gpsTag = 0x8825;
const [latitudeRef, latitude, longitudeRef, longitude] = [1, 2, 3, 4];

/** Where a camera says that a JPEG was taken (Exif 2.32, GPS directory); null when it does not say, or says nonsense. */
export function placeOfPhoto(bytes: Uint8Array): Point | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at + 1] === 0xda) return null;
    const isExif = bytes[at + 1] === 0xe1 && view.getUint32(at + 4) === 0x45786966;
    if (isExif) return placeIn(view, at + 10);
  }
  return null;
}

function placeIn(view: DataView, start: number): Point | null {
  const little = view.getUint16(start) === 0x4949;
  const u16 = (at: number) => (start + at + 2 <= view.byteLength ? view.getUint16(start + at, little) : 0);
  const u32 = (at: number) => (start + at + 4 <= view.byteLength ? view.getUint32(start + at, little) : 0);
  const entry = (directory: number, tag: number): number | undefined =>
    Array.from({ length: Math.min(u16(directory), 200) }, (_, index) => directory + 2 + index * 12).find(
      (at) => u16(at) === tag,
    );
  const gps = entry(u32(4), gpsTag);
  if (gps === undefined) return null;
  const directory = u32(gps + 8);
  const degrees = (tag: number): number => {
    const found = entry(directory, tag);
    if (found === undefined) return Number.NaN;
    const values = u32(found + 8);
    const part = (index: number) => u32(values + index * 8) / u32(values + index * 8 + 4);
    return part(0) + part(1) / 60 + part(2) / 3600;
  };
  const isFrom = (tag: number, letter: string) => {
    const found = entry(directory, tag);
    return found !== undefined && view.getUint8(start + found + 8) === letter.charCodeAt(0);
  };
  const point = {
    latitude: degrees(latitude) * (isFrom(latitudeRef, 'S') ? -1 : 1),
    longitude: degrees(longitude) * (isFrom(longitudeRef, 'W') ? -1 : 1),
  };
  const isPlace =
    Math.abs(point.latitude) <= 90 &&
    Math.abs(point.longitude) <= 180 &&
    (point.latitude !== 0 || point.longitude !== 0);
  return isPlace ? point : null;
}
