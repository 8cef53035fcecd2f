import { type Classifier, type Scored, score } from './learn.ts';
import { ownWordsIn } from './own-words.ts';
import { asks } from './zones.ts';

const shortestPart = 60;
const mostParts = 12;

/** A message in stretches that may each ask for something: its sentences, short ones with the one before. */
export const partsOf = (text: string): string[] => {
  const parts: string[] = [];
  for (const sentence of text.split(/\n\s*\n|(?<=[.!?])\s+|\n(?=\s*(?:\d[.)]|[-•*]))/)) {
    const last = parts.at(-1);
    if (last !== undefined && (last.length < shortestPart || sentence.length < shortestPart / 2))
      parts[parts.length - 1] = `${last} ${sentence}`;
    else parts.push(sentence);
  }
  return parts.filter((part) => part.length >= shortestPart / 2).slice(0, mostParts);
};

/** How sure a part has to be, and among how many of the next departments of the whole message it may be. */
const leastSure = 0.8;
const nearest = 4;
const leastOwn = 1;
/** Beside what asks: what says that it is another matter. */
const besides =
  /\b(?:aussi|également|par ailleurs|en outre|de plus|en même temps|accessoirement|autre (?:chose|question|sujet|point)|(?:deuxième|seconde?) (?:question|demande|point)|j'en profite|au passage|et puis|enfin)\b/i;

export type Second = { department: string; confidence: number; part: string };

/**
 * What else a message asks, of another department: a part of it that is sure of it, in words of that department's own, while
 * the whole does not exclude it. `whole` is the score of the message, best first.
 */
export const secondIn = (
  classifier: Classifier,
  text: string,
  whole: readonly Scored[],
  excluded: readonly string[],
): Second | null => {
  const parts = partsOf(text);
  const [main, ...others] = whole;
  if (!main || excluded.includes(main.label) || parts.length < 2) return null;
  const possible = new Set(
    others
      .slice(0, nearest)
      .map(({ label }) => label)
      .filter((label) => !excluded.includes(label)),
  );
  if (possible.size === 0) return null;
  const found = parts
    .flatMap((part) => {
      if (!asks.test(part) && !besides.test(part)) return [];
      const [best] = score(classifier, part);
      if (!best || !possible.has(best.label) || best.probability < leastSure) return [];
      if (ownWordsIn(part, classifier.own[best.label]) < leastOwn) return [];
      return [{ department: best.label, confidence: best.probability, part }];
    })
    .sort((a, b) => b.confidence - a.confidence);
  return found[0] ?? null;
};
