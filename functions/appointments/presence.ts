import type { Agent } from '../agents/agent.ts';
import { isPresent } from '../agents/presence.ts';
import type { SlotsDeps } from './slots.ts';

const keptMs = 60_000;
type Kept = { agent: Agent | null; until: number };

/** Whether agents are there, day by day; who they are is kept a minute. Somebody nobody knows holds no desk. */
export const presenceBy = (byLogin: (login: string) => Promise<Agent | null>, now: () => string) => {
  const known = new Map<string, Kept>();
  const agentOf = async (login: string): Promise<Agent | null> => {
    const at = Date.parse(now());
    const before = known.get(login);
    if (before && before.until > at && before.until <= at + keptMs) return before.agent;
    const agent = await byLogin(login);
    known.set(login, { agent, until: at + keptMs });
    return agent;
  };
  return async (logins: readonly string[]): Promise<SlotsDeps['isPresent']> => {
    const agents = new Map(
      await Promise.all(logins.map(async (login) => [login, await agentOf(login)] as const)),
    );
    return (login, day) => {
      const agent = agents.get(login);
      return agent ? isPresent(agent, day) : false;
    };
  };
};
