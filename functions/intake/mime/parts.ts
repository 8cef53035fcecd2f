import type { Binary } from './binary.ts';
import { type Headers, readHeaders, structured } from './header.ts';

/** One part of a message: a leaf has a `body`, as it was encoded; the others have children. */
export type Part = {
  headers: Headers;
  /** `text/plain` and its like, lower case; what it should be when the message does not say. */
  type: string;
  parameters: ReadonlyMap<string, string>;
  body: Binary;
  children: Part[];
};
export type Parts = { root: Part; isCut: boolean };

export const mostParts = 500;
const deepest = 20;
const mostDelimiters = 300_000;
const longestBoundary = 200;

type Open = { part: Part; start: number; boundary: string | null };

/**
 * Takes a message apart in one pass over its bytes, whatever it is: parts beyond the limits of number and depth stay whole in
 * the part that holds them or are left, and `isCut` says so. Never throws.
 */
export function readParts(message: Binary): Parts {
  const stack: Open[] = [];
  let [count, isCut] = [0, false];

  /** Index in the stack of the part that this line ends, -1 for none. */
  function delimited(line: number): { at: number; isLast: boolean } {
    if (message.charCodeAt(line) !== 0x2d || message.charCodeAt(line + 1) !== 0x2d)
      return { at: -1, isLast: false };
    const newline = message.indexOf('\n', line);
    const end = Math.min(newline < 0 ? message.length : newline, line + longestBoundary + 4);
    const text = message.slice(line + 2, end).trimEnd();
    const closed = text.endsWith('--') ? text.slice(0, -2) : null;
    for (let at = stack.length - 1; at >= 0; at--) {
      const boundary = stack[at]?.boundary;
      if (boundary !== null && boundary === text) return { at, isLast: false };
      if (boundary !== null && boundary === closed) return { at, isLast: true };
    }
    return { at: -1, isLast: false };
  }

  /** Answers where the content of the part begins. */
  function open(at: number): number {
    const { headers, body } = readHeaders(message, at, (line) => delimited(line).at >= 0);
    const parent = stack.at(-1)?.part;
    const isInDigest = parent?.type === 'multipart/digest';
    const { value, parameters } = structured(headers.get('content-type') ?? '');
    const fallback = isInDigest ? 'message/rfc822' : 'text/plain';
    const type = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(value) ? value : fallback;
    const part: Part = { headers, type, parameters, body: '', children: [] };
    parent?.children.push(part);
    count++;
    const boundary = parameters.get('boundary')?.trimEnd().slice(0, longestBoundary);
    const isMessage = /^message\/(rfc822|global)$/.test(type);
    const isEncoded = /base64|quoted/i.test(headers.get('content-transfer-encoding') ?? '');
    const mayOpen = stack.length < deepest && count < mostParts;
    const isMultipart = type.startsWith('multipart/') && boundary !== undefined && boundary !== '';
    if ((isMultipart || isMessage) && !mayOpen) isCut = true;
    stack.push({ part, start: body, boundary: isMultipart && mayOpen ? boundary : null });
    return isMessage && mayOpen && !isEncoded ? open(body) : body;
  }

  /** Ends the parts above `depth`; the line break before the delimiter belongs to it. */
  function close(depth: number, end: number): void {
    const isReturned = message.charCodeAt(end - 1) === 0x0a;
    const last = isReturned ? end - (message.charCodeAt(end - 2) === 0x0d ? 2 : 1) : end;
    while (stack.length > depth) {
      const one = stack.pop();
      const isWhole = one && (one.part.children.length === 0 || one.part.type.startsWith('message/'));
      if (one && isWhole) one.part.body = message.slice(one.start, Math.max(one.start, last));
    }
  }

  let position = open(0);
  const root = stack[0]?.part as Part;
  for (let seen = 0; ; seen++) {
    const isLineStart = position === 0 || message.charCodeAt(position - 1) === 0x0a;
    const line =
      isLineStart && message.startsWith('--', position) ? position : message.indexOf('\n--', position) + 1;
    if (line <= 0 && !(isLineStart && message.startsWith('--', position))) break;
    if (seen > mostDelimiters) {
      isCut = true;
      break;
    }
    const { at, isLast } = delimited(line);
    const newline = message.indexOf('\n', line);
    position = newline < 0 ? message.length : newline + 1;
    if (at < 0) continue;
    if (count >= mostParts) {
      close(0, line);
      return { root, isCut: true };
    }
    close(at + 1, line);
    const container = stack[at];
    if (isLast && container) container.boundary = null;
    else position = open(position);
  }
  close(0, message.length);
  return { root, isCut };
}
