import { normalise } from '../routing/features.ts';
import { stemOf } from '../routing/stem.ts';
import { stemsOf, telling, weightOf } from './terms.ts';

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

/**
 * What a wave is about, in words that several of its letters share, the most shared first; never somebody's name.
 * @param texts some of its letters, by different people
 */
export const nameWave = (texts: readonly Text[]): string[] => {
  const shared = new Map<string, { said: string; letters: number }>();
  const count = (key: string, said: string) => {
    const known = shared.get(key);
    shared.set(key, { said: known?.said ?? said, letters: (known?.letters ?? 0) + 1 });
  };
  for (const text of texts) for (const [key, said] of pairsIn(text)) count(key, said);
  const least = Math.max(2, texts.length * leastShare);
  const pairs = [...shared].filter(([, { letters }]) => letters >= least);
  const chosen: string[] = [];
  const used = new Set<string>();
  const worth = ([key, { letters }]: (typeof pairs)[number]) =>
    letters * key.split(' ').reduce((sum, stem) => sum + weightOf(stem), 0);
  for (const [key, { said }] of pairs.sort((a, b) => worth(b) - worth(a))) {
    if (chosen.length >= mostWords || key.split(' ').some((stem) => used.has(stem))) continue;
    for (const stem of key.split(' ')) used.add(stem);
    chosen.push(said);
  }
  return chosen.length > 0 ? chosen.map(withoutCapital) : sharedWords(texts);
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
