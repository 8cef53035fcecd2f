import type { Scope } from '../agents/caller.ts';
import { wallClock } from '../appointments/wall-clock.ts';
import { addDays, type Day } from '../deadlines/day.ts';
import { codeHash, endCode, type Sign, wayHash } from './code.ts';
import { type Consent, checkBounds, type Helper, type Mandate, type Represented } from './mandate.ts';
import type { FoundBy } from './mandate-table.adapter.ts';
import { type HelperReach, type KnownWay, ownWayOf } from './own-way.ts';

export type Given = {
  id: string;
  represented: Represented;
  helper: Helper;
  scope: readonly Scope[];
  until: Day;
  consent: Consent;
  ways: readonly KnownWay[];
  reach: HelperReach;
};
export type At = { now: string; today: Day; timeZone: string };

/** The instant at which the last day is over in the authority's time zone. */
export const endOf = (until: Day, timeZone: string): string =>
  wallClock(timeZone, addDays(until, 1)).instantAt(0) ?? `${addDays(until, 1)}T00:00:00.000Z`;

/**
 * A new mandate: good at once for an agent who stands before the person, offered to anybody else. Refuses `invalid-input` for
 * its bounds, `no-own-channel` when the person could not be told apart from their helper.
 */
export const makeMandate = (given: Given, { now, today, timeZone }: At): Mandate => {
  checkBounds(given.scope, given.until, today);
  const { id, represented, helper, until, consent } = given;
  const isActive = helper.account !== null;
  return {
    ...{ id, version: 1, represented, helper, until, consent, createdAt: now },
    scope: [...new Set(given.scope)],
    state: isActive ? 'active' : 'offered',
    endsAt: endOf(until, timeZone),
    way: ownWayOf(given.ways, given.reach),
    activeSince: isActive ? now : null,
    ...{ over: null, letters: [] },
  };
};

/** By what it is found beside its id. */
export const foundBy = ({ id, way }: Pick<Mandate, 'id' | 'way'>, sign: Sign): FoundBy => ({
  code: codeHash(endCode(id, sign), sign),
  way: wayHash(way.to, sign),
});
