import type { Proposal } from '../../../functions/intake/contact.ts';
import {
  type Judged as Answer,
  type Calibration,
  calibrationOf,
} from '../../../functions/qualification/routing/calibration.ts';
import { classify } from '../../../functions/qualification/routing/classify.ts';
import { bothViews, type Classifier, learn, textOf } from '../../../functions/qualification/routing/learn.ts';
import { thresholdOf } from '../../../functions/qualification/routing/thresholds.ts';
import { loadCollectivity } from '../../../infra/collectivity/load.ts';
import { corpus, type Hand, hands, lexicon } from '../../../infra/train.ts';

/** Hands that write of every department alike. The two last were written against the first models, to be hard for them. */
export const evenHands = ['letters-and-forms', 'mails-and-notes', 'further-3', 'further-4'] as const;
type Row = ReturnType<typeof corpus>[number];
export type Judged = {
  hand: Hand;
  row: Row;
  proposal: Proposal;
  isRight: boolean;
  isAcceptable: boolean;
  ms: number;
};

const plain: Calibration = { sharpness: 0.6, slope: 1, shift: 0, departments: {} };
const { authority, procedures } = loadCollectivity('val-clair');
export const options = {
  threshold: (department: string) => thresholdOf(authority, department),
  procedures,
};

/** A model for each hand, which has read the others only, and is as sure as the others taught it to be. */
const models = new Map<Hand, Classifier>();
export const modelWithout = (hand: Hand): Classifier => {
  if (models.size === 0) {
    for (const held of evenHands)
      models.set(held, learn(corpus(hands.filter((one) => one !== held)), lexicon(), plain));
    const answers = new Map(evenHands.map((held) => [held, answersOf(held)]));
    for (const held of evenHands) {
      const others = evenHands.filter((one) => one !== held).flatMap((one) => answers.get(one) ?? []);
      const model = models.get(held);
      if (model) models.set(held, { ...model, calibration: calibrationOf(others, plain.sharpness) });
    }
  }
  const model = models.get(hand);
  if (!model) throw new Error(`${hand} does not write of every department`);
  return model;
};

const answersOf = (hand: Hand): Answer[] =>
  corpus([hand]).flatMap((row) => {
    const model = models.get(hand);
    const best = model && bothViews(model, textOf(row))[0];
    if (!best) return [];
    const isRight = best.label === row.service || row.also.includes(best.label);
    return [{ department: best.label, probability: best.probability, isRight }];
  });

export const messageOf = ({ subject, text, channel }: Row) => ({ subject: subject ?? '', text, channel });

/** Every message of every even hand, with what a model says that never read its hand. */
let all: Judged[] | undefined;
export const judged = (): Judged[] => {
  all ??= evenHands.flatMap((hand) => {
    const model = modelWithout(hand);
    return corpus([hand]).map((row) => {
      const started = process.cpuUsage();
      const proposal = classify(model, messageOf(row), options);
      const { user, system } = process.cpuUsage(started);
      const isRight = proposal.department === row.service;
      const isAcceptable = isRight || row.also.includes(proposal.department);
      return { hand, row, proposal, isRight, isAcceptable, ms: (user + system) / 1000 };
    });
  });
  return all;
};

/** The two hands whose labels are the convention; half of the second was never looked at while anything was written. */
export const firstHands: readonly Hand[] = ['letters-and-forms', 'mails-and-notes'];
export const isUnseen = ({ hand, row }: Judged): boolean =>
  hand === 'mails-and-notes' && Number(row.id.replace(/\D/g, '')) % 2 === 1;
