import { gsmExtension, gsmLetters, otherWithoutAccent, sameSigns } from './messages/alphabet.ts';

const single = new Set(gsmLetters);
const double = new Set(gsmExtension);

export type Parts = {
  alphabet: 'gsm-7' | 'ucs-2';
  /** Septets, or UTF-16 code units. */
  units: number;
  /** How many texts are sent and billed. */
  parts: number;
};

const isGsm = (text: string): boolean => [...text].every((sign) => single.has(sign) || double.has(sign));

/** A sign of two units is never cut in two: what does not fit ends a part early. */
const filled = (sizes: readonly number[], most: number): number => {
  let parts = 1;
  let room = most;
  for (const size of sizes) {
    if (size > room) {
      parts += 1;
      room = most;
    }
    room -= size;
  }
  return parts;
};

/** Length of a text as carriers count it: 160 septets alone and 153 in several, 70 units and 67 once a sign is not theirs. */
export const partsOf = (text: string): Parts => {
  const alphabet = isGsm(text) ? 'gsm-7' : 'ucs-2';
  const sizes = [...text].map((sign) => (alphabet === 'gsm-7' ? (double.has(sign) ? 2 : 1) : sign.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, joined] = alphabet === 'gsm-7' ? [160, 153] : [70, 67];
  return { alphabet, units, parts: units <= alone ? 1 : filled(sizes, joined) };
};

const bare = (sign: string): string => {
  if (single.has(sign) || double.has(sign)) return sign;
  const letter = sign.normalize('NFD').replace(/\p{M}+/gu, '');
  return single.has(letter) ? letter : sign;
};

/**
 * The same words in the GSM alphabet, half the price: other quotes, dashes and spaces, and letters without the accents it
 * lacks. Left as written when a word would become another, or when some sign has no equal.
 */
export const toGsm = (text: string): string => {
  const composed = text.normalize('NFC');
  const signs = sameSigns.reduce((known, [written, sent]) => known.replace(written, sent), composed);
  if (isGsm(signs)) return signs;
  const words = signs.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.some((word) => otherWithoutAccent.has(word))) return text;
  const plain = [...signs].map(bare).join('');
  return isGsm(plain) ? plain : text;
};
