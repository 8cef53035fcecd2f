/** Twenty-three letters: no I, no O, no Z. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXY';

/** Check letter over the year and the six digits read as one number: `letterOf(2026, 1)` is `P`. */
export const letterOf = (year: number, number: number): string =>
  letters[(year * 1_000_000 + number) % letters.length] ?? '';

/** `VC-2026-000123-W`. The number is 1 to 999999, counted anew each year. */
export const formatReference = (prefix: string, year: number, number: number): string =>
  `${prefix}-${year}-${String(number).padStart(6, '0')}-${letterOf(year, number)}`;

export type FoundReference = {
  /** In its one official spelling. */
  reference: string;
  /** As it stands in the text. */
  written: string;
  /** With its check letter. Without it the number may be any other: never a proof of anything. */
  checked: boolean;
};

const spaced = (prefix: string) =>
  new RegExp(
    `\\b${prefix}[\\s./_-]*(20\\d{2})[\\s./_-]*(\\d{6})(?:(?:[\\s./_-]*([A-Za-z]))?(?![A-Za-z0-9]))`,
    'gi',
  );

/**
 * References in free text, in order: with or without their letter, with spaces or other separators. A wrong letter is a
 * misread number and is left out.
 */
export const findReferences = (text: string, prefix: string): FoundReference[] => {
  const found: FoundReference[] = [];
  for (const [whole, year = '', number = '', letter] of text.matchAll(spaced(prefix))) {
    const right = letterOf(Number(year), Number(number));
    const isLetter = letter !== undefined && letter.toUpperCase() === right;
    const isNextWord = letter !== undefined && /\s[A-Za-z]$/.test(whole) && letter.toUpperCase() !== right;
    if (letter !== undefined && !isLetter && !isNextWord) continue;
    const written = isNextWord ? whole.slice(0, -2).trimEnd() : whole;
    const reference = formatReference(prefix, Number(year), Number(number));
    found.push({ reference, written, checked: isLetter });
  }
  return found;
};

/** One reference typed by a person, in its official spelling; `null` when it is none or its letter is wrong. */
export const parseReference = (typed: string, prefix: string): FoundReference | null => {
  const [found] = findReferences(typed.trim(), prefix);
  return found && found.written.length === typed.trim().length ? found : null;
};
