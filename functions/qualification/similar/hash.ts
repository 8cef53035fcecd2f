import { fnv1a } from '../routing/fnv1a.ts';

/**
 * A keyed hash of 32 bits (FNV-1a, then murmur's finish so that neighbours part): without the key nobody tries a dictionary
 * on what the index holds.
 * @param key 32 bits, of the authority
 */
export const hash32 = (text: string, key: number): number => finish(fnv1a(text, 0x811c9dc5 ^ key));

/** Mixes all bits of a number into all bits of another. */
export const finish = (number: number): number => {
  let value = number;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Whole numbers below 64^`width`, each in as many letters. */
export const pack = (numbers: readonly number[], width: number): string =>
  numbers
    .map((number) => {
      let letters = '';
      for (let rest = number, at = 0; at < width; at++, rest = Math.floor(rest / 64))
        letters += alphabet[rest % 64];
      return letters;
    })
    .join('');

const places = new Map([...alphabet].map((letter, place) => [letter, place]));
/** The numbers that `pack` wrote with that width. */
export const unpack = (packed: string, width: number): number[] => {
  const numbers: number[] = [];
  for (let from = 0; from < packed.length; from += width) {
    let number = 0;
    for (let at = width - 1; at >= 0; at--) number = number * 64 + (places.get(packed[from + at] ?? '') ?? 0);
    numbers.push(number);
  }
  return numbers;
};
