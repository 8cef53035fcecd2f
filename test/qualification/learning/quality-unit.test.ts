import { describe, expect, it } from 'vitest';
import type { AgentCaller } from '../../../functions/agents/caller.ts';
import { type LearningDeps, learning } from '../../../functions/qualification/learning/learning.ts';
import type { InUse, Run, Version } from '../../../functions/qualification/learning/version.ts';

const version = '20261122013000';
const inUse: InUse = {
  ...{ version, key: `models/${version}.bin`, since: '2026-11-22T01:31:00.000Z', by: 'auto' },
};
const caller = (departments: string[]): AgentCaller =>
  ({ agent: { login: 'agnes.roche', roles: ['quality'], departments } }) as unknown as AgentCaller;
const waiting = { reference: 'VC-2026-000001-P', since: '2026-11-20T09:00:00.000Z', moves: 3 };

/** What the quality unit does, over one version and one request that nobody keeps. */
const opened = (over: Partial<Record<keyof LearningDeps, unknown>> = {}) => {
  const told = { started: [] as string[], chosen: [] as string[] };
  const request = { ...waiting, department: 'cabinet', version: 4, arbitration: waiting, agent: null };
  const deps = {
    now: () => '2026-11-25T09:00:00.000Z',
    dayIn: (_zone: string, instant: string) => instant.slice(0, 10),
    authority: async () => ({ timeZone: 'Europe/Paris', routingThreshold: 0.9 }),
    hash: (text: string) => Buffer.from(text).toString('hex').slice(-64),
    weeks: async () => [],
    list: async () => [{ version, madeAt: '2026-11-22T01:30:00.000Z' } as Version],
    find: async () => ({ version, madeAt: '2026-11-22T01:30:00.000Z' }) as Version,
    lastRun: async () => ({ at: '2026-11-22T01:30:00.000Z', verdict: 'published' }) as Run,
    inUse: async () => inUse,
    isThere: async () => true,
    forgottenAt: async () => null,
    arbitrations: async () => [waiting],
    snapshot: async () => ({ request, card: { subject: 'Une affaire réservée' } }),
    start: async (name: string) => void told.started.push(name),
    choose: async ({ version: chosen }: InUse) => void told.chosen.push(chosen),
    ...over,
  };
  return { told, ...learning(deps as unknown as LearningDeps) };
};

describe('the quality unit', () => {
  it('is not told that a request of the cabinet waits, unless it is of the cabinet', async () => {
    const { read } = opened();
    expect((await read(undefined, caller(['accueil']))).arbitrations).toEqual([]);
    expect((await read(undefined, caller(['cabinet']))).arbitrations).toMatchObject([
      { reference: waiting.reference, department: 'cabinet', subject: 'Une affaire réservée' },
    ]);
  });

  it('starts a night with any key, and the same one with the same key', async () => {
    const { learnNow, told } = opened();
    const start = (key: string) =>
      learnNow({ headers: { 'idempotency-key': key } } as never, caller(['accueil']));
    for (const key of ['clé: une/deux # trois', 'clé: une/deux # trois', 'another-key-altogether'])
      await start(key);
    const [first, again, other] = told.started;
    expect(first).toMatch(/^asked-[0-9a-z]{1,70}$/);
    expect([again === first, other === first]).toEqual([true, false]);
  });

  it('goes back to a version, and to none that has read somebody who was erased', async () => {
    const use = (over = {}) => {
      const { use, told } = opened(over);
      return use({ params: { version } } as never, caller(['accueil'])).then(() => told.chosen);
    };
    expect(await use()).toEqual([version]);
    const forgottenAt = async () => '2026-11-23T00:00:00.000Z';
    await expect(use({ forgottenAt })).rejects.toThrow('not-found');
    const { read } = opened({ forgottenAt });
    expect((await read(undefined, caller([]))).versions).toMatchObject([{ withdrawn: true }]);
  });

  it.each([
    [true, inUse, { isMissing: false, isFollowed: true }],
    [false, inUse, { isMissing: true, isFollowed: true }],
    [false, { ...inUse, version: 'shipped', key: null }, { isMissing: false, isFollowed: false }],
  ])(
    'knows whether the model in use is there (%s) and what the last night made is followed',
    async (there, used, told) => {
      const { read } = opened({ isThere: async () => there, inUse: async () => used });
      const { inUse: shown, lastRun } = await read(undefined, caller([]));
      expect({ isMissing: shown.isMissing, isFollowed: lastRun?.isFollowed }).toEqual(told);
    },
  );
});
