import { formatReference, letterOf } from '../requests/reference.ts';

const digits = '0123456789';
/** Beyond these somebody types at random. */
const mostGuesses = 12;

const written = (prefix: string) =>
  new RegExp(
    `\\b${prefix}[\\s./_-]*(20\\d{2})[\\s./_-]*(\\d{5,7})[\\s./_-]?([A-HJ-NP-Ya-hj-np-y])(?![A-Za-z0-9])`,
    'gi',
  );

/** Numbers that one slip of the finger makes of another: a digit changed, left out, added, or two of them swapped. */
const slips = (typed: string): string[] => {
  const at = (index: number, put: string, taken: number) =>
    typed.slice(0, index) + put + typed.slice(index + taken);
  const every = [...typed].map((_, index) => index);
  if (typed.length === 5)
    return [...every, 5].flatMap((index) => [...digits].map((one) => at(index, one, 0)));
  if (typed.length === 7) return every.map((index) => at(index, '', 1));
  return every.flatMap((index) => [
    ...[...digits].map((one) => at(index, one, 1)),
    at(index, `${typed[index + 1] ?? ''}${typed[index]}`, 2),
  ]);
};

/**
 * References that somebody may have meant whose letter does not fit what they typed: the same number with its right letter, and
 * the numbers one slip away that fit the letter. A guess is never a proof: it is offered for a sender who is known to the request.
 */
export const closeReferences = (text: string, prefix: string): string[] => {
  const found = new Set<string>();
  for (const [, year = '', number = '', letter = ''] of text.matchAll(written(prefix))) {
    const isRight = number.length === 6 && letterOf(Number(year), Number(number)) === letter.toUpperCase();
    if (isRight) continue;
    if (number.length === 6) found.add(formatReference(prefix, Number(year), Number(number)));
    for (const meant of slips(number))
      if (meant.length === 6 && letterOf(Number(year), Number(meant)) === letter.toUpperCase())
        found.add(formatReference(prefix, Number(year), Number(meant)));
  }
  return [...found].slice(0, mostGuesses);
};
