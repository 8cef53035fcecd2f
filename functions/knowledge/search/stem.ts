/** The ending, what replaces it and the letters that must stay before it; the first that fits is taken. */
const endings: readonly (readonly [ending: string, instead: string, kept: number])[] = [
  ['issements', '', 4],
  ['issement', '', 4],
  ['atrices', '', 4],
  ['atrice', '', 4],
  ['ateurs', '', 4],
  ['ateur', '', 4],
  ['ations', '', 3],
  ['ation', '', 3],
  ['ements', '', 3],
  ['ement', '', 3],
  ['itions', '', 4],
  ['ition', '', 4],
  ['euses', '', 3],
  ['euse', '', 3],
  ['eurs', '', 4],
  ['eur', '', 4],
  ['ances', '', 4],
  ['ance', '', 4],
  ['ences', '', 4],
  ['ence', '', 4],
  ['ables', '', 4],
  ['able', '', 4],
  ['ibles', '', 4],
  ['ible', '', 4],
  ['iques', 'iqu', 3],
  ['ique', 'iqu', 3],
  ['ites', '', 4],
  ['ite', '', 4],
  ['elles', 'el', 3],
  ['elle', 'el', 3],
  ['ennes', 'en', 2],
  ['enne', 'en', 2],
  ['trices', 't', 3],
  ['trice', 't', 3],
  ['ives', 'if', 3],
  ['ive', 'if', 3],
  ['ifs', 'if', 3],
  ['eaux', 'eau', 2],
  ['aux', 'al', 3],
  ['ales', 'al', 3],
  ['ale', 'al', 3],
  ['antes', '', 4],
  ['ante', '', 4],
  ['ants', '', 4],
  ['ant', '', 4],
  ['ents', '', 4],
  ['ent', '', 4],
  ['ees', '', 3],
  ['ee', '', 3],
  ['es', '', 3],
  ['er', '', 3],
  ['ez', '', 3],
  ['e', '', 3],
  ['s', '', 3],
  ['x', '', 3],
];
const last = /[ir]$/;
/** A text says the same words again and again: their stems are kept. */
const kept = new Map<string, string>();
const mostKept = 40_000;

/**
 * A folded word without its ending, so that "renouveler", "renouvellement" and "renouvelles" meet. It need not be a
 * French root: only that two forms of one word meet and two words do not.
 */
export const stemOf = (word: string): string => {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const stem = cut(word);
  if (kept.size >= mostKept) kept.clear();
  kept.set(word, stem);
  return stem;
};

const cut = (word: string): string => {
  if (word.length < 4 || /\d/.test(word)) return word;
  const plural = word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  const found = endings.find(
    ([ending, , kept]) => plural.endsWith(ending) && plural.length - ending.length >= kept,
  );
  const stem = found ? plural.slice(0, -found[0].length) + found[1] : plural;
  const short = stem.length > 4 ? stem.replace(last, '') : stem;
  return short.replace(/(.)\1$/, '$1').replace(/([a-z])\1+/g, '$1');
};
