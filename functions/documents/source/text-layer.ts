/** Text that a scanner stamps on each page ("Scanned by…") is shorter than this. */
const leastLetters = 40;

/** A scan with less text than this beside its picture carries a stamp, not its reading. */
const leastBesideImage = 200;

/** Whether a page need not be read again. `hasImage`: a picture lies on it, so that its text may be only a part. */
export const isReadAlready = (text: string, hasImage: boolean): boolean =>
  isSoundText(text) && (!hasImage || text.length >= leastBesideImage);

/** Whether a page that bears hardly any ink is written on all the same: a line in the margin of a page drawn by a computer. */
export const saysSomething = (text: string, hasImage: boolean): boolean =>
  !hasImage && /\p{L}{2}/u.test(text);

/**
 * Whether the text a PDF carries can stand for reading its page: long enough, made of letters and of words of usual
 * length. A font without its table of characters gives private or replacement characters, or single letters.
 */
export function isSoundText(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < leastLetters) return false;
  const odd = text.match(/[\uE000-\uF8FF\uFFFD]|(?![\n\r\t\f])\p{Cc}/gu)?.length ?? 0;
  if (odd * 50 > text.length) return false;
  const words = text.match(/\p{L}+/gu) ?? [];
  const usual = words.filter((word) => word.length >= 2 && word.length <= 25);
  const withVowel = usual.filter((word) => /[aeiouy\u0153\u00e6]/i.test(word.normalize('NFD')));
  return usual.length * 2 > words.length && withVowel.length * 10 >= usual.length * 8;
}
