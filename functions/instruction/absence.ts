import type { Agent } from '../agents/agent.ts';
import { isPresent } from '../agents/presence.ts';
import type { Day } from '../deadlines/day.ts';
import { changed } from '../requests/agent-act.ts';
import type { Append } from '../requests/append.ts';

/** Who takes over from somebody who is not there: a substitute of the department; `null`, everybody in it. */
export const replacementFor = (login: string, agents: readonly Agent[], today: Day): string | null => {
  const asked = new Set<string>();
  let next: string | null | undefined = login;
  while (next && !asked.has(next)) {
    asked.add(next);
    const agent: Agent | undefined = agents.find((one) => one.login === next);
    if (!agent) return null;
    if (isPresent(agent, today)) return agent.login;
    next = agent.absence?.substitute;
  }
  return null;
};

export type ReassignDeps = {
  append: Append;
  agentsOf(department: string): Promise<Agent[]>;
  /** The machine sleeps: where nobody takes over it has to look, since the rules of the department may find somebody. */
  wakes?: true;
};

/** Gives a request that stands with somebody who is away or gone to who takes over; done once a day for each absent agent. */
export const reassign =
  ({ append, agentsOf, wakes }: ReassignDeps) =>
  async (reference: string, absent: string, today: Day): Promise<unknown> =>
    append(reference, { key: `absent-${absent}-${today}` }, async (current) => {
      const { department, agent } = current?.request ?? {};
      if (!department || agent !== absent) return { commands: [] };
      const found = replacementFor(absent, await agentsOf(department), today);
      if (found === absent) return { commands: [] };
      return {
        commands: [{ command: 'request-assigned', department, agent: found, by: 'auto', reason: 'absent' }],
        announce: wakes && !found ? [changed(reference)] : [],
      };
    });
