import { normalise } from '../routing/features.ts';
import { stemOf } from '../routing/stem.ts';
import { saysMissing, stemsOf, telling, weightOf } from './terms.ts';

type Text = { subject: string; text: string; without: readonly string[] };
const link = /^(d|de|du|des|la|le|les|l|en|au|aux|a)$/;
const leastShare = 0.3;
const mostWords = 2;

/** Two telling words of a sentence with what links them, as written: "coupure d'eau", "quartier des Tanneries". */
const pairsIn = ({ subject, text, without }: Text): Map<string, string> => {
  const isTelling = new Set(telling({ subject, text }, { without, most: 60 }).map(({ term }) => term));
  const own = new Set(without.flatMap(stemsOf));
  const pairs = new Map<string, string>();
  for (const sentence of `${subject}\n${text}`.split(/[.!?;:,()\n«»"]+/)) {
    const words = sentence.match(/[\p{L}\p{N}-]+['’]?/gu) ?? [];
    const plain = words.map((word) => normalise(word).trim());
    for (let at = 0; at < words.length; at++) {
      let end = at + 1;
      while (end < words.length && link.test(plain[end] ?? '') && end - at <= 2) end += 1;
      const [first, last] = [stemOf(plain[at] ?? ''), stemOf(plain[end] ?? '')];
      const isPair = [first, last].every((stem) => isTelling.has(stem) && !own.has(stem));
      if (!isPair || first === last) continue;
      const said = words
        .slice(at, end + 1)
        .join(' ')
        .replaceAll(/(['’]) /g, '’');
      if (!pairs.has(`${first} ${last}`)) pairs.set(`${first} ${last}`, said);
    }
  }
  return pairs;
};

type Pair = { stems: string[]; said: string; letters: number; worth: number };
/** Pairs with the letters that hold them, as most of these write them, the most telling first. */
const sharedPairs = (texts: readonly Text[]): Pair[] => {
  const shared = new Map<string, Map<string, number>>();
  for (const text of texts)
    for (const [key, said] of pairsIn(text)) {
      const spellings = shared.get(key) ?? new Map<string, number>();
      shared.set(key, spellings.set(said, (spellings.get(said) ?? 0) + 1));
    }
  return [...shared]
    .map(([key, spellings]) => {
      const stems = key.split(' ');
      const letters = [...spellings.values()].reduce((sum, each) => sum + each, 0);
      // "coupure d'eau" before "coupure eau": as a sentence says it, not as a hurried subject does.
      const isSaid = (said: string) => (/\s\p{L}+[\s’]/u.test(said) ? 2 : 1);
      const [said = ''] = [...spellings].sort((a, b) => b[1] * isSaid(b[0]) - a[1] * isSaid(a[0]))[0] ?? [];
      return { stems, said, letters, worth: letters * stems.reduce((sum, stem) => sum + weightOf(stem), 0) };
    })
    .sort((a, b) => b.worth - a.worth);
};

/** What most letters miss, in the words that say best that it is missed: "coupure d'eau" rather than "plus d'eau". */
const missedIn = (pairs: readonly Pair[]): Pair[] => {
  const missing = pairs.filter(({ stems }) => stems.filter(saysMissing).length === 1);
  const what = ({ stems }: Pair) => stems.find((stem) => !saysMissing(stem)) ?? '';
  const how = ({ stems }: Pair) => weightOf(stems.find(saysMissing) ?? '');
  const letters = new Map<string, number>();
  for (const pair of missing) letters.set(what(pair), (letters.get(what(pair)) ?? 0) + pair.letters);
  const [most, held = 0] = [...letters].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (held < 2) return [];
  const said = missing.filter((pair) => what(pair) === most);
  return said.sort((a, b) => b.letters * (0.3 + how(b)) - a.letters * (0.3 + how(a))).slice(0, 1);
};

/**
 * What a wave is about, in words that several of its letters share: what is missed first, each in their own words, then
 * the most shared of the rest. Never somebody's name.
 * @param texts some of its letters, by different people
 */
export const nameWave = (texts: readonly Text[]): string[] => {
  const least = Math.max(2, texts.length * leastShare);
  const pairs = sharedPairs(texts);
  const rest = pairs.filter(({ stems, letters }) => letters >= least && !stems.some(saysMissing));
  const chosen: Pair[] = [];
  for (const pair of [...missedIn(pairs), ...rest])
    if (
      chosen.length < mostWords &&
      !chosen.some(({ stems }) => stems.some((stem) => pair.stems.includes(stem)))
    )
      chosen.push(pair);
  return chosen.length > 0 ? chosen.map(({ said }) => withoutCapital(said)) : sharedWords(texts);
};

/** A word that begins a subject has its capital from there; a name keeps its own in the middle of the words. */
const withoutCapital = (said: string) => said.charAt(0).toLowerCase() + said.slice(1);

const sharedWords = (texts: readonly Text[]): string[] => {
  const words = new Map<string, { said: string; letters: number; weight: number }>();
  for (const { subject, text, without } of texts) {
    const weights = new Map(
      telling({ subject, text }, { without }).map(({ term, weight }) => [term, weight]),
    );
    const said = new Map(
      `${subject} ${text}`.match(/\p{L}{3,}/gu)?.map((word) => [stemOf(normalise(word)), word]),
    );
    for (const [stem, weight] of weights) {
      const word = said.get(stem);
      if (!word) continue;
      const known = words.get(stem);
      words.set(stem, { said: known?.said ?? word, letters: (known?.letters ?? 0) + 1, weight });
    }
  }
  return [...words.values()]
    .filter(({ letters }) => letters >= Math.max(2, texts.length * leastShare))
    .sort((a, b) => b.letters * b.weight - a.letters * a.weight)
    .slice(0, mostWords)
    .map(({ said }) => said.toLowerCase());
};
