const alike: Record<string, string> = {
  '\u202f': '\u00a0',
  '\u2009': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
};
/** Never drawn: what has no shape, or turns the direction of the rest. */
const shapeless = /[\p{Bidi_Control}\u200b-\u200d\u2060\ufeff\u00ad]/gu;

/**
 * The text with each character that the font lacks replaced by its like, its base letter, or a question mark. Line feeds stay.
 * @param has whether the font draws a code point
 */
export const drawable = (text: string, has: (codePoint: number) => boolean): string =>
  [...text.normalize('NFC').replaceAll('\r', '').replaceAll('\t', ' ').replace(shapeless, '')]
    .map((character) => {
      if (character === '\n' || has(character.codePointAt(0) ?? 0)) return character;
      const near = alike[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
      const isDrawn = near !== '' && [...near].every((one) => has(one.codePointAt(0) ?? 0));
      return isDrawn ? near : '?';
    })
    .join('');
