import type { Proposal } from '../../../functions/intake/contact.ts';
import { macroF1, type Sure, shareOf } from './measures.ts';
import { type Row, share } from './report.ts';

/** A message with its labels, and what was proposed for it. */
export type Answered = {
  row: { service: string; urgency: 'normal' | 'high' };
  proposal: Proposal;
  isAcceptable: boolean;
};

export const routedOf = <One extends Answered>(all: readonly One[]): One[] =>
  all.filter(({ proposal }) => proposal.routed);
export const f1Of = (all: readonly Answered[]): number =>
  macroF1(all.map(({ row, proposal }) => ({ gold: row.service, said: proposal.department })));
export const acceptableOf = (all: readonly Answered[]): number =>
  shareOf(all, ({ isAcceptable }) => isAcceptable);
export const sureOf = (all: readonly Answered[]): Sure[] =>
  all.map(({ proposal, isAcceptable }) => ({ confidence: proposal.confidence, isRight: isAcceptable }));

const isHigh = ({ row }: Answered) => row.urgency === 'high';
const isSaidHigh = ({ proposal }: Answered) => proposal.urgency === 'high';
export const urgentFound = (all: readonly Answered[]): number => shareOf(all.filter(isHigh), isSaidHigh);
export const urgentRight = (all: readonly Answered[]): number => shareOf(all.filter(isSaidHigh), isHigh);

/** What routing has to reach, wherever it is judged. */
export const routingRows = (all: readonly Answered[]): Row[] => {
  const routed = routedOf(all);
  return [
    share('macro-F1 over departments', f1Of(all), 0.9),
    share('acceptable (department or one that would do)', acceptableOf(all), 0.93),
    share('routed alone at its own thresholds', routed.length / all.length, 0.6),
    share('acceptable when routed alone', acceptableOf(routed), 0.98),
  ];
};

/** What urgency has to reach, wherever it is judged. */
export const urgencyRows = (all: readonly Answered[]): Row[] => [
  share('urgent ones found', urgentFound(all), 0.85),
  share('urgent when said so', urgentRight(all), 0.6),
];
