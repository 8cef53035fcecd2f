import { normalise, wordsOf } from './features.ts';
import { bothViews, type Classifier, type Scored } from './learn.ts';
import { voice } from './model.ts';

/** A word that says so little of what the strongest says is no reason. */
const faint = 0.15;

/** Words of a text that speak for a department, strongest first, as they stand in it; who writes is never a reason. */
export const wordsFor = (
  classifier: Classifier,
  text: string,
  label: string,
  name: string | null,
  most = 8,
): string[] => {
  const known = new Set(normalise(name ?? '').split(' '));
  return wordsOf(text)
    .filter((word) => !known.has(normalise(word)))
    .map((word) => ({ word, plain: normalise(word), weight: voice(classifier.complement, word, label) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .filter(({ plain }, i, all) => all.findIndex((other) => other.plain === plain) === i)
    .filter(({ weight }, _, all) => weight >= faint * (all[0]?.weight ?? 0))
    .slice(0, most)
    .map(({ word }) => word);
};

const mostLeftOut = 4;

/**
 * What would change the answer: the fewest of its strongest words without which another department would be first. Null when
 * no handful of words decides.
 */
export const unless = (
  classifier: Classifier,
  text: string,
  whole: readonly Scored[],
  reasons: readonly string[],
): { words: string[]; department: string } | null => {
  const [main, second] = whole;
  if (!main || !second) return null;
  const against = (word: string) =>
    voice(classifier.complement, word, main.label) - voice(classifier.complement, word, second.label);
  const words = [...reasons].sort((a, b) => against(b) - against(a)).slice(0, mostLeftOut);
  let left = text;
  for (const [i, word] of words.entries()) {
    left = left.replaceAll(word, ' ');
    const [first] = bothViews(classifier, left);
    if (first && first.label !== main.label) return { words: words.slice(0, i + 1), department: first.label };
  }
  return null;
};
