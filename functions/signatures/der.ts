/** ASN.1 in DER (ITU-T X.690), as much of it as signatures and certificates need. Pure bytes in and out. */
export type Der = Uint8Array<ArrayBuffer>;

export const bytes = (...parts: readonly (Uint8Array | readonly number[])[]): Der => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const lengthOf = (length: number): number[] => {
  if (length < 128) return [length];
  const octets: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) octets.unshift(left % 256);
  return [128 + octets.length, ...octets];
};
/** Any element: its tag, its length, its content. */
export const element = (tag: number, ...content: readonly (Uint8Array | readonly number[])[]): Der => {
  const inside = bytes(...content);
  return bytes([tag, ...lengthOf(inside.length)], inside);
};

export const sequence = (...content: readonly Uint8Array[]): Der => element(0x30, ...content);
/** A SET OF is sorted by its encodings: another order would be another signature. */
export const setOf = (...content: readonly Uint8Array[]): Der => element(0x31, ...content.toSorted(compare));
export const octets = (content: Uint8Array): Der => element(0x04, content);
/** Bits that fill their octets, as signatures and keys do. */
export const bits = (content: Uint8Array, unused = 0): Der => element(0x03, [unused], content);
export const nothing = (): Der => element(0x05);
export const truth = (): Der => element(0x01, [0xff]);
export const utf8 = (text: string): Der => element(0x0c, new TextEncoder().encode(text));
export const printable = (text: string): Der => element(0x13, new TextEncoder().encode(text));
/** `[n] EXPLICIT`. */
export const explicit = (n: number, ...content: readonly Uint8Array[]): Der => element(0xa0 + n, ...content);
/** The same content under another tag: `[n] IMPLICIT`. */
export const retagged = (tag: number, encoded: Uint8Array): Der => bytes([tag], encoded.subarray(1));

/** A positive integer from its octets, highest first. */
export const integer = (magnitude: Uint8Array | readonly number[]): Der => {
  const octetsOf = [...magnitude];
  while (octetsOf.length > 1 && octetsOf[0] === 0) octetsOf.shift();
  return element(0x02, (octetsOf[0] ?? 0) > 127 ? [0, ...octetsOf] : octetsOf);
};
/** A dotted object identifier. */
export const oid = (dotted: string): Der => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, [first * 40 + second, ...rest.flatMap(base128)]);
};
const base128 = (value: number): number[] => {
  const octetsOf = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
    octetsOf.unshift((left % 128) + 128);
  return octetsOf;
};
/** An instant (UTC, ISO 8601): UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5). */
export const time = (instant: string): Der => {
  const digits = `${instant.slice(0, 19).replace(/[-T:]/g, '')}Z`;
  const isLate = digits >= '2050';
  return element(isLate ? 0x18 : 0x17, new TextEncoder().encode(isLate ? digits : digits.slice(2)));
};

const compare = (a: Uint8Array, b: Uint8Array): number => {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

/** One element as it stands in other bytes. `raw` holds its tag and length too. */
export type Read = { tag: number; content: Uint8Array; raw: Uint8Array };
/** Elements one after the other; throws `not-der` on anything else. */
export const read = (encoded: Uint8Array): Read[] => {
  const found: Read[] = [];
  let at = 0;
  while (at < encoded.length) {
    const tag = encoded[at] ?? 0;
    const short = encoded[at + 1] ?? 0;
    const count = short > 128 ? short - 128 : 0;
    if (short === 128 || count > 4) throw new Error('not-der');
    let length = short;
    if (count > 0)
      length = [...encoded.subarray(at + 2, at + 2 + count)].reduce((sum, one) => sum * 256 + one, 0);
    const from = at + 2 + count;
    if (from + length > encoded.length) throw new Error('not-der');
    found.push({
      tag,
      content: encoded.subarray(from, from + length),
      raw: encoded.subarray(at, from + length),
    });
    at = from + length;
  }
  return found;
};
/** The element reached by positions, from the outside in; throws `not-der` when there is none. */
export const at = (encoded: Uint8Array, ...path: readonly number[]): Read => {
  let current: Read | undefined;
  let inside = encoded;
  for (const position of path) {
    current = read(inside)[position];
    if (!current) throw new Error('not-der');
    inside = current.content;
  }
  if (!current) throw new Error('not-der');
  return current;
};
