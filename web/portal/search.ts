export type Searchable = { title: string; summary: string; keywords: readonly string[] };

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
/** Words that say nothing of the need. */
const empty = new Set(
  'a au aux avec ce ces d de des du en et faire j je l la le les ma me mes mon n ou par pas pour qu que qui s sa ses son sur un une vos votre'.split(
    ' ',
  ),
);
const words = (text: string): string[] => fold(text).split(' ').filter(Boolean);
/** Enough of a French stem to find "demenagements" with "demenagement" and "inscription" with "inscrire". */
const stem = (word: string): string => (word.length > 6 ? word.slice(0, -2) : word.replace(/[sx]$/, ''));

/**
 * Best first. An entry must answer every word that says something; a word that no entry knows ("voudrais") is passed
 * over. Ties keep their order.
 */
export function search<T extends Searchable>(entries: readonly T[], query: string): T[] {
  const typed = words(query);
  const asked = typed.filter((word) => !empty.has(word));
  const indexed = entries.map((entry) => ({ entry, fields: fieldsOf(entry) }));
  const wanted = (asked.length > 0 ? asked : typed).filter((word) =>
    indexed.some(({ fields }) => scoreOf(fields, [word]) > 0),
  );
  if (wanted.length === 0) return [];
  return indexed
    .map(({ entry, fields }) => ({ entry, score: scoreOf(fields, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}

type Fields = { title: string[]; keywords: string[]; summary: string[] };
const fieldsOf = ({ title, keywords, summary }: Searchable): Fields => ({
  title: words(title),
  keywords: keywords.flatMap(words),
  summary: words(summary),
});

function scoreOf({ title, keywords, summary }: Fields, wanted: string[]): number {
  let total = 0;
  for (const word of wanted) {
    const score = 9 * match(title, word) || 7 * match(keywords, word) || 3 * match(summary, word);
    if (score === 0) return 0;
    total += score;
  }
  return total;
}

/** 1 for a word that begins so, less for one that shares its stem or is one slip of the finger away. */
function match(own: string[], word: string): number {
  if (own.some((each) => each.startsWith(word))) return 1;
  if (word.length >= 4 && own.some((each) => each.startsWith(stem(word)))) return 0.8;
  return word.length >= 5 && own.some((each) => isOneSlip(each.slice(0, word.length + 1), word)) ? 0.5 : 0;
}

function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const [left, right] = [one.slice(at), other.slice(at)];
  const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return swapped || left.slice(1) === right.slice(1) || left === right.slice(1) || left.slice(1) === right;
}
