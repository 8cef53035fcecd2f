const letters = 'ABCDEFGHJKLMNPQRSTUVWXY';

/** A letter and three digits, easily typed and unlike a year, a house number or a postal code. @param bytes three, random */
export const answerCode = (bytes: Uint8Array): string => {
  const [high = 0, middle = 0, low = 0] = bytes;
  const number = high * 65_536 + middle * 256 + low;
  const digits = String(Math.floor(number / letters.length) % 1_000).padStart(3, '0');
  return `${letters[number % letters.length]}${digits}`;
};

/** What may be a code of ours, in any spelling, each once. */
export const codesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/(?<![\p{L}\d-])([A-HJ-NP-Y])[\s.-]?(\d{3})(?![\p{L}\d])/giu)].map(
      ([, letter = '', digits = '']) => `${letter.toUpperCase()}${digits}`,
    ),
  ),
];
