/** One header of a message: its name as written, its value unfolded. */
export type Header = { readonly name: string; readonly value: string };
const CARRIAGE_RETURN = 0x0d;
type Split = { readonly lines: string[]; readonly body: Buffer };

/** The headers of a raw message, in order. Bytes are taken as UTF-8 (RFC 6532). */
export function headersOf(raw: Buffer): Header[] {
  return split(raw).lines.map((line) => {
    const text = Buffer.from(line, 'latin1').toString('utf8');
    const colon = text.indexOf(':');
    return {
      name: text.slice(0, colon).trim(),
      value: text
        .slice(colon + 1)
        .replace(/\r?\n\s+/g, ' ')
        .trim(),
    };
  });
}

export const headerOf = (headers: Header[], name: string): string | undefined =>
  headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;

/** The message without the headers of those names (lower case); its other bytes are untouched. */
export function withoutHeaders(raw: Buffer, isDropped: (name: string, value: string) => boolean): Buffer {
  const { lines, body } = split(raw);
  const kept = lines.filter((line) => {
    const colon = line.indexOf(':');
    return !isDropped(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  });
  if (kept.length === lines.length) return raw;
  return Buffer.concat([Buffer.from(kept.map((line) => `${line}\r\n`).join(''), 'latin1'), body]);
}

/** The message with more headers at its top. */
export const withHeaders = (raw: Buffer, headers: Header[]): Buffer =>
  Buffer.concat([Buffer.from(headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('')), raw]);

/** Header lines (folded ones whole), and the rest from the empty line on. Latin-1 keeps every byte what it was. */
function split(raw: Buffer): Split {
  const ends = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter((end) => end >= 0);
  const end = ends.length ? Math.min(...ends) : raw.length;
  const head = raw.toString('latin1', 0, end);
  const body = raw.subarray(raw[end] === CARRIAGE_RETURN ? end + 2 : end + 1);
  return { lines: head.split(/\r?\n(?![ \t])/).filter(Boolean), body };
}
