import { type Binary, binaryOf, hasHighBytes } from './binary.ts';
import { decodeText } from './charset.ts';
import { decodeBase64 } from './transfer.ts';

const word = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=/g;

/** A header's value as a person reads it (RFC 2047); a character split between two words is put together again. */
export function decodeWords(value: Binary): string {
  const out: string[] = [];
  let run: { charset: string; bytes: string } | undefined;
  let last = 0;
  const flush = () => {
    if (run) out.push(decodeText(run.bytes, run.charset));
    run = undefined;
  };
  for (const found of value.matchAll(word)) {
    const between = value.slice(last, found.index);
    const charset = (found[1] ?? '').toLowerCase();
    if (!run || /\S/.test(between) || run.charset !== charset) {
      const isJoined = run !== undefined && !/\S/.test(between);
      flush();
      if (!isJoined) out.push(plain(between));
      run = { charset, bytes: '' };
    }
    run.bytes += /b/i.test(found[2] ?? '') ? binaryOf(decodeBase64(found[3] ?? '')) : decodeQ(found[3] ?? '');
    last = found.index + found[0].length;
  }
  flush();
  out.push(plain(value.slice(last)));
  return out.join('');
}

const plain = (value: Binary): string => (hasHighBytes(value) ? decodeText(value) : value);
const decodeQ = (text: string): Binary =>
  text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
