import { type Binary, hasHighBytes } from './binary.ts';
import { decodeText } from './charset.ts';
import { decodeWords } from './words.ts';

/** Headers by lower-case name, unfolded and not decoded; the first of each, but all that say who wrote it. */
export type Headers = ReadonlyMap<string, Binary>;
type Value = { value: string; parameters: ReadonlyMap<string, string> };

const mostNames = 300;
const longestValue = 16 * 1024;
const mostFolds = 1_000;
/** Read whatever comes before them: they say who writes, about what, and how the rest is to be read. */
const needed = new Set(
  'from to cc subject date message-id in-reply-to references content-type content-transfer-encoding content-disposition content-id auto-submitted precedence list-id'.split(
    ' ',
  ),
);

/** Reads headers from `at` to the empty line, to `end`, or to a line that `stops` knows. Time grows with their length only. */
export function readHeaders(
  message: Binary,
  at: number,
  stops: (lineStart: number) => boolean,
): { headers: Headers; body: number } {
  const headers = new Map<string, Binary>();
  let [name, value, folds] = ['', '', 0];
  const keep = () => {
    const before = headers.get(name);
    if (name && before === undefined && (headers.size < mostNames || needed.has(name)))
      headers.set(name, value.trim());
    // Which of two authors a server vouched for is not ours to guess.
    if (name === 'from' && before && before.length < longestValue)
      headers.set(name, `${before}, ${value.trim()}`);
    name = '';
  };
  let position = at;
  while (position < message.length) {
    if (stops(position)) break;
    const newline = message.indexOf('\n', position);
    const end = newline < 0 ? message.length : newline;
    const next = end + 1;
    const first = message.charCodeAt(position);
    if (first === 0x20 || first === 0x09) {
      if (isBlank(message, position, end) && name === '') {
        position = next;
        break;
      }
      if (folds++ < mostFolds && value.length < longestValue)
        value += ` ${message.slice(position, Math.min(end, position + longestValue)).trim()}`;
    } else if (isBlank(message, position, end)) {
      position = next;
      break;
    } else {
      keep();
      const colon = message.slice(position, Math.min(end, position + 200)).indexOf(':');
      if (colon > 0) {
        name = message
          .slice(position, position + colon)
          .trim()
          .toLowerCase()
          // Some programs begin their file with the mark of UTF-8.
          .replace(/^\xef\xbb\xbf/, '');
        value = message
          .slice(position + colon + 1, Math.min(end, position + colon + 1 + longestValue))
          .trim();
        folds = 0;
      }
    }
    position = next;
  }
  keep();
  return { headers, body: Math.min(position, message.length) };
}

const isBlank = (message: Binary, from: number, to: number): boolean =>
  to - from < 100 && message.slice(from, to).trim() === '';

/** A value with its parameters (`Content-Type`, `Content-Disposition`), RFC 2231 continuations and charsets included. */
export function structured(header: Binary): Value {
  const [value = '', ...rest] = split(header);
  const plain = new Map<string, string>();
  const pieces = new Map<string, { order: number; isEncoded: boolean; text: string }[]>();
  for (const one of rest) {
    const equals = one.indexOf('=');
    if (equals < 1) continue;
    const name = one.slice(0, equals).trim().toLowerCase();
    const text = unquoted(one.slice(equals + 1).trim());
    const star = /^([^*]{1,60})\*(?:(\d{1,3})(\*)?)?$/.exec(name);
    if (!star) {
      if (!plain.has(name)) plain.set(name, decodeWords(text));
      continue;
    }
    const list = pieces.get(star[1] ?? '') ?? [];
    list.push({ order: Number(star[2] ?? 0), isEncoded: star[2] === undefined || star[3] === '*', text });
    pieces.set(star[1] ?? '', list);
  }
  for (const [name, list] of pieces) plain.set(name, joined(list));
  return { value: value.trim().toLowerCase(), parameters: plain };
}

function joined(pieces: { order: number; isEncoded: boolean; text: string }[]): string {
  let charset = '';
  const bytes = pieces
    .sort((one, other) => one.order - other.order)
    .map(({ isEncoded, text, order }) => {
      if (!isEncoded) return text;
      const mark = order === 0 ? /^([^']{0,60})'[^']{0,60}'/.exec(text) : null;
      if (mark) charset = mark[1] ?? '';
      return text
        .slice(mark?.[0].length ?? 0)
        .replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    })
    .join('');
  return charset || hasHighBytes(bytes) ? decodeText(bytes, charset) : decodeWords(bytes);
}

/** Parts between semicolons that no quotes hold. */
function split(header: Binary): string[] {
  const parts: string[] = [];
  let [start, isQuoted] = [0, false];
  for (let at = 0; at < header.length && parts.length < 100; at++) {
    const character = header[at];
    if (isQuoted && character === '\\') at++;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === ';' && !isQuoted) {
      parts.push(header.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, header.slice(start)];
}

const unquoted = (text: string): string =>
  text.startsWith('"')
    ? text
        .slice(1)
        .replace(/"[^"]*$/, '')
        .replace(/\\(.)/g, '$1')
    : text;
