import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';

const AGENTS = 50;

holdCase(
  13,
  'fifty agents take the same request at once: one has it, the others learn who',
  { fast: true },
  async (world) => {
    const { body } = await world.submit('signalement', report(`Un trou ${world.run}`, `.${world.run}`));
    await world.quiet();
    const { reference } = body as { reference: string };
    const { department } = (await world.records({ reference })).requests[0] ?? {};
    const { agents } = (await world.json('/local/people')).body as {
      agents: { login: string; departments: string[]; roles: string[] }[];
    };
    const may = agents.filter(
      (one) =>
        one.departments.includes(department ?? '') && one.roles.some((role) => /instructor|head/.test(role)),
    );
    expect(may.length).toBeGreaterThan(0);
    const sessions = await Promise.all(
      Array.from({ length: AGENTS }, async (_, n) => {
        const login = may[n % may.length]?.login ?? '';
        return { login, session: await world.signIn(login) };
      }),
    );
    const reader = await world.signIn(may[0]?.login ?? '');
    const shown = async () =>
      (await reader.get(`/api/agent/requests/${reference}`)).body as { version: number };
    const { version } = await shown();
    const replies = await Promise.all(
      sessions.map(async ({ login, session }) => ({
        login,
        ...(await session.post(`/api/agent/requests/${reference}/assign`, {
          ...{ version, department, agent: login, reason: null },
        })),
      })),
    );
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(AGENTS - 1);
    const winner = replies.find(({ status }) => status === 200)?.login;
    // Whoever lost sees the present state, and may decide anew.
    const now = await shown();
    expect(JSON.stringify(now)).toContain(winner);
    expect(now.version).toBeGreaterThan(version);
    await world.quiet();
    const journal = (await world.records({ reference })).requests[0]?.journal ?? [];
    expect(journal.filter(({ type }) => type === 'request-assigned').length).toBeLessThanOrEqual(2);
    return { inputs: 1 };
  },
);
