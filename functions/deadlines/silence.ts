import { addDays, addPeriod, type Day, daysBetween, earliest, latest } from './day.ts';
import type { Ask, Happened } from './happened.ts';
import type { DeadlineState, LegalCase, LegalDeadline } from './legal-case.ts';
import { silenceWhy } from './messages/fr.ts';

/** The clock of silence as it stands on the day it is read. */
export type SilenceClock = {
  /** Day from which the delay counts now. */
  from: Day;
  /** Day at whose end silence decides; `null` when it decides nothing, or while nobody can tell. */
  due: Day | null;
  isSuspended: boolean;
  /** Requests of documents that count: made before silence had decided. */
  asks: Ask[];
  suspendedDays: number;
};

const still: Omit<SilenceClock, 'from' | 'due'> = { isSuspended: false, asks: [], suspendedDays: 0 };

/**
 * Acceptance: from receipt by the competent body (L114-3), and only from receipt of the documents when some were asked for
 * (L114-5). While they are awaited no day can be told, even after the delay granted: a file that stays incomplete is never
 * accepted by silence.
 */
const acceptance = ({ competentOn }: Happened, asked: readonly Ask[], period: string): SilenceClock => {
  let from = competentOn;
  const asks: Ask[] = [];
  for (const ask of asked) {
    if (ask.on > addPeriod(from, period)) break;
    asks.push(ask);
    if (!ask.answeredOn) return { ...still, from, due: null, isSuspended: true, asks };
    from = latest(from, ask.answeredOn);
  }
  return { ...still, from, due: addPeriod(from, period), asks };
};

/**
 * Suspension by requests of documents, in whole calendar days from the day of the request to the day of receipt or, at the
 * latest, to the last day granted (L114-5); requests that overlap count once. A request without a delay suspends nothing.
 * @param end last day of the delay, suspensions left out; a request made after the day it has come to changes nothing
 */
export const suspension = (from: Day, end: Day, asked: readonly Ask[], today: Day) => {
  let due = end;
  let covered = from;
  const asks: Ask[] = [];
  for (const ask of asked) {
    if (ask.on > due) break;
    if (!ask.until) continue;
    asks.push(ask);
    const begin = latest(ask.on, covered);
    const stop = ask.answeredOn ? earliest(ask.answeredOn, ask.until) : ask.until;
    if (stop <= begin) continue;
    due = addDays(due, daysBetween(begin, stop));
    covered = stop;
  }
  const isSuspended = asks.some(({ answeredOn, until }) => !answeredOn && until !== null && today <= until);
  return { due, isSuspended, asks, suspendedDays: daysBetween(end, due) };
};

/** The delay of silence with what moves it. Requests of documents made after the decision move nothing. */
export const silenceClock = ({ mode, period, today }: LegalCase, facts: Happened): SilenceClock => {
  const { receivedOn, decidedOn } = facts;
  if (mode === 'none') return { ...still, from: receivedOn, due: null };
  const asked = facts.asks
    .filter(({ on }) => !decidedOn || on < decidedOn)
    .map((ask) =>
      decidedOn && ask.answeredOn && ask.answeredOn > decidedOn ? { ...ask, answeredOn: null } : ask,
    );
  if (mode === 'sva') return acceptance(facts, asked, period);
  // Refusal counts from the first receipt, by whoever received it (L114-3).
  return { from: receivedOn, ...suspension(receivedOn, addPeriod(receivedOn, period), asked, today) };
};

/** Day at whose end silence did decide: past, and no decision came first. `null` otherwise. */
export const bornOn = ({ mode, today }: LegalCase, facts: Happened, { due }: SilenceClock): Day | null => {
  if (mode === 'none' || !due || today <= due) return null;
  const before = [facts.decidedOn, facts.leftOn].some((day) => day !== null && day <= due);
  return before ? null : due;
};

const stateOf = (
  { today }: LegalCase,
  facts: Happened,
  { due, isSuspended }: SilenceClock,
): DeadlineState => {
  const { decidedOn, leftOn } = facts;
  if (decidedOn && (!due || decidedOn <= due)) return 'met';
  if (leftOn && (!due || leftOn <= due)) return 'moot';
  if (due && (decidedOn || today > due)) return 'missed';
  return isSuspended ? 'suspended' : 'running';
};

const articleOf = (
  { mode, period, silenceArticle }: LegalCase,
  facts: Happened,
  clock: SilenceClock,
): string => {
  const rule =
    silenceArticle ?? `CRPA ${mode === 'sva' ? 'L231-1' : 'L231-4'}${period === 'P2M' ? '' : ', L231-6'}`;
  return [rule, ...(facts.isTransferred ? ['L114-3'] : []), ...(clock.asks.length ? ['L114-5'] : [])].join(
    ', ',
  );
};

/** What silence decides and when: acceptance (`sva`), refusal (`svr`) or nothing. Never rolled forward: not a delai franc. */
export const silenceDeadline = (given: LegalCase, facts: Happened, clock: SilenceClock): LegalDeadline => {
  if (given.mode === 'none')
    return { kind: 'silence', due: null, state: 'moot', article: 'CRPA L231-1', why: silenceWhy.none };
  const state = stateOf(given, facts, clock);
  return {
    kind: 'silence',
    due: state === 'moot' ? null : clock.due,
    state,
    article: articleOf(given, facts, clock),
    why: silenceWhy.of(given, facts, clock, state),
  };
};
