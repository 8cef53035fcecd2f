import type { Day } from './day.ts';
import { earliest, latest } from './day.ts';
import type { LegalCase, LegalEvent, LegalEventType } from './legal-case.ts';
import { notifiedInPortal } from './portal.ts';

/** Documents asked for: the delay granted, and the day on which they came. */
export type Ask = { on: Day; until: Day | null; answeredOn: Day | null };
/** The events of a case in order of time, as the rules read them. */
export type Happened = {
  receivedOn: Day;
  /** Receipt by the competent body: the first receipt unless the request was transferred. */
  competentOn: Day;
  isTransferred: boolean;
  /** First acknowledgement of any kind, and first that says everything. */
  acknowledgedOn: Day | null;
  fullyAcknowledgedOn: Day | null;
  asks: Ask[];
  decidedOn: Day | null;
  notifiedOn: Day | null;
  /** Withdrawn by the person, or sent on to another administration. */
  leftOn: Day | null;
  isForwarded: boolean;
  reasonsAskedOn: Day | null;
  reasonsGivenOn: Day | null;
};

const first = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((a, b) => (a ? earliest(a, b) : b), null);
const last = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((a, b) => (a ? latest(a, b) : b), null);

/**
 * Which request of documents each receipt answers: all those that wait when it comes. On one day, what waited is answered
 * before something new is asked; when nothing waited, what came answers what was asked that day: no order is needed.
 */
const asksOf = (events: readonly LegalEvent[]): Ask[] => {
  const asks: Ask[] = [];
  const about = events.filter(({ type }) => type.startsWith('documents-'));
  for (const day of [...new Set(about.map(({ on }) => on))].sort()) {
    const today = about.filter(({ on }) => on === day);
    const came = today.some(({ type, complete }) => type === 'documents-received' && complete !== false);
    const waiting = asks.filter(({ answeredOn }) => !answeredOn);
    if (came) for (const ask of waiting) ask.answeredOn = day;
    const answeredOn = came && waiting.length === 0 ? day : null;
    const asked = today.filter(({ type }) => type === 'documents-requested');
    asks.push(...asked.map(({ until }) => ({ on: day, until: until ?? null, answeredOn })));
  }
  return asks;
};

/** `null` while nothing was received. Events later than `today` have not happened; their order in the case says nothing. */
export const happened = ({ events, today }: Pick<LegalCase, 'events' | 'today'>): Happened | null => {
  const past = events.filter(({ on }) => on <= today);
  const days = (...types: LegalEventType[]) =>
    past.filter(({ type }) => types.includes(type)).map(({ on }) => on);
  const receivedOn = first(days('received', 'transferred'));
  if (!receivedOn) return null;
  const transferredOn = last(days('transferred'));
  const competentOn = transferredOn ?? receivedOn;
  // The full acknowledgement comes from the competent administration in all cases (L114-4).
  const full = past.filter(
    ({ type, complete, on }) => type === 'acknowledged' && complete !== false && on >= competentOn,
  );
  const notifiedOn = first([...days('notified'), ...notifiedInPortal(past, today)]);
  return {
    receivedOn,
    competentOn,
    isTransferred: transferredOn !== null,
    acknowledgedOn: first(days('acknowledged')),
    fullyAcknowledgedOn: first(full.map(({ on }) => on)),
    asks: asksOf(past),
    decidedOn: first([...days('decided'), ...(notifiedOn ? [notifiedOn] : [])]),
    notifiedOn,
    leftOn: first(days('withdrawn', 'forwarded')),
    isForwarded: days('forwarded').length > 0,
    reasonsAskedOn: first(days('reasons-requested')),
    reasonsGivenOn: first(days('reasons-given')),
  };
};
