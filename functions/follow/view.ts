import type { Day } from '../deadlines/day.ts';
import type { LegalDeadline } from '../deadlines/legal-case.ts';
import { rateUntil } from '../requests/followers.ts';
import type { Whole } from '../requests/items.ts';
import type { Request } from '../requests/request.ts';
import type { Authority } from '../settings/authority.ts';
import { reasonsIn } from './reasons.ts';
import type { CitizenAnswer } from './view-api.ts';

const ended: readonly Request['state'][] = ['decided', 'delivered', 'closed'];
type Answered = Pick<Request, 'answer' | 'appeals' | 'state'>;

/** A decision may be contested once it is known, and once: what answers the appeal is contested in its turn. */
export const mayContest = ({ answer, appeals, state }: Answered): boolean => {
  if (!answer || !ended.includes(state)) return false;
  const isKnown = answer.isImplicit ? answer.outcome === 'refused' : answer.sentAt !== null;
  return isKnown && !appeals.some(({ at }) => at >= answer.decidedAt);
};

/** An answer that a person gave and that left is rated within thirty days; the rating may be changed as long. */
export const mayRate = ({ answer, state }: Answered, today: Day, dayOf: (at: string) => Day): boolean =>
  answer !== null &&
  !answer.isImplicit &&
  answer.sentAt !== null &&
  ended.includes(state) &&
  today <= rateUntil(dayOf(answer.sentAt));

/** Only what was found unsatisfying is taken up again by its person. */
export const mayReopen = (request: Request, today: Day, dayOf: (at: string) => Day): boolean =>
  mayRate(request, today, dayOf) &&
  request.rating?.score === 'unsatisfied' &&
  request.rating.messageId === request.answer?.messageId;

type Seen = {
  authority: Pick<Authority, 'name' | 'contact' | 'court' | 'mediator'>;
  deadlines: readonly LegalDeadline[];
  today: Day;
  dayOf(instant: string): Day;
};

const stateOf = (appeal: LegalDeadline | undefined, isContested: boolean) => {
  if (appeal?.state === 'running') return 'running';
  if (appeal?.state === 'missed') return 'over';
  return isContested ? 'interrupted' : 'none';
};
const remediesOf = ({ authority, deadlines }: Seen, isContested: boolean): CitizenAnswer['remedies'] => {
  const appeal = deadlines.find(({ kind }) => kind === 'appeal');
  const state = stateOf(appeal, isContested);
  const { name, contact, court, mediator } = authority;
  return {
    ...{ until: appeal?.due ?? null, state, article: appeal?.article ?? '', court },
    authority: { name, postalAddress: contact.postalAddress, email: contact.email },
    mediator: mediator ?? null,
  };
};

/** What was decided, in plain words, and what its person may do about it; null while nothing is. */
export const citizenAnswer = (whole: Whole, seen: Seen): CitizenAnswer | null => {
  const { request, messages, events } = whole;
  const { answer, rating } = request;
  const { today, dayOf } = seen;
  const isKnown = answer && (answer.isImplicit || answer.sentAt !== null);
  if (!isKnown) return null;
  const text = messages.find(({ id }) => id === answer.messageId)?.text ?? '';
  const born = events.findLast((event) => event.type === 'implicit-decision-born');
  const isRated = rating?.messageId === answer.messageId;
  return {
    ...{ outcome: answer.outcome, isImplicit: answer.isImplicit },
    on: answer.isImplicit && born ? born.on : dayOf(answer.sentAt ?? answer.decidedAt),
    ...(answer.outcome === 'refused' ? reasonsIn(text) : { inFact: null, inLaw: null }),
    remedies: remediesOf(seen, request.appeals.length > 0),
    mayContest: mayContest(request),
    appeals: request.appeals.map(({ reference, kind, at }) => ({ reference, kind, on: dayOf(at) })),
    rating: rating && isRated ? { score: rating.score, comment: whole.rating?.comment ?? null } : null,
    rateUntil: answer.sentAt && !answer.isImplicit ? rateUntil(dayOf(answer.sentAt)) : null,
    mayRate: mayRate(request, today, dayOf),
    mayReopen: mayReopen(request, today, dayOf),
  };
};
