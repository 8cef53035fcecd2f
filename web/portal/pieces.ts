const longest = 240;

/** Sentences short enough for every voice: some engines stop by themselves after a quarter of a minute. */
export const pieces = (text: string): string[] =>
  text
    .split(/(?<=[.!?:;])\s+|\n+/)
    .flatMap((sentence) => sentence.match(new RegExp(`.{1,${longest}}(\\s|$)`, 'g')) ?? [])
    .map((piece) => piece.trim())
    .filter(Boolean);
