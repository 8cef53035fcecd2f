/** What each key of a French keyboard writes where an American one has the sign: most hand scanners type as the latter. */
const american: Record<string, string> = {
  ...{ '&': '1', '\u00e9': '2', '"': '3', "'": '4', '(': '5', '-': '6', '\u00e8': '7', _: '8' },
  ...{ '\u00e7': '9', '\u00e0': '0', ')': '-', M: ':', '?': 'M', ':': '.' },
  ...{ Q: 'A', A: 'Q', W: 'Z', Z: 'W' },
};
/** How our codes begin when they were typed so. */
const beginning = /^\s*PQRVISMREAM/;

/** A code of ours in the signs it has, whichever keyboard the hand scanner took itself for; any other text as it is. */
export const asScanned = (text: string): string =>
  beginning.test(text) ? [...text].map((sign) => american[sign] ?? sign).join('') : text;
