import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Agent } from './agent.ts';
import type { AgentCaller } from './caller.ts';
import type { Delegation } from './delegation.ts';
import type {
  endDelegation,
  leave as leaving,
  listPeople,
  saveDelegation,
  setAbsence,
} from './people-api.ts';
import { isPresent } from './presence.ts';
import { shownWork } from './work-profile.ts';

export type PeopleDeps = {
  people: {
    everybody(): Promise<Agent[]>;
    byLogin(login: string): Promise<Agent | null>;
    put(agents: readonly Agent[]): Promise<void>;
    delegations(): Promise<Delegation[]>;
    saveDelegation(delegation: Delegation): Promise<void>;
    removeDelegation(id: string): Promise<void>;
  };
  /** Letters in somebody's book, a hundred at most. */
  waiting(login: string): Promise<number>;
  /** Gives what waits for these people, or for everybody, to whoever should have it now; answers how much moved. */
  settle(logins: readonly string[] | null): Promise<number>;
  today(): Promise<string>;
};
type Moved = Promise<{ moved: number }>;

const isAdministrator = ({ roles }: Agent): boolean => roles.includes('administrator');
/** One's own affairs, those of one's department for its head, everybody's for an administrator. */
const mayManage = (agent: Agent, other: Agent): boolean =>
  agent.login === other.login ||
  isAdministrator(agent) ||
  (agent.roles.includes('head') &&
    !other.roles.includes('head') &&
    !isAdministrator(other) &&
    other.departments.some((code) => agent.departments.includes(code)));

export const list =
  ({ people, waiting, today }: PeopleDeps) =>
  async (_input: InputOf<typeof listPeople>, { agent }: AgentCaller): Promise<ReplyOf<typeof listPeople>> => {
    const [agents, delegations, on] = await Promise.all([people.everybody(), people.delegations(), today()]);
    const mine = agents.filter((one) => mayManage(agent, one));
    const counts = new Map(
      await Promise.all(mine.map(async ({ login }) => [login, await waiting(login)] as const)),
    );
    return {
      me: agent.login,
      people: agents.map((one) => ({
        ...{ login: one.login, name: `${one.givenName} ${one.familyName}`, title: one.title },
        ...{ roles: one.roles, departments: one.departments },
        absence: one.absence ?? null,
        leftOn: one.leftOn ?? null,
        work: one.work ? shownWork(one.work) : null,
        isPresent: isPresent(one, on),
        waiting: counts.get(one.login) ?? null,
      })),
      delegations,
      may: { manage: isAdministrator(agent) || agent.roles.includes('head'), leave: isAdministrator(agent) },
      today: on,
    };
  };

const find = async ({ people }: PeopleDeps, login: string): Promise<Agent> => {
  const found = await people.byLogin(login);
  if (!found) throw new Refusal('not-found');
  return found;
};
const wrong = (field: string, code: string) => new Refusal('invalid-input', [{ field, code }]);

/** Refuses `invalid-input` for days in disorder, and a substitute who is nobody or oneself. */
export const absent =
  (deps: PeopleDeps) =>
  async ({ params, body }: InputOf<typeof setAbsence>, { agent }: AgentCaller): Moved => {
    const other = await find(deps, params.login);
    if (!mayManage(agent, other)) throw new Refusal('forbidden');
    const { absence } = body;
    if (absence && absence.to < absence.from) throw wrong('absence.to', 'before-start');
    const substitute = absence?.substitute ? await deps.people.byLogin(absence.substitute) : null;
    if (absence?.substitute && (!substitute || substitute.login === other.login))
      throw wrong('absence.substitute', 'invalid');
    const { absence: _before, ...rest } = other;
    await deps.people.put([absence ? { ...rest, absence } : rest]);
    // Whoever comes back takes up what others hold for them.
    return { moved: await deps.settle(absence ? [other.login] : null) };
  };

export const leave =
  (deps: PeopleDeps) =>
  async ({ params, body }: InputOf<typeof leaving>, { agent }: AgentCaller): Moved => {
    const other = await find(deps, params.login);
    if (other.login === agent.login) throw new Refusal('forbidden');
    const { leftOn: _before, ...rest } = other;
    await deps.people.put([body.leftOn ? { ...rest, leftOn: body.leftOn } : rest]);
    return { moved: await deps.settle(body.leftOn ? [other.login] : null) };
  };

/** Orders are written down by administrators; by heads, those of their own departments alone. */
const mayOrder = (agent: Agent, { departments }: Pick<Delegation, 'departments'>): boolean =>
  isAdministrator(agent) ||
  (departments.length > 0 && departments.every((code) => agent.departments.includes(code)));

/**
 * Who may sign, under which published order. A head makes orders known for their own department, never over one that is
 * another's, and nobody gives the signature to themselves.
 */
export const delegate =
  (deps: PeopleDeps) =>
  async ({ params, body }: InputOf<typeof saveDelegation>, { agent }: AgentCaller): Moved => {
    const delegate = await deps.people.byLogin(body.delegate);
    if (!delegate) throw wrong('delegate', 'invalid');
    if (body.delegator && (body.delegator === body.delegate || !(await deps.people.byLogin(body.delegator))))
      throw wrong('delegator', 'invalid');
    if (body.to && body.to < body.from) throw wrong('to', 'before-start');
    const before = (await deps.people.delegations()).find(({ id }) => id === params.id);
    const isTheirs = mayOrder(agent, body) && (!before || mayOrder(agent, before));
    if (!isTheirs || body.delegate === agent.login) throw new Refusal('forbidden');
    await deps.people.saveDelegation({ ...body, id: params.id });
    return { moved: await deps.settle(null) };
  };

export const undelegate =
  (deps: PeopleDeps) =>
  async ({ params }: InputOf<typeof endDelegation>, { agent }: AgentCaller): Moved => {
    const found = (await deps.people.delegations()).find(({ id }) => id === params.id);
    if (!found) throw new Refusal('not-found');
    if (!mayOrder(agent, found)) throw new Refusal('forbidden');
    await deps.people.removeDelegation(params.id);
    return { moved: await deps.settle(null) };
  };
