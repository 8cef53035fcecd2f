import { inflateRawSync } from 'node:zlib';

/** More than any document of an office holds once it is unpacked; bytes, in all and for one entry. */
const most = { inAll: 100 * 1024 * 1024, each: 64 * 1024 * 1024, entries: 5_000, depth: 2 };
const signs = { end: 0x06054b50, entry: 0x02014b50 };
const [stored, deflated, link] = [0, 8, 0xa];

type Entry = { at: number; packed: number; unpacked: number; method: number };
class NotModest extends Error {}
const refuse = (): never => {
  throw new NotModest();
};

/** Where the list of entries begins, and how many it has: the last record of the file says so. */
const listOf = (zip: Buffer): { at: number; count: number; end: number } => {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at -= 1)
    if (zip.readUInt32LE(at) === signs.end)
      return { count: zip.readUInt16LE(at + 10), at: zip.readUInt32LE(at + 16), end: at };
  return refuse();
};

/** The entries, each of which lies apart from the others; refuses a name that climbs, a link, and what is locked. */
const entriesOf = (zip: Buffer): Entry[] => {
  const { at: first, count, end } = listOf(zip);
  if (count > most.entries) refuse();
  const entries: Entry[] = [];
  let at = first;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || zip.readUInt32LE(at) !== signs.entry) refuse();
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [
      ...[number, number, number],
    ];
    const name = zip.toString('latin1', at + 46, at + 46 + nameLength);
    const isClimbing = /^[/\\]|^[a-z]:|\\|\0|(^|\/)\.\.(\/|$)/i.test(name);
    const isLocked = (zip.readUInt16LE(at + 8) & 1) === 1;
    if (isClimbing || isLocked || zip.readUInt32LE(at + 38) >>> 28 === link) refuse();
    entries.push({
      ...{ method: zip.readUInt16LE(at + 10), at: zip.readUInt32LE(at + 42) },
      ...{ packed: zip.readUInt32LE(at + 20), unpacked: zip.readUInt32LE(at + 24) },
    });
    at += 46 + nameLength + extra + comment;
  }
  const byPlace = entries.toSorted((one, other) => one.at - other.at);
  // Entries that share their bytes are how a few kilobytes become a billion.
  for (const [n, { at: begin, packed }] of byPlace.entries())
    if (begin + 30 + packed > (byPlace[n + 1]?.at ?? first)) refuse();
  return entries;
};

const unpackedOf = (zip: Buffer, { at, packed, unpacked, method }: Entry): Buffer => {
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const bytes = zip.subarray(begin, begin + packed);
  if (method === stored) return bytes.length === unpacked ? bytes : refuse();
  if (method !== deflated) return refuse();
  const made = inflateRawSync(bytes, { maxOutputLength: unpacked + 1 });
  return made.length === unpacked ? made : refuse();
};

const weigh = (zip: Buffer, depth: number, left: number): number => {
  if (depth > most.depth) refuse();
  const entries = entriesOf(zip);
  let rest = left;
  // What it says of itself first: most that is wrong is seen without unpacking anything.
  const said = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (said > rest || entries.some(({ unpacked }) => unpacked > most.each)) refuse();
  for (const entry of entries) {
    const made = unpackedOf(zip, entry);
    rest -= made.length;
    if (made.length > 4 && made.readUInt32LE(0) === 0x04034b50) rest = weigh(made, depth + 1, rest);
  }
  return rest;
};

/**
 * Whether a zip (an office file is one) is what it says and stays within bounds when unpacked: by what its entries say and
 * by what they really hold, archives within it included. A file that was cut is not.
 */
export const isModestZip = (bytes: Uint8Array): boolean => {
  try {
    weigh(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 1, most.inAll);
    return true;
  } catch {
    return false;
  }
};
