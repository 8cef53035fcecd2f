import type { Agent } from '../agents/agent.ts';
import { standInFor } from '../agents/presence.ts';
import type { Day } from '../deadlines/day.ts';

/** The head of a department, or who stands in: of several heads the one with the fewest departments is the closest. */
export const headOf = (department: string | null, agents: readonly Agent[], today: Day): string | null => {
  const [head] = agents
    .filter(({ roles, departments }) => roles.includes('head') && departments.includes(department ?? ''))
    .sort((a, b) => a.departments.length - b.departments.length || (a.login < b.login ? -1 : 1));
  return head ? standInFor(head.login, agents, [], today, { department }) : null;
};
