import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Calibration,
  calibrationOf,
  type Judged,
} from '../functions/qualification/routing/calibration.ts';
import { bothViews, learn, textOf } from '../functions/qualification/routing/learn.ts';
import { corpus, type Hand, hands, lexicon } from './train.ts';

const plain: Calibration = { sharpness: 0.6, slope: 1, shift: 0, departments: {} };

/** What a model that read all hands but these says of one of them, before calibration. */
export const judgedBy = (held: Hand, unread: readonly Hand[] = [held]): Judged[] => {
  const classifier = learn(corpus(hands.filter((hand) => !unread.includes(hand))), lexicon(), plain);
  return corpus([held]).flatMap((row) => {
    const best = bothViews(classifier, textOf(row))[0];
    if (!best) return [];
    const isRight = best.label === row.service || row.also.includes(best.label);
    return [{ department: best.label, probability: best.probability, isRight }];
  });
};

export const calibrate = (judged: readonly Judged[]): Calibration => calibrationOf(judged, plain.sharpness);

/** Hands that write of every department alike; the others would be judged by a model that hardly knows their departments. */
export const evenHands = ['letters-and-forms', 'mails-and-notes', 'further-3', 'further-4'] as const;

if (import.meta.main) {
  const found = calibrate(evenHands.flatMap((hand) => judgedBy(hand)));
  const file = join(import.meta.dirname, '../functions/qualification/routing/calibration.json');
  writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
}
