import type { Laid, LaidLine, LaidWord } from '../../../functions/documents/reading/lay-words.ts';

/** A place between two letters: a word by its number in reading order, and how many of its letters come before. */
export type Place = { word: number; offset: number };
export type Step = 'left' | 'right' | 'up' | 'down' | 'start' | 'end';

const isBefore = (one: Place, other: Place) =>
  one.word < other.word || (one.word === other.word && one.offset < other.offset);
const beyond = (value: number, from: number, to: number) => Math.max(from - value, 0, value - to);

/** What lies between two places, in reading order: words apart by a space, lines by a line break. */
export function passage(laid: Laid, one: Place, other: Place): string {
  const [first, last] = isBefore(one, other) ? [one, other] : [other, one];
  return laid.text.slice(at(laid, first), at(laid, last)).trim();
}
const at = ({ words, text }: Laid, { word, offset }: Place): number => {
  const found = words[word];
  return found ? found.from + Math.min(offset, found.text.length) : text.length;
};

/** How much more it counts to be above or below a line than beside it. */
const steep = 12;

/** The place nearest to a point of the page: the line it is level with, if there is one, and the letter. */
export function nearest({ lines }: Laid, x: number, y: number): Place | null {
  const far = (line: LaidLine) => beyond(x, line.left, line.right) + steep * beyond(y, line.top, line.bottom);
  const line = lines.reduce<LaidLine | null>(
    (best, one) => (!best || far(one) < far(best) ? one : best),
    null,
  );
  return line && inLine(line, x);
}

function inLine({ words }: LaidLine, x: number): Place | null {
  const off = ({ left, right }: LaidWord) => beyond(x, left, right);
  const word = words.reduce<LaidWord | null>(
    (best, one) => (!best || off(one) < off(best) ? one : best),
    null,
  );
  if (!word) return null;
  const share = (x - word.left) / Math.max(1, word.right - word.left);
  const offset = Math.round(Math.min(1, Math.max(0, share)) * word.text.length);
  return { word: word.index, offset };
}

/** The word around a place, or its whole line: what two and three clicks choose. */
export function around({ words, lines }: Laid, { word }: Place, what: 'word' | 'line'): [Place, Place] {
  const line = lines.find((one) => one.words.some(({ index }) => index === word));
  const from = what === 'line' ? (line?.words[0]?.index ?? word) : word;
  const to = what === 'line' ? (line?.words.at(-1)?.index ?? word) : word;
  return [
    { word: from, offset: 0 },
    { word: to, offset: words[to]?.text.length ?? 0 },
  ];
}

/** Where a key leads: by words to the left and right, by lines up and down, to the ends of the line. */
export function moved(laid: Laid, place: Place, step: Step): Place {
  const { words, lines } = laid;
  const here = words[place.word];
  if (!here) return place;
  const end = (word: number): Place => ({ word, offset: words[word]?.text.length ?? 0 });
  if (step === 'left')
    return place.offset > 0
      ? { word: place.word, offset: 0 }
      : { word: Math.max(0, place.word - 1), offset: 0 };
  if (step === 'right')
    return place.offset < here.text.length
      ? end(place.word)
      : end(Math.min(words.length - 1, place.word + 1));
  const [start, stop] = around(laid, place, 'line');
  if (step === 'start') return start;
  if (step === 'end') return stop;
  const number = lines.findIndex((line) => line.words.some(({ index }) => index === place.word));
  const line = lines[number + (step === 'up' ? -1 : 1)];
  if (!line) return step === 'up' ? start : stop;
  const x = here.left + ((here.right - here.left) * place.offset) / Math.max(1, here.text.length);
  return inLine(line, x) ?? place;
}

/** Where the keyboard begins: the first word that is in sight, between two heights of the page. */
export const firstBetween = ({ words }: Laid, top: number, bottom: number): Place | null => {
  const seen = words.find((word) => word.top >= top && word.bottom <= bottom) ?? words[0];
  return seen ? { word: seen.index, offset: 0 } : null;
};
