import { firstHands, isUnseen, type Judged, judged } from './judged.ts';
import { type Part, percent } from './report.ts';
import { urgencyRows, urgentFound, urgentRight } from './routed.ts';

/** Whether what cannot wait is told from what can. */
export const urgency = async (): Promise<Part> => {
  const all = judged();
  const first = all.filter(({ hand }) => firstHands.includes(hand));
  const told = (name: string, some: readonly Judged[]) =>
    `${name}: recall ${percent(urgentFound(some))}, precision ${percent(urgentRight(some))}.`;
  return {
    title: 'Urgency',
    rows: urgencyRows(all),
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
