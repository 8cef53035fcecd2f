import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

export type OneFile = { readonly name: string; readonly text: string };
const centralHeader = 0x02014b50;
const localHeader = 0x04034b50;
/** Official archives unpack to some 150 MB. */
const mostBytes = 1_000_000_000;

/**
 * The XML files of a folder, of an archive, or a single one. The official archive is also published under a name that
 * ends in `.xml`: what it begins with decides.
 * @throws when nothing is there
 */
export function* xmlFiles(path: string): Generator<OneFile> {
  if (!existsSync(path)) throw new Error(`${path} does not exist`);
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:xml|zip)$/i.test(name)) yield* xmlFiles(join(path, name));
    return;
  }
  const bytes = readFileSync(path);
  if (bytes.length > 4 && bytes.readUInt32LE(0) === localHeader) yield* zipped(bytes);
  else yield { name: path, text: bytes.toString('utf8') };
}

function* zipped(zip: Buffer): Generator<OneFile> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = end < 0 ? zip.length : zip.readUInt32LE(end + 16);
  let left = mostBytes;
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === centralHeader) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const text = /\.xml$/i.test(name) ? entry(zip, at, left) : undefined;
    if (text) {
      left -= text.length;
      yield { name, text: text.toString('utf8') };
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function entry(zip: Buffer, at: number, most: number): Buffer | undefined {
  const header = zip.readUInt32LE(at + 42);
  if (header + 30 > zip.length || zip.readUInt32LE(header) !== localHeader) return undefined;
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
  return zip.readUInt16LE(at + 10) === 0
    ? packed
    : inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
}
