import type { Account } from '../accounts/account.ts';
import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { mayHelp } from '../agents/rights.ts';
import { absoluteLimit, cookie, cookieNames } from '../agents/session.ts';
import type { SessionTable } from '../agents/session-table.adapter.ts';
import { nameOf, type Person } from '../citizens/person.ts';
import type { Reading } from '../citizens/reading.ts';
import { addDays } from '../deadlines/day.ts';
import type { Answer, InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { actingOf, markOf } from './act.ts';
import type * as api from './agent-api.ts';
import type { Sign } from './code.ts';
import { foundBy, makeMandate } from './make.ts';
import { type Helper, longestDays, type Mandate, stateNow } from './mandate.ts';
import type { MandateTable } from './mandate-table.adapter.ts';
import { addressesOf, ownWayOf, waysOf } from './own-way.ts';
import { end } from './serve-citizen.ts';
import { mandateView } from './view.ts';

export type AgentDeps = {
  mandates: Pick<MandateTable, 'read' | 'ofPerson' | 'add' | 'save' | 'allowCalls' | 'letters'>;
  /** Sheets that are this person; refuses `not-found`. */
  sheets(person: string): Promise<Person[]>;
  accountOf(persons: readonly string[]): Promise<Account | null>;
  /** An account that nobody signs in to, for whom has none. */
  makeAccount(sheets: readonly Person[]): Promise<Account>;
  noteReading(sheets: readonly string[], reading: Reading): Promise<unknown>;
  sign(): Promise<Sign>;
  table: Pick<SessionTable, 'begin' | 'end'>;
  letterUrl(key: string): Promise<string>;
  timeZone(): Promise<string>;
  dayIn(zone: string, instant: string): string;
  newId(): string;
  now(): string;
};
const loginOf = ({ login }: Agent): string => `agent:${login}`;
const at = async (deps: AgentDeps) => {
  const [now, timeZone] = [deps.now(), await deps.timeZone()];
  return { now, timeZone, today: deps.dayIn(timeZone, now) };
};
const nameIn = (sheets: readonly Person[]): string => sheets.map(nameOf).find(Boolean) ?? '';
const note = (deps: AgentDeps, sheets: readonly string[], agent: Agent, now: string) =>
  deps.noteReading(sheets, { at: now, by: loginOf(agent), reason: 'reception', reference: null });

export const listPersonMandates =
  (deps: AgentDeps) =>
  async (
    { query }: InputOf<typeof api.listPersonMandates>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.listPersonMandates>> => {
    const sheets = await deps.sheets(query.person);
    const ids = sheets.map(({ id }) => id);
    const { now, today } = await at(deps);
    await note(deps, ids, agent, now);
    const account = await deps.accountOf(ids);
    const mandates = account ? await deps.mandates.ofPerson(account.id) : [];
    const reach = { addresses: [], by: loginOf(agent) };
    return {
      person: nameIn(sheets),
      mandates: mandates.map((one) => ({
        ...mandateView(one, now),
        isMine: one.helper.account === loginOf(agent),
      })),
      told: wayOrNull(() => ownWayOf(waysOf(account, sheets), reach).kind),
      mayRecord: mayHelp(agent),
      ...{ today, latest: addDays(today, longestDays) },
    };
  };
const wayOrNull = <T>(find: () => T): T | null => {
  try {
    return find();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no-own-channel') return null;
    throw error;
  }
};

/** What the person said or signed before an agent. Refuses `no-own-channel`, `forbidden`, and what `makeMandate` refuses. */
export const recordMandate =
  (deps: AgentDeps) =>
  async (
    { body }: InputOf<typeof api.recordMandate>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.recordMandate>> => {
    if (!mayHelp(agent)) throw new Refusal('forbidden');
    const sheets = await deps.sheets(body.person);
    const moment = await at(deps);
    const known = await deps.accountOf(sheets.map(({ id }) => id));
    const helper = body.helper ? { ...body.helper, account: null } : helping(agent);
    const email = helper.email?.toLowerCase() ?? null;
    const given = {
      id: deps.newId(),
      helper: { ...helper, email },
      scope: body.scope,
      until: body.until ?? moment.today,
      consent: { ...body.consent, at: moment.now, by: loginOf(agent) },
      ways: waysOf(known, sheets),
      reach: { addresses: email ? [email] : [], by: loginOf(agent) },
    };
    if (email && known && addressesOf(known).includes(email))
      throw new Refusal('invalid-input', [{ field: 'helper.email', code: 'own-address' }]);
    const nobody = { account: '', person: '', name: '' };
    // Nothing is written for somebody who could not be told.
    makeMandate({ ...given, represented: nobody }, moment);
    const { id, person } = known ?? (await deps.makeAccount(sheets));
    const represented = { account: id, person, name: nameIn(sheets) };
    const mandate = makeMandate({ ...given, represented }, moment);
    await deps.mandates.add(
      mandate,
      foundBy(mandate, await deps.sign()),
      mandate.state === 'active' ? 'begun' : 'offered',
    );
    return mandateView(mandate, moment.now);
  };
const helping = (agent: Agent): Helper => ({
  ...{ kind: 'agent', account: loginOf(agent), organisation: null, email: null },
  name: `${agent.givenName} ${agent.familyName}`,
});

/** The portal, in the name of the person who stands at the desk: a session of its own that ends with the agent's. */
export const helpAtDesk =
  (deps: AgentDeps) =>
  async (
    { params }: InputOf<typeof api.helpAtDesk>,
    { agent, cookies }: AgentCaller,
  ): Promise<Answer<typeof api.helpAtDesk>> => {
    const mandate = await deps.mandates.read(params.id);
    const now = deps.now();
    const isGood = mandate && stateNow(mandate, now) === 'active';
    if (!isGood || !mayHelp(agent) || mandate.helper.account !== loginOf(agent))
      throw new Refusal('mandate-over');
    await deps.mandates.allowCalls(mandate, markOf(mandate));
    const sheets = await deps.sheets(mandate.represented.person);
    await note(
      deps,
      sheets.map(({ id }) => id),
      agent,
      now,
    );
    await deps.table.end(cookies, 'citizens');
    const { givenName, familyName } = agent;
    const secret = await deps.table.begin({
      audience: 'citizens',
      citizen: {
        ...{ account: loginOf(agent), person: '', givenName, familyName, email: null, by: 'desk' },
        actingFor: actingOf(mandate),
      },
    });
    const limit = absoluteLimit('citizens') / 1000;
    return { to: '/mon-espace', cookies: [cookie(cookieNames.citizens, secret, limit)] };
  };

/** The person says so at the desk or by telephone: anybody there may end it, whoever noted it. */
export const endForPerson =
  (deps: AgentDeps) =>
  async (
    { params }: InputOf<typeof api.endForPerson>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.endForPerson>> => {
    const before = await deps.mandates.read(params.id);
    if (!before) throw new Refusal('not-found');
    return end(deps, before, 'revoked', loginOf(agent));
  };

const waiting = ({ letters }: Mandate) => letters.filter(({ postedAt }) => !postedAt);
export const listMandateLetters = (deps: AgentDeps) => async () => {
  const found = (await deps.mandates.letters()).flatMap((one) =>
    waiting(one).map((letter) => ({ letter, one })),
  );
  const letters = await Promise.all(
    found.map(async ({ letter: { key, about }, one }) => ({
      ...{ id: one.id, key, about, recipient: one.represented.name },
      since: about === 'over' ? (one.over?.at ?? one.createdAt) : (one.activeSince ?? one.createdAt),
      url: await deps.letterUrl(key),
    })),
  );
  return { letters };
};
export const markMandateLetterPosted =
  (deps: AgentDeps) =>
  async ({ params, body }: InputOf<typeof api.markMandateLetterPosted>): Promise<undefined> => {
    const before = await deps.mandates.read(params.id);
    if (!before?.letters.some(({ key }) => key === body.key)) throw new Refusal('not-found');
    const postedAt = deps.now();
    const letters = before.letters.map((one) => (one.key === body.key ? { ...one, postedAt } : one));
    await deps.mandates.save(before, { ...before, letters, version: before.version + 1 });
    return undefined;
  };
