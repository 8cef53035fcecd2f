/** A line of a text and where it stands in it (`end` excluded), without the blanks around it. */
export type Line = { text: string; start: number; end: number };
/** A stretch of a text. */
export type Span = { start: number; end: number };
/** A stretch of a text and what it is worth. */
export type Read = Span & { value: string };

/** The same stretch without the blanks and separators around it, or null when nothing else is in it. */
export const tight = (text: string, { start, end }: Span): Span | null => {
  const blank = /[\s,;:|/·•*_–—-]/;
  let [from, to] = [start, end];
  while (from < to && blank.test(text[from] ?? '')) from++;
  while (to > from && blank.test(text[to - 1] ?? '')) to--;
  return from < to ? { start: from, end: to } : null;
};

/** The lines of a text that hold something. */
export const linesOf = (text: string): Line[] => {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const at = start + (raw.length - raw.trimStart().length);
    if (line) lines.push({ text: line, start: at, end: at + line.length });
    start += raw.length + 1;
  }
  return lines;
};

const leastWidth = 55;
const nearlyFull = 12;
const sureWidth = 68;

/**
 * The same text, place for place, where a line that only ran out of paper goes on with the next one: what a printer or a mail
 * program broke is read as it was written.
 */
export const unwrapped = (text: string): string => {
  const lines = text.replaceAll('\r', ' ').split('\n');
  const width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  const full = lines.filter((line) => line.trimEnd().length > width - nearlyFull).length;
  if (width < leastWidth || width > 130) return lines.join('\n');
  // Few lines tell little of how wide the page is: only a long one that stops in the middle goes on.
  const goesOn = (line: string, next: string) =>
    full >= 3 || (line.length > sureWidth && !/[.!?:]\s*$/.test(line)) || /^\s*\p{Ll}/u.test(next);
  return lines
    .map((line, i) => {
      const next = lines[i + 1];
      if (next === undefined) return line;
      const word = next.trimStart().split(' ', 1)[0] ?? '';
      const isFull = word !== '' && line.trimEnd().length + word.length + 1 > width;
      return line + (isFull && goesOn(line, next) ? ' ' : '\n');
    })
    .join('');
};
