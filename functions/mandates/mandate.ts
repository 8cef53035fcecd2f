import type { Scope } from '../agents/caller.ts';
import { addDays, type Day } from '../deadlines/day.ts';
import { Refusal } from '../shared/refusal.ts';

/** Who helps: somebody close, an association, a social worker, or an agent of the authority at the desk. */
export const helperKinds = ['family', 'association', 'social-worker', 'other'] as const;
export type HelperKind = (typeof helperKinds)[number] | 'agent';
export type Helper = {
  kind: HelperKind;
  /** Who may act: an account, `agent:<login>`, or nobody yet while the offer waits. */
  account: string | null;
  name: string;
  organisation: string | null;
  /** Where the offer goes; for an agent null. */
  email: string | null;
};
/** For whom it is done. `account` is theirs, or one made for them that nobody signs in to. */
export type Represented = { account: string; person: string; name: string };
/** How the person said yes: signed in to their account, by word of mouth or in writing before an agent. */
export type Consent = {
  how: 'account' | 'spoken' | 'signed';
  at: string;
  /** citizen | agent:<login> */
  by: string;
  /** What the agent wrote down of it. */
  note: string | null;
};
/** How the person is told: by what the helper does not control. */
export type OwnWay = { kind: 'mail' | 'text' | 'letter'; to: string };

/**
 * One person lets another act for them at the authority (Code civil 1984): named things only, until a day, ended by one word
 * (2004). `active` from the moment that both agreed.
 */
export type Mandate = {
  id: string;
  version: number;
  state: 'offered' | 'active' | 'revoked' | 'declined' | 'renounced' | 'ended';
  represented: Represented;
  helper: Helper;
  scope: Scope[];
  createdAt: string;
  /** Last day in the authority's time zone, and the instant at which it is over. */
  until: Day;
  endsAt: string;
  consent: Consent;
  way: OwnWay;
  activeSince: string | null;
  over: { at: string; by: string } | null;
  /** What the person is told by post: objects of the documents bucket, printed and posted by hand. */
  letters: Letter[];
};
export type Letter = { key: string; about: 'begun' | 'over'; postedAt: string | null };
export const waitsForPost = ({ letters }: Mandate): boolean => letters.some(({ postedAt }) => !postedAt);

export const longestDays = 365;
/** An offer that nobody took is no more good. */
export const offerDays = 14;

const offerEnds = ({ createdAt }: Mandate): string =>
  `${addDays(createdAt.slice(0, 10), offerDays)}T23:59:59Z`;
/** What it is now: nobody writes down that a day has come. */
export const stateNow = (mandate: Mandate, now: string): Mandate['state'] => {
  if (!['offered', 'active'].includes(mandate.state)) return mandate.state;
  const isLate = mandate.state === 'offered' && offerEnds(mandate) <= now;
  return isLate || mandate.endsAt <= now ? 'ended' : mandate.state;
};
/** Somebody may act under it, or may still accept it: there is something to end. */
export const isLive = (mandate: Mandate, now: string): boolean =>
  ['offered', 'active'].includes(stateNow(mandate, now));

/** Refuses `invalid-input` for nothing named, a day that is past, or more than a year. */
export const checkBounds = (scope: readonly Scope[], until: Day, today: Day): void => {
  if (scope.length === 0) throw new Refusal('invalid-input', [{ field: 'scope', code: 'required' }]);
  if (until < today || until > addDays(today, longestDays))
    throw new Refusal('invalid-input', [{ field: 'until', code: 'out-of-range' }]);
};

/** The helper says yes. Refuses `not-allowed-in-state` to whoever comes late, and to the person themselves. */
export const accepted = (mandate: Mandate, account: string, now: string): Mandate => {
  if (stateNow(mandate, now) !== 'offered' || account === mandate.represented.account)
    throw new Refusal('not-allowed-in-state');
  const helper = { ...mandate.helper, account };
  return { ...mandate, helper, state: 'active', activeSince: now, version: mandate.version + 1 };
};

/** Ends it at once; ended again it stays as it ended first. @param by citizen | helper | code | word | agent:<login> | auto */
export const over = (
  mandate: Mandate,
  state: 'revoked' | 'declined' | 'renounced',
  by: string,
  now: string,
): Mandate =>
  isLive(mandate, now) ? { ...mandate, state, over: { at: now, by }, version: mandate.version + 1 } : mandate;
