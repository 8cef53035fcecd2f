import type { Agent, Role } from '../agents/agent.ts';

/** Those who meet everybody decide who is the same as whom; whoever works with people corrects what is known of them. */
export const mergers = ['reception', 'qualification', 'head', 'administrator'] as const satisfies Role[];
const correctors: readonly Role[] = [...mergers, 'instructor'];
const has = ({ roles }: Agent, some: readonly Role[]): boolean => roles.some((role) => some.includes(role));

export const mayMerge = (agent: Agent): boolean => has(agent, mergers);
export const mayCorrect = (agent: Agent): boolean => has(agent, correctors);
