const titles = new Set([
  'm',
  'mr',
  'mme',
  'mlle',
  'monsieur',
  'madame',
  'mademoiselle',
  'dr',
  'docteur',
  'et',
  'ou',
]);
const streets = new Set(
  'rue avenue boulevard place impasse chemin allee route quai cours square lotissement residence hameau faubourg sentier passage'.split(
    ' ',
  ),
);

/** Lower case, without accents, one space between words. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
/** The words of a name, folded, without titles. */
export const nameWords = (name: string): string[] =>
  fold(name)
    .split(' ')
    .filter((word) => word !== '' && !titles.has(word));

/**
 * Whether a name shown on a mail is plainly another person of the same household: a family name in common, and given names
 * that are not the same. A mailbox that a family shares proves its address, not who of them writes.
 */
export const isAnotherOfTheFamily = (shown: string | null, known: string | null): boolean => {
  const [a, b] = [nameWords(shown ?? ''), nameWords(known ?? '')];
  const shared = a.filter((word) => word.length > 1 && b.includes(word));
  const rest = (words: string[]) => words.filter((word) => !shared.includes(word));
  const [left, right] = [rest(a), rest(b)];
  if (shared.length === 0 || left.length === 0 || right.length === 0) return false;
  return !left.some((one) => right.some((two) => one.startsWith(two) || two.startsWith(one)));
};

const holds = (text: string, word: string): boolean => ` ${text} `.includes(` ${word} `);

/** Whether a sheet bears this name: at least two of its words, and all of them. @param sheet folded text */
export const isNameOn = (sheet: string, name: string | null): boolean => {
  const words = nameWords(name ?? '').filter((word) => word.length > 1);
  return words.length >= 2 && words.every((word) => holds(sheet, word));
};

/** Whether a sheet bears this address: its postal code, its number and the words of its street. @param sheet folded text */
export const isAddressOn = (sheet: string, address: string | null): boolean => {
  const words = fold(address ?? '').split(' ');
  const code = words.findLast((word) => /^\d{5}$/.test(word));
  if (!code) return false;
  const before = words.slice(0, words.lastIndexOf(code));
  const number = before.find((word) => /^\d{1,4}$/.test(word));
  const street = before.filter((word) => word.length > 3 && !streets.has(word));
  return (
    number !== undefined &&
    street.length > 0 &&
    [code, number, ...street.slice(-2)].every((word) => holds(sheet, word))
  );
};
