import type { Detail } from './payfip.ts';

/**
 * One try to pay at PayFiP, written down before PayFiP is called. `creating` waits for its number (`idOp`); `lost` never had
 * one that anybody could use; `open` may be paid; `expired` was not paid in time; `doubtful` was paid otherwise than asked.
 */
export type AttemptState =
  | 'creating'
  | 'lost'
  | 'open'
  | 'paid'
  | 'cancelled'
  | 'refused'
  | 'expired'
  | 'doubtful';

export type Attempt = {
  id: string;
  payment: string;
  state: AttemptState;
  startedAt: string;
  /** Number given by PayFiP; whoever knows it may pay, once, for fifteen minutes. */
  idOp: string | null;
  /** What was asked for; compared with what is answered. */
  cents: number;
  payRef: string;
  client: string;
  year: number;
  /** T test, X activation, W production. */
  mode: 'T' | 'X' | 'W';
  email: string;
  /** mandate:<id>, when somebody pays for the person. */
  by?: string;
  lookedAt: string | null;
  /** PayFiP asks to be left alone until then after a technical error. */
  notBefore: string | null;
  /** What PayFiP answered last, as it came. */
  detail: Detail | null;
  /** PayFiP has forgotten it: nothing will change any more. */
  isGone: boolean;
  settledAt: string | null;
  /** The acknowledgement of the payment has left (CRPA L112-11). */
  acknowledgedAt: string | null;
};

const minute = 60_000;
/** An operation may be opened for fifteen minutes; the last one is kept for the way there. */
const openFor = 14 * minute;
/** Whoever opened it in time needs some more to finish: before that, "not known" means "wait". */
const settlesAfter = 20 * minute;
const createdWithin = minute;
const followedFor = 7 * 24 * 60 * minute;
const hour = 60 * minute;

export const ageOf = ({ startedAt }: Pick<Attempt, 'startedAt'>, now: string): number =>
  Date.parse(now) - Date.parse(startedAt);
export const mayBeOpened = (attempt: Attempt, now: string): boolean =>
  attempt.state === 'open' && attempt.idOp !== null && ageOf(attempt, now) < openFor;
export const mayStillBePaid = (attempt: Attempt, now: string): boolean => ageOf(attempt, now) < settlesAfter;
/** Its creation was never answered: whoever asked is gone, and nobody has its number. */
export const isLost = (attempt: Attempt, now: string): boolean =>
  attempt.state === 'creating' && ageOf(attempt, now) >= createdWithin;
/** Until when nobody else may start another one. */
export const freeAt = (attempt: Attempt): string =>
  new Date(
    Date.parse(attempt.startedAt) + (attempt.state === 'creating' ? createdWithin : settlesAfter),
  ).toISOString();
export const openUntil = ({ startedAt }: Pick<Attempt, 'startedAt'>): string =>
  new Date(Date.parse(startedAt) + openFor).toISOString();

/** Nothing that PayFiP could still say would change it. */
export const isFinal = ({ state, isGone }: Attempt): boolean =>
  state === 'paid' || state === 'doubtful' || state === 'lost' || isGone;
/** PayFiP may be asked about it now: not twice in three seconds, and not before the end of the rest it asked for. */
export const mayLook = (attempt: Attempt, now: string): boolean =>
  !isFinal(attempt) &&
  attempt.idOp !== null &&
  (attempt.notBefore === null || attempt.notBefore <= now) &&
  (attempt.lookedAt === null || Math.abs(Date.parse(now) - Date.parse(attempt.lookedAt)) >= 3_000);

/**
 * Seconds to sleep before the next look, `null` when there is nothing left to look for. Every minute while somebody may be
 * paying: a payment is known within two minutes, whatever happened to the browser and to the notification.
 */
export const nextLook = (attempt: Attempt, now: string): number | null => {
  const age = ageOf(attempt, now);
  if (isFinal(attempt) || age > followedFor) return null;
  const usual = age < hour / 2 ? minute : age < hour ? 1.5 * minute : age < 24 * hour ? hour / 2 : 6 * hour;
  const rest = attempt.notBefore ? Date.parse(attempt.notBefore) - Date.parse(now) : 0;
  return Math.ceil(Math.max(usual, rest) / 1000);
};
/** A week has passed and PayFiP never said: an agent asks the treasury. */
export const isUnknown = (attempt: Attempt, now: string): boolean =>
  attempt.state === 'open' && ageOf(attempt, now) > followedFor;
