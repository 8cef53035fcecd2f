import { unescapeHtml } from './html-text.ts';

export type Tag = {
  name: string;
  start: number;
  end: number;
  isClosing: boolean;
  isSelfClosing: boolean;
  attributes(): Map<string, string>;
};
const longestTag = 100_000;

/** The next tag from `at`; comments, declarations and instructions count as tags without a name. */
export function nextTag(source: string, at: number): Tag | undefined {
  for (let start = source.indexOf('<', at); start >= 0; start = source.indexOf('<', start + 1)) {
    const next = source[start + 1] ?? '';
    if (!/[a-z!?/]/i.test(next)) continue;
    const isClosing = next === '/';
    const name =
      /^[a-z][a-z0-9:-]{0,30}/i.exec(source.slice(start + (isClosing ? 2 : 1), start + 40))?.[0] ?? '';
    const end = name ? endOfTag(source, start) : endOfMarkup(source, start);
    const text = source.slice(start, end);
    return {
      name: name.toLowerCase(),
      start,
      end,
      isClosing,
      isSelfClosing: text.endsWith('/>'),
      attributes: () => attributesOf(text.slice(name.length + 1)),
    };
  }
  return undefined;
}

/** Past the `>` that no quotes hold; quotes that never end do not count. */
function endOfTag(source: string, start: number): number {
  const limit = Math.min(source.length, start + longestTag);
  let quote = '';
  for (let at = start; at < limit; at++) {
    const character = source[at] ?? '';
    if (quote) quote = character === quote ? '' : quote;
    else if (
      (character === '"' || character === "'") &&
      /=\s{0,5}$/.test(source.slice(Math.max(start, at - 6), at))
    )
      quote = character;
    else if (character === '>') return at + 1;
  }
  const plain = source.indexOf('>', start);
  return plain < 0 || plain >= limit ? limit : plain + 1;
}

function endOfMarkup(source: string, start: number): number {
  const isComment = source.startsWith('<!--', start);
  const end = isComment ? source.indexOf('-->', start + 4) : source.indexOf('>', start);
  return end < 0 ? source.length : end + (isComment ? 3 : 1);
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const each = /([a-z][a-z0-9:-]{0,40})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
  for (const [, name = '', double, single, bare] of text.slice(0, longestTag).matchAll(each))
    if (!found.has(name.toLowerCase()))
      found.set(name.toLowerCase(), unescapeHtml(double ?? single ?? bare ?? '').slice(0, 2_000));
  return found;
}
