import { type Binary, bytesOf } from './binary.ts';

/** The content of a part as it was before it was encoded for the way; what is broken is passed over, never refused. */
export function decodeTransfer(body: Binary, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name === 'base64') return decodeBase64(body);
  if (name === 'quoted-printable') return decodeQuoted(body);
  if (/^(x-)?uu(encode|e)$/.test(name)) return decodeUu(body);
  return bytesOf(body);
}

const valuesOf = (characters: string): Int8Array => {
  const values = new Int8Array(256).fill(-1);
  for (const [value, character] of [...characters].entries()) values[character.charCodeAt(0)] = value;
  return values;
};
const sixBits = valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const digits = valuesOf('0123456789ABCDEF');
for (const [value, character] of [...'abcdef'].entries()) digits[character.charCodeAt(0)] = 10 + value;

/** Padding in the middle begins a new group: some programs join pieces that were encoded apart. */
export function decodeBase64(body: Binary): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((body.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    const value = sixBits[code & 255] ?? -1;
    if (value < 0) {
      if (code === 0x3d) {
        bits = 0;
        count = 0;
      }
      continue;
    }
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[length++] = (bits >> count) & 255;
  }
  return bytes.subarray(0, length);
}

/** Spaces before the end of a line were added on the way; a message cut within a character ends with half of its code. */
export function decodeQuoted(body: Binary): Uint8Array {
  const bytes = new Uint8Array(body.length);
  let length = 0;
  let spaces = 0;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && body.charCodeAt(at + 1) === 0x0a)) length -= spaces;
    spaces = code === 0x20 || code === 0x09 ? spaces + 1 : 0;
    if (code !== 0x3d) {
      bytes[length++] = code;
      continue;
    }
    const high = digits[body.charCodeAt(at + 1) & 255] ?? -1;
    const low = digits[body.charCodeAt(at + 2) & 255] ?? -1;
    if (high >= 0 && low >= 0 && at + 2 < body.length) {
      bytes[length++] = high * 16 + low;
      at += 2;
    } else if (/^[ \t]{0,20}(\r?\n|$)/.test(body.slice(at + 1, at + 24))) {
      at = body.indexOf('\n', at);
      if (at < 0) break;
    } else if (at + 2 < body.length) bytes[length++] = code;
    else break;
  }
  return bytes.subarray(0, length);
}

function decodeUu(body: Binary): Uint8Array {
  const bytes: number[] = [];
  for (const line of body.split(/\r?\n/)) {
    if (/^begin \d{3} /.test(line) || line === '') continue;
    if (line === 'end') break;
    const end = bytes.length + ((line.charCodeAt(0) - 32) & 63);
    for (let at = 1; at < line.length && bytes.length < end; at += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((next) => (line.charCodeAt(at + next) - 32) & 63);
      bytes.push(((a << 2) | (b >> 4)) & 255, ((b << 4) | (c >> 2)) & 255, ((c << 6) | d) & 255);
    }
    bytes.length = Math.min(bytes.length, end);
  }
  return Uint8Array.from(bytes);
}
