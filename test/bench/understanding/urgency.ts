import { firstHands, isUnseen, type Judged, judged } from './judged.ts';
import { shareOf } from './measures.ts';
import { type Part, percent, share } from './report.ts';

const recall = (all: readonly Judged[]) =>
  shareOf(
    all.filter(({ row }) => row.urgency === 'high'),
    ({ proposal }) => proposal.urgency === 'high',
  );
const precision = (all: readonly Judged[]) =>
  shareOf(
    all.filter(({ proposal }) => proposal.urgency === 'high'),
    ({ row }) => row.urgency === 'high',
  );

/** Whether what cannot wait is told from what can. */
export const urgency = async (): Promise<Part> => {
  const all = judged();
  const first = all.filter(({ hand }) => firstHands.includes(hand));
  const told = (name: string, some: readonly Judged[]) =>
    `${name}: recall ${percent(recall(some))}, precision ${percent(precision(some))}.`;
  return {
    title: 'Urgency',
    rows: [share('urgent ones found', recall(all), 0.85), share('urgent when said so', precision(all), 0.6)],
    notes: [
      'Words and some thirty signals weighed together by a model of the other hands; the labels are one judgement a hand.',
      'Judged: the four even hands. Hands do not agree on what is urgent: the first calls a dead deer so, and a lost passport.',
      told('The two first hands alone', first),
      told('The half of the second hand never looked at', all.filter(isUnseen)),
      told(
        'The two hard hands',
        all.filter(({ hand }) => !firstHands.includes(hand)),
      ),
    ],
  };
};
