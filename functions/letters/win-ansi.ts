/** Beyond Latin-1, what the standard fonts of a PDF can draw (WinAnsi). */
const extra = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
const alike: Record<string, string> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  '\u202f': '\u00a0',
  '\u2009': ' ',
  '−': '-',
  '‑': '-',
};

const isDrawn = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return (
    character === '\n' || (code >= 32 && code < 127) || (code >= 160 && code < 256) || extra.has(character)
  );
};

/** The text with each character that cannot be drawn replaced by its base letter, or by a question mark. */
export const drawable = (text: string): string =>
  [...text.normalize('NFC').replaceAll('\r', '').replaceAll('\t', ' ')]
    .map((character) => {
      if (isDrawn(character)) return character;
      const [base = ''] = alike[character] ?? character.normalize('NFD');
      return isDrawn(base) ? base : '?';
    })
    .join('');
