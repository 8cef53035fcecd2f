import { type Calibration, calibrated, type Judged, refitted } from '../routing/calibration.ts';
import { bothViews, type Classifier, textOf } from '../routing/learn.ts';
import { binOf, bins } from './week.ts';

type Decided = { subject: string; text: string; department: string };
/** Calibration errors (expected, ten bins) on decisions each judged by a fit without them. */
export type Recalibrated = {
  calibration: Calibration;
  figures: { decisions: number; before: number; after: number };
};

/** Of fewer decisions the texts that ship know more. */
const leastDecisions = 50;
const folds = 5;

const errorOf = (answers: readonly { sure: number; isRight: boolean }[]): number => {
  let gap = 0;
  for (let bin = 0; bin < bins; bin++) {
    const inside = answers.filter(({ sure }) => binOf(sure) === bin);
    gap += Math.abs(inside.reduce((sum, { sure, isRight }) => sum + sure - Number(isRight), 0));
  }
  return answers.length ? Math.round((gap / answers.length) * 1000) / 1000 : 0;
};
const lossOf = (answers: readonly { sure: number; isRight: boolean }[]): number =>
  answers.reduce((sum, { sure, isRight }) => sum - Math.log(isRight ? sure : 1 - sure), 0);

/**
 * How sure a model may be, fitted on decisions that it has not read, the curve that ships being what is believed before; `null`
 * where there are too few, or where decisions left out of the fit are not told better by it.
 */
export const recalibrate = (
  model: Pick<Classifier, 'complement' | 'linear' | 'calibration'>,
  held: readonly Decided[],
): Recalibrated | null => {
  if (held.length < leastDecisions) return null;
  const judged = held.flatMap((one): Judged[] => {
    const best = bothViews(model, textOf(one))[0];
    const isRight = best?.label === one.department;
    return best ? [{ department: best.label, probability: best.probability, isRight }] : [];
  });
  const told = (calibration: Calibration, some: readonly Judged[]) =>
    some.map(({ department, probability, isRight }) => ({
      ...{ sure: calibrated(calibration, department, probability), isRight },
    }));
  const before = told(model.calibration, judged);
  const after = Array.from({ length: folds }, (_, fold) => {
    const fit = refitted(
      model.calibration,
      judged.filter((_, i) => i % folds !== fold),
    );
    return told(
      fit,
      judged.filter((_, i) => i % folds === fold),
    );
  }).flat();
  if (lossOf(after) >= lossOf(before)) return null;
  const figures = { decisions: judged.length, before: errorOf(before), after: errorOf(after) };
  return { calibration: refitted(model.calibration, judged), figures };
};
