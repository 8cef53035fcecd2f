import type { Agent } from '../../agents/agent.ts';
import type { AgentCaller } from '../../agents/caller.ts';
import { hasLeft } from '../../agents/presence.ts';
import { mayDistribute, mayWork } from '../../agents/rights.ts';
import type { Day } from '../../deadlines/day.ts';
import type { Authority } from '../../settings/authority.ts';
import { Refusal } from '../../shared/refusal.ts';

/** The authority, for who leads a department of it. Refuses `not-found` for a department that is none, `forbidden` for another's. */
export const leading = async (
  { authority }: { authority(): Promise<Authority> },
  { agent }: AgentCaller,
  department: string,
): Promise<Authority> => {
  const found = await authority();
  if (!found.departments.some(({ code }) => code === department)) throw new Refusal('not-found');
  if (!mayDistribute(agent, department)) throw new Refusal('forbidden');
  return found;
};

/** Whoever has the right to work here, and whose work it is: no signatory, no reception. */
export const mayBeGiven = (agent: Agent, department: string): boolean =>
  mayWork(agent, { department, agent: null }) &&
  agent.roles.some((role) => role === 'instructor' || role === 'head');

/** Those who may be given work here, and are still in office. */
export const staffOf = (agents: readonly Agent[], department: string, today: Day): Agent[] =>
  agents.filter((agent) => mayBeGiven(agent, department) && !hasLeft(agent, today));
