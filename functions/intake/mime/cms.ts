import type { Binary } from './binary.ts';

type Node = { tag: number; isConstructed: boolean; start: number; end: number; next: number };
const signedData = '\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02';
const deepest = 20;
const mostPieces = 10_000;

/**
 * The message within an opaque S/MIME signature (CMS SignedData, DER or BER); null when it is something else, encrypted for
 * instance. The signature itself is not checked: DMARC says whose mail it is.
 */
export function signedContent(der: Binary): Binary | null {
  const info = childrenOf(der, read(der, 0, der.length), 2);
  if (!info[0] || der.slice(info[0].start, info[0].end) !== signedData || !info[1]) return null;
  const data = childrenOf(der, childrenOf(der, info[1], 1)[0], 3);
  const content = childrenOf(der, data[2], 2)[1];
  if (!content) return null;
  const pieces: Binary[] = [];
  collect(der, childrenOf(der, content, 1)[0], pieces, 0);
  return pieces.length > 0 ? pieces.join('') : null;
}

/** An octet string may be cut in pieces that are octet strings themselves. */
function collect(der: Binary, node: Node | undefined, pieces: Binary[], depth: number): void {
  if (!node || depth > deepest || pieces.length > mostPieces) return;
  if (!node.isConstructed) {
    pieces.push(der.slice(node.start, node.end));
    return;
  }
  for (const child of childrenOf(der, node, mostPieces)) collect(der, child, pieces, depth + 1);
}

function read(der: Binary, at: number, limit: number, depth = 0): Node | undefined {
  if (at + 2 > limit || depth > deepest) return undefined;
  const tag = der.charCodeAt(at);
  const first = der.charCodeAt(at + 1);
  const isConstructed = (tag & 0x20) !== 0;
  if ((tag & 0x1f) === 0x1f) return undefined;
  if (first === 0x80) return isConstructed ? indefinite(der, tag, at + 2, limit, depth) : undefined;
  const bytes = first < 0x80 ? 0 : first & 0x7f;
  if (bytes > 4) return undefined;
  let length = bytes === 0 ? first : 0;
  for (let index = 0; index < bytes; index++) length = length * 256 + der.charCodeAt(at + 2 + index);
  const start = at + 2 + bytes;
  const end = Math.min(limit, start + length);
  return start <= limit ? { tag, isConstructed, start, end, next: end } : undefined;
}

/** Ends with two zero bytes, after whole elements. */
function indefinite(der: Binary, tag: number, start: number, limit: number, depth: number): Node {
  let at = start;
  while (at + 2 <= limit && !(der.charCodeAt(at) === 0 && der.charCodeAt(at + 1) === 0)) {
    const child = read(der, at, limit, depth + 1);
    if (!child) return { tag, isConstructed: true, start, end: at, next: limit };
    at = child.next;
  }
  return { tag, isConstructed: true, start, end: at, next: Math.min(limit, at + 2) };
}

function childrenOf(der: Binary, node: Node | undefined, most: number): Node[] {
  const children: Node[] = [];
  let at = node?.start ?? 0;
  while (node && at < node.end && children.length < most) {
    const child = read(der, at, node.end);
    if (!child || child.next <= at) break;
    children.push(child);
    at = child.next;
  }
  return children;
}
