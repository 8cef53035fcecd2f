import { addDays, addPeriod, type Day } from './day.ts';
import { addWorkingDays, type HolidayCalendar } from './holidays.ts';

export const deadlineKinds = ['aee', 'are', 'sva', 'svr', 'commitment'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];
export type DeadlineState = 'running' | 'suspended' | 'met' | 'missed' | 'moot';
/** `due` is the last day on which it can be met. */
export type Deadline = { kind: DeadlineKind; due: Day; state: DeadlineState; article: string };

export type Silence = { mode: 'sva' | 'svr' | 'none'; period: string };
/** What a procedure promises, and the calendar of the place. */
export type Rules = { commitmentDays: number; silence: Silence; calendar: HolidayCalendar };
/** What the journal says that deadlines depend on; days are of the authority's time zone. */
export type Facts = {
  receivedOn: Day;
  channel: string;
  state: string;
  /** First receipt or acknowledgement, whichever came first. */
  receiptOn: Day | null;
  /** The full acknowledgement. */
  acknowledgedOn: Day | null;
  answeredOn: Day | null;
};

/** Without a procedure: complaints and requests that no text frames are rejected by two months of silence (L231-4 CRPA). */
export const ordinary = { commitmentDays: 30, silence: { mode: 'svr', period: 'P2M' } } as const;

const articles: Record<DeadlineKind, string> = {
  aee: 'CRPA R112-11-2',
  are: 'CRPA R112-11-2',
  sva: 'CRPA L231-1',
  svr: 'CRPA L231-4',
  commitment: '',
};
/** Electronic sends are acknowledged by law within days (L112-11); paper by the receipt of R112-5, without a term. */
export const electronic: ReadonlySet<string> = new Set(['mail', 'form', 'sms', 'hubee']);

const stateOf = (due: Day, doneOn: Day | null, isOver: boolean, today: Day): DeadlineState => {
  if (doneOn) return doneOn <= due ? 'met' : 'missed';
  if (isOver) return 'moot';
  return today <= due ? 'running' : 'missed';
};

/** The day at whose end (24:00) silence becomes a decision; `null` when silence decides nothing. */
export const implicitDecisionOn = (receivedOn: Day, { mode, period }: Silence): Day | null =>
  mode === 'none' ? null : addPeriod(receivedOn, period);

/** The day by which the authority promised to answer. */
export const promisedOn = (receivedOn: Day, { commitmentDays }: Pick<Rules, 'commitmentDays'>): Day =>
  addDays(receivedOn, commitmentDays);

/** The day that ranks a request on the board: the earlier of the promise and of the implicit decision. */
export const boardDue = (receivedOn: Day, rules: Rules): Day => {
  const promise = promisedOn(receivedOn, rules);
  const implicit = implicitDecisionOn(receivedOn, rules.silence);
  return implicit && implicit < promise ? implicit : promise;
};

/** Every deadline of a request with its day, its state on `today` and its article. */
export const deadlinesOf = (facts: Facts, rules: Rules, today: Day): Deadline[] => {
  const isWithdrawn = facts.state === 'withdrawn' || facts.state === 'transferred';
  const of = (kind: DeadlineKind, due: Day, doneOn: Day | null): Deadline => ({
    kind,
    due,
    state: stateOf(due, doneOn, isWithdrawn, today),
    article: articles[kind],
  });
  const { receivedOn, receiptOn, acknowledgedOn, answeredOn } = facts;
  const { mode } = rules.silence;
  const implicit = implicitDecisionOn(receivedOn, rules.silence);
  return [
    ...(electronic.has(facts.channel)
      ? [
          of('aee', addWorkingDays(receivedOn, 1, rules.calendar), receiptOn),
          of('are', addWorkingDays(receivedOn, 10, rules.calendar), acknowledgedOn),
        ]
      : []),
    ...(implicit && mode !== 'none' ? [of(mode, implicit, answeredOn)] : []),
    of('commitment', promisedOn(receivedOn, rules), answeredOn),
  ];
};
