import type { Agent } from '../../agents/agent.ts';
import { isPresent } from '../../agents/presence.ts';
import { mayWork } from '../../agents/rights.ts';
import { ordinaryWork } from '../../agents/work-profile.ts';
import type { Day } from '../../deadlines/day.ts';
import type { Worker } from './choose.ts';

/**
 * Whose turn it is in a department, and what was given a moment ago. One item, written in the transaction that gives a
 * request: of two that are given at once one must look again, so that both never see the same loads.
 */
export type Roster = {
  version: number;
  /** Where the round stands: the turn of who was served last. */
  clock: number;
  /** Next turn of each: part-time workers advance further with each request. */
  turns: Record<string, number>;
  /** The board's index follows within moments: until then these count as open. */
  recent: { reference: string; agent: string; at: string }[];
};
export const emptyRoster: Roster = { version: 0, clock: 0, turns: {}, recent: [] };

const recentMs = 30_000;
const mostRecent = 100;
const full = 100;

/** Whoever comes back from an absence takes their turn, not all those they missed. */
const turnOf = ({ clock, turns }: Roster, login: string): number => Math.max(clock, turns[login] ?? 0);

const isFresh = (one: Roster['recent'][number], at: string): boolean =>
  Math.abs(Date.parse(at) - Date.parse(one.at)) < recentMs;

/** The roster once a request was given. */
export const served = (
  roster: Roster,
  given: { reference: string; agent: string; share: number },
  at: string,
): Roster => {
  const { reference, agent, share } = given;
  const start = turnOf(roster, agent);
  const recent = roster.recent.filter((one) => isFresh(one, at) && one.reference !== reference);
  return {
    version: roster.version + 1,
    clock: start,
    turns: { ...roster.turns, [agent]: start + full / share },
    recent: [...recent, { reference, agent, at }].slice(-mostRecent),
  };
};

/** Open requests of an agent: those of the index, and those given a moment ago. */
export const openWith = (
  listed: readonly string[],
  { recent }: Roster,
  { login, at }: { login: string; at: string },
): number => {
  const given = recent.filter((one) => one.agent === login && isFresh(one, at));
  return new Set([...listed, ...given.map(({ reference }) => reference)]).size;
};

/** The agents of a department as the choice wants them. */
export const workersOf = (
  agents: readonly Agent[],
  department: string,
  { roster, open, today }: { roster: Roster; open: (login: string) => number; today: Day },
): Worker[] =>
  agents.map((agent) => ({
    login: agent.login,
    isPresent: isPresent(agent, today),
    mayWork: mayWork(agent, { department, agent: null }),
    instructs: agent.roles.includes('instructor'),
    open: open(agent.login),
    turn: turnOf(roster, agent.login),
    work: agent.work ?? ordinaryWork,
  }));
