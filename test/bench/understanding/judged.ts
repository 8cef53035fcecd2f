import type { Proposal } from '../../../functions/intake/contact.ts';
import { knownProcedure } from '../../../functions/qualification/known-procedures.ts';
import { classify } from '../../../functions/qualification/routing/classify.ts';
import type { Classifier } from '../../../functions/qualification/routing/learn.ts';
import { thresholdOf } from '../../../functions/qualification/routing/thresholds.ts';
import { answersOf, calibrate, evenHands, learntWithout } from '../../../infra/calibrate.ts';
import { loadCollectivity } from '../../../infra/collectivity/load.ts';
import { type CorpusMessage, corpus, type Hand } from '../../../infra/train.ts';

export type Judged = {
  hand: Hand;
  row: CorpusMessage;
  proposal: Proposal;
  isRight: boolean;
  isAcceptable: boolean;
  ms: number;
};

const { authority, procedures } = loadCollectivity('val-clair');
export const catalogue = procedures.map(knownProcedure);
export const options = {
  threshold: (department: string) => thresholdOf(authority, department),
  procedures: catalogue,
  departments: authority.departments,
};

const calibratedModels = (): Map<Hand, Classifier> => {
  const read = evenHands.map((hand) => ({ hand, model: learntWithout(hand) }));
  const answers = read.map(({ hand, model }) => ({ hand, answers: answersOf(model, hand) }));
  return new Map(
    read.map(({ hand, model }) => {
      const others = answers.filter((one) => one.hand !== hand).flatMap((one) => one.answers);
      return [hand, { ...model, calibration: calibrate(others) }];
    }),
  );
};

let models: Map<Hand, Classifier> | undefined;
/** The model of an even hand, which has read the others only, and is as sure as the others taught it to be. */
export const modelWithout = (hand: Hand): Classifier => {
  models ??= calibratedModels();
  const model = models.get(hand);
  if (!model) throw new Error(`${hand} does not write of every department`);
  return model;
};

export const messageOf = ({ subject, text, channel }: CorpusMessage) => ({
  subject: subject ?? '',
  text,
  channel,
});

let all: Judged[] | undefined;
/** Every message of every even hand, with what a model says that never read its hand. */
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
