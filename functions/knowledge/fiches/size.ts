/** Of the text of an article, in bytes. DynamoDB keeps 400 KB an item: what is more stays on the official site. */
const mostTextBytes = 350_000;
/** Of a whole article, in bytes: its text, title, summary, keywords and source. */
export const mostArticleBytes = mostTextBytes + 20_000;

/** As it is kept: in JSON, UTF-8. */
export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** Blocks as one text; when they are too heavy, the first ones and where the rest is. */
export function fitted(blocks: readonly string[], rest: string, most = mostTextBytes): string {
  const kept: string[] = [];
  let bytes = bytesOf(rest) + 2;
  for (const block of blocks) {
    bytes += bytesOf(block) + 2;
    if (bytes > most) {
      while (kept.at(-1)?.startsWith('#')) kept.pop();
      return [...kept, rest].join('\n\n');
    }
    kept.push(block);
  }
  return kept.join('\n\n');
}

/** A text cut at a word. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
