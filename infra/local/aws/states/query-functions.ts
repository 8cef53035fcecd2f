import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';

const DIGESTS: Record<string, string> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};
const formatInstant = jsonata('$fromMillis($instant, $picture, $zone)');

/** The functions that Step Functions adds to JSONata, and its clock on the virtual time. */
export function queryFunctions(now: Date): Record<string, unknown> {
  return {
    now: (picture?: string, zone?: string) =>
      formatInstant.evaluate(undefined, { instant: now.getTime(), picture, zone }),
    millis: () => now.getTime(),
    uuid: () => randomUUID(),
    parse: (text: string) => JSON.parse(text),
    partition,
    range,
    hash,
    random,
    eval: () => {
      throw new Error('$eval is not supported');
    },
  };
}

function partition(items: unknown[], size: number): unknown[][] {
  if (!Array.isArray(items) || !(size >= 1))
    throw new Error('$partition wants an array and a size of 1 or more');
  const step = Math.floor(size);
  return Array.from({ length: Math.ceil(items.length / step) }, (_, at) =>
    items.slice(at * step, (at + 1) * step),
  );
}

function range(first: number, last: number, step: number): number[] {
  if (!step) throw new Error('$range wants a step other than 0');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > 1000) throw new Error('$range gives at most 1,000 items');
  return Array.from({ length }, (_, at) => first + at * step);
}

function hash(data: unknown, algorithm = 'SHA-256'): string {
  const digest = DIGESTS[algorithm];
  if (!digest) throw new Error(`$hash does not know ${algorithm}`);
  return createHash(digest)
    .update(typeof data === 'string' ? data : JSON.stringify(data))
    .digest('hex');
}

/** Mulberry32, so that a seed gives the same number again. */
function random(seed?: number): number {
  if (seed === undefined) return Math.random();
  let a = (seed + 0x6d2b79f5) | 0;
  a = Math.imul(a ^ (a >>> 15), a | 1);
  a ^= a + Math.imul(a ^ (a >>> 7), a | 61);
  return ((a ^ (a >>> 14)) >>> 0) / 4294967296;
}
