import { type Classifier, type Scored, score } from './learn.ts';
import { ownWordsIn } from './own-words.ts';
import { asks } from './zones.ts';

const shortestPart = 60;
const shortestSide = 25;
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

/**
 * How sure a part has to be, in how many words of that department's own, and among how many of the next departments of the
 * whole message it may be. What turns to another matter by its own words is believed sooner than one sentence of a story.
 */
const sentence = { sure: 0.95, own: 2 };
const side = { sure: 0.85, own: 1 };
const nearest = 4;

/** Beside what asks: what says that it is another matter. */
const besides =
  /\b(?:aussi|également|par ailleurs|en outre|de plus|en même temps|accessoirement|autre (?:chose|question|sujet|point)|(?:deuxième|seconde?) (?:question|demande|point)|j'en profite|au passage|et puis|enfin)\b/i;

/** Where a letter turns to another matter, and says so. */
const turning =
  /[.!?;\n][\s-]*(?:par ailleurs|en outre|autre (?:chose|question|sujet|point|demande)|une autre (?:chose|question|demande)|(?:deuxième|seconde?) (?:question|demande|point|chose)|deuxièmement|j'en profite|je profite|au passage|pendant que j|tant que j'y suis|et puis aussi|dernière chose|(?:et )?sinon,?|je (?:vous (?:écris|contacte|appelle)|voul(?:ais|drais)|souhaite(?:rais)?) (?:aussi|également|en plus)|et aussi|2[.)]|enfin,|également,|aussi,|d'autre part|de plus,)/giu;

/** The two sides of each turn of a letter, as far as there is something on both. */
const sidesOf = (text: string): (readonly [string, string])[] =>
  [...text.matchAll(turning)]
    .map(({ index }) => [text.slice(0, index), text.slice(index + 1)] as const)
    .filter((sides) => sides.every((side) => side.trim().length >= shortestSide));

/** What a letter that turns asks on the side that is not for the department of the whole. */
const acrossTurns = (classifier: Classifier, text: string, main: string, excluded: readonly string[]) =>
  sidesOf(text).flatMap((sides) => {
    const answers = sides.map((part) => ({ part, best: score(classifier, part)[0] }));
    if (!answers.some(({ best }) => best?.label === main)) return [];
    return answers.flatMap(({ part, best }) =>
      best &&
      best.label !== main &&
      !excluded.includes(best.label) &&
      best.probability >= side.sure &&
      ownWordsIn(part, classifier.own[best.label]) >= side.own
        ? [{ department: best.label, confidence: best.probability, part }]
        : [],
    );
  });

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
  const [main, ...others] = whole;
  if (!main || excluded.includes(main.label)) return null;
  const [turned] = acrossTurns(classifier, text, main.label, excluded);
  if (turned) return turned;
  const parts = partsOf(text);
  if (parts.length < 2) return null;
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
      if (!best || !possible.has(best.label) || best.probability < sentence.sure) return [];
      if (ownWordsIn(part, classifier.own[best.label]) < sentence.own) return [];
      return [{ department: best.label, confidence: best.probability, part }];
    })
    .sort((a, b) => b.confidence - a.confidence);
  return found[0] ?? null;
};
