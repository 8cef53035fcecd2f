export type Piece = { text: string; decisive: boolean };

/** Same length as the input, so that positions found in it hold in the text itself. */
const plain = (text: string): string =>
  Array.from(text, (character) => {
    const bare = character.normalize('NFD')[0] ?? character;
    return character.length === 1 ? bare.toLowerCase() : character;
  }).join('');

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Cuts a read text into pieces, the words that decided apart; case, accents and line breaks do not matter. */
export function highlight(text: string, reasons: readonly string[]): Piece[] {
  const flat = plain(text).replaceAll(/\s/g, ' ');
  const marked = new Uint8Array(text.length);
  for (const reason of reasons) {
    const wanted = plain(reason).replaceAll(/\s+/g, ' ').trim();
    if (wanted.length < 2) continue;
    for (let at = flat.indexOf(wanted); at >= 0; at = flat.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (!isWord(flat[at - 1]) && !isWord(flat[end])) marked.fill(1, at, end);
    }
  }
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && marked[end] === marked[start]) end += 1;
    pieces.push({ text: text.slice(start, end), decisive: marked[start] === 1 });
    start = end;
  }
  return pieces;
}
