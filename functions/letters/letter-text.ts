/** A letter's text, in the pieces that a page shows and a screen reader announces. */
export type TextBlock =
  | { block: 'paragraph'; text: string }
  | { block: 'heading'; text: string }
  | { block: 'list'; isNumbered: boolean; items: string[] };

const bullet = /^\s*[-•–]\s+(.+)$/;
const number = /^\s*(\d{1,2})[.)]\s+(.+)$/;
const heading = /^#{1,3}\s+(.+)$/;

/** Reads `- ` and `1. ` as lists, `## ` as headings, and empty lines as the ends of paragraphs. */
export const textBlocks = (text: string): TextBlock[] =>
  text
    .replaceAll('\r', '')
    .split(/\n{2,}/)
    .flatMap((piece) => blocksOfPiece(piece.split('\n')));

const blocksOfPiece = (lines: string[]): TextBlock[] => {
  const blocks: TextBlock[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const title = heading.exec(line)?.[1];
    const item = bullet.exec(line)?.[1];
    const last = blocks.at(-1);
    const counted = item === undefined ? number.exec(line) : null;
    const goesOn = last?.block === 'list' && last.isNumbered;
    // A list starts at one: anything else is a sentence that begins with a number.
    const numbered = counted && (goesOn || counted[1] === '1') ? counted[2] : undefined;
    if (title) blocks.push({ block: 'heading', text: title });
    else if (item !== undefined || numbered !== undefined) {
      const isNumbered = numbered !== undefined;
      const words = item ?? numbered ?? '';
      if (last?.block === 'list' && last.isNumbered === isNumbered) last.items.push(words);
      else blocks.push({ block: 'list', isNumbered, items: [words] });
    } else if (last?.block === 'paragraph') last.text += `\n${line.trimEnd()}`;
    else blocks.push({ block: 'paragraph', text: line.trimEnd() });
  }
  return blocks;
};

/** Words and addresses of pages, in order. */
export type Run = { text: string; href: string | null };
const address = /https?:\/\/[^\s<>()]+|\bwww\.[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s<>()]*/gi;
export const runsOf = (text: string): Run[] => {
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = found.replace(/[.,;:!?»”’'"]+$/, '');
    if (index > from) runs.push({ text: text.slice(from, index), href: null });
    runs.push({ text: shown, href: /^https?:/i.test(shown) ? shown : `https://${shown}` });
    from = index + shown.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), href: null });
  return runs;
};
