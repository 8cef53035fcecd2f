import type { Agent } from '../agents/agent.ts';

const prefix = 'agent:';

/** Puts people's names in place of their logins; an import stays one, and who is gone keeps the login alone. */
export const authorNames =
  (byLogin: (login: string) => Promise<Pick<Agent, 'givenName' | 'familyName'> | null>) =>
  async <T extends { by: string }>(written: readonly T[]): Promise<T[]> => {
    const logins = [...new Set(written.map(({ by }) => by))].filter((by) => by.startsWith(prefix));
    const names = new Map(
      await Promise.all(
        logins.map(async (by) => {
          const agent = await byLogin(by.slice(prefix.length));
          const name = agent ? `${agent.givenName} ${agent.familyName}` : by.slice(prefix.length);
          return [by, name] as const;
        }),
      ),
    );
    return written.map((one) => ({ ...one, by: names.get(one.by) ?? one.by }));
  };
