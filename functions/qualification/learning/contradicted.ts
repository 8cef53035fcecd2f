import { featuresOf } from '../routing/features.ts';

type Vector = ReadonlyMap<number, number>;
export type Labelled = { text: string; department: string };

const lengthOf = (vector: Vector): number =>
  Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0)) || 1;

const likeness = (one: Vector, other: Vector): number => {
  let sum = 0;
  for (const [at, value] of one) sum += value * (other.get(at) ?? 0);
  return sum / (lengthOf(one) * lengthOf(other));
};

/**
 * Whether the authority decided otherwise than the corpus on a message: of everything that goes to either department, what is
 * most like it is a decision of its agents for `next`.
 */
export const isContradicted = (
  message: Labelled,
  next: string,
  { decisions, corpus }: { decisions: readonly Labelled[]; corpus: readonly Labelled[] },
): boolean => {
  const vector = featuresOf(message.text, 'words');
  const nearest = (among: readonly Labelled[], department: string): number =>
    among
      .filter((one) => one.department === department && one.text !== message.text)
      .reduce((best, { text }) => Math.max(best, likeness(vector, featuresOf(text, 'words'))), 0);
  const decided = nearest(decisions, next);
  return decided > 0 && decided > nearest(corpus, message.department);
};
