import { binaryOf } from './binary.ts';

/** The kind of a picture that a browser draws without reading a document in it (no SVG), by its first bytes. */
export function kindOfPicture(bytes: Uint8Array): string | undefined {
  const content = binaryOf(bytes.subarray(0, 16));
  if (content.startsWith('\x89PNG\r\n')) return 'image/png';
  if (content.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(content)) return 'image/gif';
  return /^RIFF[\s\S]{4}WEBP/.test(content) ? 'image/webp' : undefined;
}
