import { fnv1a } from './fnv1a.ts';
import { stemOf } from './stem.ts';
import { zonesOf } from './zones.ts';

/** Size of the hashed space: a power of two. */
export const buckets = 1 << 17;

/** Lower case, no accents, one apostrophe, one space: what an OCR error or a hurried thumb leaves of a word. */
export const normalise = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/[’']/g, ' ')
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const bucketOf = (feature: string): number => fnv1a(feature) & (buckets - 1);

// Words that say nothing of the subject; a bigram may still hold one ("carte d identite").
const empty = new Set(
  'a au aux avec ce ces cette dans de des du elle en est et etre eu il ils j je l la le les leur lui ma mais me mes moi mon n ne nos notre nous on ont ou par pas pour qu que qui s sa se ses si son sont sur ta te tu un une vos votre vous y c d m t tres plus bien fait faire etait ai avez avons madame monsieur bonjour merci cordialement salutations'.split(
    ' ',
  ),
);

/** Views of a text: its words, or the pieces of four and five letters inside them, which forgive a misread letter. */
export type View = 'words' | 'letters';

/**
 * Features of a text: words, their stems and pairs of stems, or pieces of words, each with the weight of the zone it stands in.
 * Repetition counts by its logarithm, so that a long letter does not shout.
 */
export const featuresOf = (text: string, view: View): Map<number, number> => {
  const counts = new Map<number, number>();
  const add = (feature: string, weight: number) => {
    const bucket = bucketOf(feature);
    counts.set(bucket, (counts.get(bucket) ?? 0) + weight);
  };
  for (const zone of zonesOf(text)) {
    const words = normalise(zone.text).split(' ').filter(Boolean);
    if (view === 'letters') {
      for (const word of words) for (const piece of piecesOf(word)) add(piece, zone.weight);
      continue;
    }
    const stems = words.map(stemOf);
    words.forEach((word, i) => {
      const next = stems[i + 1];
      if (next) add(`b:${stems[i]} ${next}`, 0.7 * zone.weight);
      if (empty.has(word) || word.length < 3) return;
      add(`w:${word}`, zone.weight);
      add(`s:${stems[i]}`, 0.7 * zone.weight);
    });
  }
  for (const [bucket, count] of counts) if (count > 1) counts.set(bucket, 1 + Math.log(count));
  return counts;
};

function* piecesOf(word: string): Generator<string> {
  const padded = `^${word}$`;
  for (let length = 4; length <= 5; length++)
    for (let at = 0; at + length <= padded.length; at++) yield padded.slice(at, at + length);
}

/** Words worth showing as reasons, as they stand in the text, once each. */
export const wordsOf = (text: string): string[] => [
  ...new Set(text.match(/\p{L}[\p{L}\p{N}-]{2,}/gu)?.filter((word) => !empty.has(normalise(word))) ?? []),
];
