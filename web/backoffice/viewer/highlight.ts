export type Piece = { text: string; mark: Mark | null };
/** Why a passage stands out: it decided the proposal, it was looked for, it is the hit that is shown. */
export type Mark = 'decisive' | 'hit' | 'current';
export type Range = { from: number; to: number; mark: Mark };

/** Same length as the input, so that positions found in it hold in the text itself. */
export const plain = (text: string): string =>
  Array.from(text, (character) => {
    const bare = character.normalize('NFD')[0] ?? character;
    return character.length === 1 ? (/\s/.test(bare) ? ' ' : bare.toLowerCase()) : character;
  }).join('');

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Where the words that decided stand in a read text; case, accents and line breaks do not matter. */
export function decisiveRanges(text: string, reasons: readonly string[]): Range[] {
  const flat = plain(text);
  const found: Range[] = [];
  for (const reason of reasons) {
    const wanted = plain(reason).replaceAll(/ +/g, ' ').trim();
    if (wanted.length < 2) continue;
    for (let from = flat.indexOf(wanted); from >= 0; from = flat.indexOf(wanted, from + 1)) {
      const to = from + wanted.length;
      if (!isWord(flat[from - 1]) && !isWord(flat[to])) found.push({ from, to, mark: 'decisive' });
    }
  }
  return found;
}

/** Cuts a text into pieces at its marked ranges; where they meet, what is looked for wins over what decided. */
export function highlight(text: string, ranges: readonly Range[]): Piece[] {
  const order: Mark[] = ['decisive', 'hit', 'current'];
  const marks = new Uint8Array(text.length);
  for (const { from, to, mark } of ranges) {
    const strength = order.indexOf(mark) + 1;
    for (let at = from; at < to; at++) marks[at] = Math.max(marks[at] ?? 0, strength);
  }
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && marks[end] === marks[start]) end += 1;
    pieces.push({ text: text.slice(start, end), mark: order[(marks[start] ?? 0) - 1] ?? null });
    start = end;
  }
  return pieces;
}
