import { isCutJbig2 } from './jbig2.ts';

/**
 * Whether a picture within a PDF ends too early, by its coding: what is missing is drawn as white paper. A coding that
 * does not say where it ends counts as whole.
 */
export function isCutPicture(filter: string, bytes: Uint8Array): boolean {
  if (filter === 'JBIG2Decode') return isCutJbig2(bytes);
  if (filter !== 'DCTDecode') return false;
  // The end of a JPEG comes after its last scan; that of a thumbnail within comes before.
  const jpeg = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return jpeg.lastIndexOf(Buffer.from([0xff, 0xd9])) <= jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
}

const mostDirectories = 10_000;
/** Whether a file is a TIFF that ends before the last page it tells of: such a file may not even be known for a TIFF. */
export function isCutTiff(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const mark = file.toString('latin1', 0, 4);
  if (mark !== 'II*\0' && mark !== 'MM\0*') return false;
  const isLittle = mark.startsWith('I');
  const number = (at: number) => (isLittle ? file.readUInt32LE(at) : file.readUInt32BE(at));
  const few = (at: number) => (isLittle ? file.readUInt16LE(at) : file.readUInt16BE(at));
  let pointer = 4;
  for (let directory = 0; directory < mostDirectories; directory++) {
    if (pointer + 4 > file.length) return true;
    const at = number(pointer);
    if (at === 0) return directory === 0;
    if (at + 2 > file.length) return true;
    pointer = at + 2 + few(at) * 12;
  }
  return false;
}
