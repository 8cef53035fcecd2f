import type { Day } from '../deadlines/day.ts';
import type { Agent } from './agent.ts';
import { coversMatter, type Delegation, isInForce, type Matter } from './delegation.ts';

/** Somebody out of office: from the day after their last. */
export const hasLeft = ({ leftOn }: Pick<Agent, 'leftOn'>, on: Day): boolean =>
  leftOn !== undefined && on > leftOn;
/** Somebody in office and not away that day. */
export const isPresent = (agent: Agent, on: Day): boolean => {
  const { absence } = agent;
  const isAway = absence !== undefined && absence.from <= on && on <= absence.to;
  return !hasLeft(agent, on) && !isAway;
};

const byLogin = (a: Agent, b: Agent): number => (a.login < b.login ? -1 : 1);
const shares = (departments: readonly string[], other: Agent): boolean =>
  other.departments.some((code) => departments.includes(code));

/**
 * Who acts for somebody on a day: the person if present; else their substitute, their delegates in the matter, the head
 * of their department, an administrator, in this order and only somebody present. `null` when nobody at all is there.
 */
export const standInFor = (
  login: string,
  agents: readonly Agent[],
  delegations: readonly Delegation[],
  on: Day,
  matter?: Matter,
): string | null => standIn(login, { agents, delegations, on, matter }, new Set());

type World = {
  agents: readonly Agent[];
  delegations: readonly Delegation[];
  on: Day;
  matter?: Matter;
};

const standIn = (login: string, world: World, asked: Set<string>): string | null => {
  const { agents, delegations, on, matter } = world;
  const wanted = agents.find((one) => one.login === login);
  if (wanted && isPresent(wanted, on)) return login;
  // Two people who are each other's substitute and both away must not be asked for ever.
  asked.add(login);
  const substitute = wanted?.absence?.substitute ?? null;
  if (substitute && !asked.has(substitute)) {
    const found = substituteOf(substitute, world, asked);
    if (found) return found;
  }
  const delegates = delegations
    .filter((one) => one.delegator === login && isInForce(one, on) && coversMatter(one, matter))
    .map(({ delegate }) => delegate);
  const departments = matter?.department ? [matter.department] : (wanted?.departments ?? []);
  const present = agents.filter((one) => one.login !== login && isPresent(one, on)).sort(byLogin);
  const inTurn = [
    ...present.filter((one) => delegates.includes(one.login)),
    ...present.filter((one) => one.roles.includes('head') && shares(departments, one)),
    ...present.filter((one) => one.roles.includes('administrator')),
  ];
  return inTurn[0]?.login ?? null;
};

/** A substitute who is away has one too; heads and administrators come after all substitutes. */
const substituteOf = (login: string, world: World, asked: Set<string>): string | null => {
  const agent = world.agents.find((one) => one.login === login);
  if (!agent) return null;
  if (isPresent(agent, world.on)) return login;
  asked.add(login);
  const next = agent.absence?.substitute;
  return next && !asked.has(next) ? substituteOf(next, world, asked) : null;
};
