import { type Account, isComplete } from '../accounts/account.ts';
import type { Caller } from '../agents/caller.ts';
import type { Person } from '../citizens/person.ts';
import { addDays } from '../deadlines/day.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './citizen-api.ts';
import { offeredBy, type Sign, wayHash } from './code.ts';
import { foundBy, makeMandate } from './make.ts';
import { accepted, isLive, longestDays, type Mandate, over } from './mandate.ts';
import type { MandateTable } from './mandate-table.adapter.ts';
import { addressesOf, leadsTo, ownWayOf, waysOf } from './own-way.ts';
import { mandateView } from './view.ts';

export type CitizenDeps = {
  mandates: Pick<MandateTable, 'read' | 'ofPerson' | 'ofHelper' | 'add' | 'save'>;
  account(id: string): Promise<Account | null>;
  /** Sheets of the register that are this person; none for whom it does not know. */
  sheets(person: string): Promise<Person[]>;
  sign(): Promise<Sign>;
  countCall(subject: string, kind: string): Promise<number>;
  timeZone(): Promise<string>;
  dayIn(zone: string, instant: string): string;
  newId(): string;
  now(): string;
};
/** More at once than a person has people they trust would be a mistake. */
const mostLive = 10;

/** The door lets nobody here who acts for somebody: a mandate gives no mandates (Code civil 1994). */
export const own = async ({ account }: Pick<CitizenDeps, 'account'>, caller: Caller): Promise<Account> => {
  if (caller.kind !== 'citizen' || caller.citizen.actingFor) throw new Refusal('not-in-mandate');
  const found = await account(caller.citizen.account);
  if (!found) throw new Refusal('unauthenticated');
  return found;
};
const dayOf = async (deps: CitizenDeps) => {
  const [now, timeZone] = [deps.now(), await deps.timeZone()];
  return { now, timeZone, today: deps.dayIn(timeZone, now) };
};
export const nameOfAccount = ({ givenName, usedName, familyName }: Account): string =>
  [givenName, usedName ?? familyName].filter(Boolean).join(' ');

export const listMandates =
  (deps: CitizenDeps) =>
  async (_: unknown, caller: Caller): Promise<ReplyOf<typeof api.listMandates>> => {
    const { id } = await own(deps, caller);
    const [given, held] = await Promise.all([deps.mandates.ofPerson(id), deps.mandates.ofHelper(id)]);
    const { now, today } = await dayOf(deps);
    const shown = (some: Mandate[]) => some.map((one) => mandateView(one, now));
    return { given: shown(given), held: shown(held), today, latest: addDays(today, longestDays) };
  };

export const offerMandate =
  (deps: CitizenDeps) =>
  async (
    { body }: InputOf<typeof api.offerMandate>,
    caller: Caller,
  ): Promise<ReplyOf<typeof api.offerMandate>> => {
    const account = await own(deps, caller);
    if (!isComplete(account)) throw new Refusal('not-allowed-in-state');
    const at = await dayOf(deps);
    const email = body.helper.email.toLowerCase();
    if (addressesOf(account).includes(email))
      throw new Refusal('invalid-input', [{ field: 'helper.email', code: 'own-address' }]);
    const live = (await deps.mandates.ofPerson(account.id)).filter((one) => isLive(one, at.now));
    if (live.length >= mostLive || (await deps.countCall(account.id, 'offer')) > mostLive)
      throw new Refusal('too-many-requests');
    const mandate = makeMandate(
      {
        id: deps.newId(),
        represented: { account: account.id, person: account.person, name: nameOfAccount(account) },
        helper: { ...body.helper, email, account: null },
        ...{ scope: body.scope, until: body.until },
        consent: { how: 'account', at: at.now, by: 'citizen', note: null },
        ways: waysOf(account, await deps.sheets(account.person)),
        reach: { addresses: [email], by: '' },
      },
      at,
    );
    await deps.mandates.add(mandate, foundBy(mandate, await deps.sign()), 'offered');
    return mandateView(mandate, at.now);
  };

/** One gesture, no reason: who gave it revokes it, who holds it gives it up. Refuses `not-found` to everybody else. */
export const endMandate =
  (deps: CitizenDeps) =>
  async (
    { params }: InputOf<typeof api.endMandate>,
    caller: Caller,
  ): Promise<ReplyOf<typeof api.endMandate>> => {
    const { id } = await own(deps, caller);
    const before = await deps.mandates.read(params.id);
    const isGiver = before?.represented.account === id;
    if (!before || (!isGiver && before.helper.account !== id)) throw new Refusal('not-found');
    return end(deps, before, isGiver ? 'revoked' : 'renounced', isGiver ? 'citizen' : 'helper');
  };
/** Ends what is live, tells both, and takes away what made calls good: in one transaction. */
export const end = async (
  deps: { mandates: Pick<MandateTable, 'save'>; now(): string },
  before: Mandate,
  ...[state, by]: ['revoked' | 'declined' | 'renounced', string]
) => {
  const now = deps.now();
  const after = over(before, state, by, now);
  if (after !== before) await deps.mandates.save(before, after, 'over');
  return mandateView(after, now);
};

const offered = async (deps: CitizenDeps, secret: string): Promise<Mandate> => {
  const id = offeredBy(secret, await deps.sign());
  const found = id ? await deps.mandates.read(id) : null;
  if (!found) throw new Refusal('not-found');
  return found;
};
export const readOffer =
  (deps: CitizenDeps) =>
  async ({ body }: InputOf<typeof api.readOffer>, caller: Caller): Promise<ReplyOf<typeof api.readOffer>> => {
    await own(deps, caller);
    return mandateView(await offered(deps, body.secret), deps.now());
  };

/** Now that it is known who helps, the person is told by something that does not lead there. Refuses `no-own-channel`. */
export const answerOffer =
  (deps: CitizenDeps) =>
  async (
    { body }: InputOf<typeof api.answerOffer>,
    caller: Caller,
  ): Promise<ReplyOf<typeof api.answerOffer>> => {
    const helper = await own(deps, caller);
    const before = await offered(deps, body.secret);
    if (!body.accept) return end(deps, before, 'declined', 'helper');
    const now = deps.now();
    const taken = accepted(before, helper.id, now);
    const addresses = [...addressesOf(helper), before.helper.email ?? ''];
    const { account, person } = before.represented;
    const way = leadsTo(before.way, addresses)
      ? ownWayOf(waysOf(await deps.account(account), await deps.sheets(person)), { addresses, by: '' })
      : before.way;
    const name = isComplete(helper) ? nameOfAccount(helper) : before.helper.name;
    const after = { ...taken, way, helper: { ...taken.helper, name } };
    const moved = way === before.way ? undefined : wayHash(way.to, await deps.sign());
    await deps.mandates.save(before, after, 'begun', moved);
    return mandateView(after, now);
  };
