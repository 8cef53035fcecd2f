import type { Agent } from '../agents/agent.ts';
import type { Authority } from '../settings/authority.ts';
import type { Known } from './checks/finding.ts';

export type KnownDeps = {
  authority(): Promise<Pick<Authority, 'departments' | 'communes' | 'timeZone'>>;
  letters(): Promise<readonly { id: string; outcome?: string | null }[]>;
  agents(): Promise<readonly Pick<Agent, 'login' | 'roles' | 'departments' | 'leftOn'>[]>;
  dayIn(zone: string): string;
};

/** What exists around a procedure today: people who left are nobody. */
export const knownFrom = (deps: KnownDeps) => async (): Promise<Known> => {
  const [authority, letters, agents] = await Promise.all([deps.authority(), deps.letters(), deps.agents()]);
  const today = deps.dayIn(authority.timeZone);
  return {
    departments: authority.departments.map(({ code }) => code),
    communes: authority.communes.map(({ code }) => code),
    letters,
    agents: agents.filter(({ leftOn }) => leftOn === undefined || leftOn >= today),
    today,
  };
};
