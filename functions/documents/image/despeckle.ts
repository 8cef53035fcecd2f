import type { Components } from './components.ts';
import type { Grey } from './grey.ts';

/** Dust by itself, with no letter within some three millimetres, may be so much larger than beside one. */
const alone = 5;
/** What has this height (in inches) or more is a letter, or larger. */
const letterInches = 0.04;
/** Side of the squares in which letters are looked for around dust, in inches. */
const nearInches = 0.1;
/** A shadow or a border is as long as this share of the side it lies on. */
const borderShare = 0.12;

/**
 * Whitens specks and borders. Specks are dark pixels that hang together with no more than a few others: the dot of an i
 * at 200 dpi has some twenty pixels, dust has fewer than six. Borders are what hangs together with an edge of the page
 * over a good part of it: the shadow of a scanner, the lid behind a card.
 * @param dpi resolution of the page, which decides how large a speck may be
 */
export function despeckle({ width, height, data }: Grey, ink: Components, dpi: number): Grey {
  const { runs, row, left, right, root, area } = ink;
  const largest = dpi >= 250 ? 9 : 5;
  const isNearLetter = lettersAround(ink, { width, height }, dpi);
  const clean = data.slice();
  const around = Math.ceil(dpi * 0.015);
  for (let run = 0; run < runs; run++) {
    const own = root[run] as number;
    const size = area[own] as number;
    const from = (row[run] as number) * width;
    if (size <= largest || (size <= largest * alone && !isNearLetter(own)))
      clean.fill(255, from + (left[run] as number), from + (right[run] as number));
    else if (isBorder(ink, own, width, height)) {
      // The border's soft edge goes with it: it would be read as a line.
      const first = Math.max(0, (left[run] as number) - around);
      const last = Math.min(width, (right[run] as number) + around);
      const top = Math.max(0, (row[run] as number) - around);
      const bottom = Math.min(height - 1, (row[run] as number) + around);
      for (let y = top; y <= bottom; y++) clean.fill(255, y * width + first, y * width + last);
    }
  }
  return { width, height, data: clean };
}

function isBorder(ink: Components, own: number, width: number, height: number): boolean {
  const top = ink.row[own] as number;
  const bottom = ink.bottom[own] as number;
  const left = ink.leftmost[own] as number;
  const right = ink.rightmost[own] as number;
  const isBeside = (left === 0 || right === width) && bottom - top >= height * borderShare;
  const isAbove = (top === 0 || bottom === height - 1) && right - left >= width * borderShare;
  return isBeside || isAbove;
}

/** Whether a letter stands in the square of a component or one next to it. */
function lettersAround(ink: Components, page: { width: number; height: number }, dpi: number) {
  const side = Math.max(8, Math.round(dpi * nearInches));
  const columns = Math.ceil(page.width / side) + 2;
  const letters = new Uint8Array(columns * (Math.ceil(page.height / side) + 2));
  const squareOf = (own: number) => {
    const x = ((ink.leftmost[own] as number) + (ink.rightmost[own] as number)) >> 1;
    const y = ((ink.row[own] as number) + (ink.bottom[own] as number)) >> 1;
    return (Math.floor(y / side) + 1) * columns + Math.floor(x / side) + 1;
  };
  for (let run = 0; run < ink.runs; run++)
    if (ink.root[run] === run && (ink.bottom[run] as number) - (ink.row[run] as number) >= dpi * letterInches)
      letters[squareOf(run)] = 1;
  return (own: number) => {
    const square = squareOf(own);
    for (let row = -columns; row <= columns; row += columns)
      for (let column = -1; column <= 1; column++) if (letters[square + row + column]) return true;
    return false;
  };
}
