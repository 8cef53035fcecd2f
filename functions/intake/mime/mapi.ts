import { type Binary, uint32, untilNul } from './binary.ts';
import { decodeText } from './charset.ts';

export type Property = { bytes: Binary; text: string };
/** Bytes of a value of fixed length, by its type; variable ones carry their length. */
const fixed: Record<number, number> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const variable = new Set([13, 30, 31, 258]);
const mostProperties = 1_000;
const mostValues = 1_000;

/** Properties by their number (MS-OXTNEF 2.1.3.4); stops at the first one it does not understand. */
export function readProperties(content: Binary, codePage: string): Map<number, Property> {
  const properties = new Map<number, Property>();
  const count = Math.min(uint32(content, 0), mostProperties);
  let at = 4;
  for (let index = 0; index < count && at + 4 <= content.length; index++) {
    const head = uint32(content, at);
    const [type, id] = [head & 0xfff, head >>> 16];
    const isMany = (head & 0x1000) !== 0;
    at += 4;
    if (id >= 0x8000) at = pastName(content, at);
    let values = 1;
    if (isMany || variable.has(type)) {
      values = uint32(content, at);
      at += 4;
    }
    if (values > mostValues) break;
    for (let value = 0; value < values; value++) {
      const size = fixed[type];
      const length = size ?? (variable.has(type) ? uint32(content, at) : undefined);
      if (length === undefined) return properties;
      const start = size === undefined ? at + 4 : at;
      const bytes = content.slice(start, start + length);
      at = start + length + (size === undefined ? (4 - (length % 4)) % 4 : 0);
      if (value === 0) properties.set(id, propertyOf(type, bytes, codePage));
    }
  }
  return properties;
}

function propertyOf(type: number, bytes: Binary, codePage: string): Property {
  if (type === 31) return { bytes, text: decodeText(bytes, 'utf-16le').replace(/\0[\s\S]*$/, '') };
  // An object begins with the identifier of its interface.
  if (type === 13) return { bytes: bytes.slice(16), text: '' };
  return { bytes, text: type === 30 ? decodeText(untilNul(bytes), codePage) : '' };
}

/** A property above 0x8000 says its name: a set, then a number or a string. */
function pastName(content: Binary, at: number): number {
  if (uint32(content, at + 16) === 0) return at + 24;
  const length = uint32(content, at + 20);
  return at + 24 + length + ((4 - (length % 4)) % 4);
}
