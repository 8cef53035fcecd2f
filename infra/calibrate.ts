import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Calibration,
  calibrationOf,
  type Judged,
} from '../functions/qualification/routing/calibration.ts';
import { bothViews, type Classifier, learn, textOf } from '../functions/qualification/routing/learn.ts';
import { procedureWeights } from './calibrate-procedures.ts';
import { corpus, type Hand, hands, lexicon } from './train.ts';

/** Hands that write of every department alike; the others would be judged by a model that hardly knows their departments. */
export const evenHands = ['letters-and-forms', 'mails-and-notes', 'further-3', 'further-4'] as const;

const uncalibrated: Calibration = { sharpness: 0.6, slope: 1, shift: 0, departments: {} };

/** A model that has read all hands but one, before calibration. */
export const learntWithout = (held: Hand): Classifier =>
  learn(corpus(hands.filter((hand) => hand !== held)), lexicon(), uncalibrated);

/** What a model says of one hand, before calibration. */
export const answersOf = (classifier: Classifier, hand: Hand): Judged[] =>
  corpus([hand]).flatMap((row) => {
    const best = bothViews(classifier, textOf(row))[0];
    if (!best) return [];
    const isRight = best.label === row.service || row.also.includes(best.label);
    return [{ department: best.label, probability: best.probability, isRight }];
  });

export const calibrate = (answers: readonly Judged[]): Calibration =>
  calibrationOf(answers, uncalibrated.sharpness);

if (import.meta.main) {
  const found = calibrate(evenHands.flatMap((hand) => answersOf(learntWithout(hand), hand)));
  const keep = (name: string, value: unknown) =>
    writeFileSync(
      join(import.meta.dirname, '../functions/qualification/routing', name),
      `${JSON.stringify(value, null, 2)}\n`,
    );
  keep('calibration.json', found);
  keep('procedure-weights.json', procedureWeights(corpus()));
}
