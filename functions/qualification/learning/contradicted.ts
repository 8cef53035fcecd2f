import { featuresOf } from '../routing/features.ts';
import { alikeness } from '../similar/compare.ts';

export type Labelled = { text: string; department: string };

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
      .reduce((best, { text }) => Math.max(best, alikeness(vector, featuresOf(text, 'words'))), 0);
  const decided = nearest(decisions, next);
  return decided > 0 && decided > nearest(corpus, message.department);
};
