import { describe, expect, it } from 'vitest';
import type { Caller } from '../../functions/agents/caller.ts';
import type { Export } from '../../functions/privacy/export.ts';
import { partsFor } from '../../functions/privacy/make-export.ts';
import { parts } from '../../functions/privacy/parts/all.ts';
import { readExport } from '../../functions/privacy/serve-citizen.ts';
import { Refusal } from '../../functions/shared/refusal.ts';

const now = '2026-11-23T10:00:00.000Z';
const archive = (state: Export['state']): Export => ({
  ...{ id: 'e-1', of: { kind: 'account', id: 'odile' }, state, askedAt: '2026-11-23T09:50:00.000Z' },
  ...{ by: 'citizen', key: 'files/e-1.zip', size: 12 },
});
const caller = (more: object = {}) =>
  ({ kind: 'citizen', citizen: { account: 'odile', person: 'p-1', ...more } }) as unknown as Caller;
const asking = (state: Export['state'], isFresh: boolean) =>
  readExport({
    exports: {
      of: async ({ id }) => (id === 'odile' ? archive(state) : null),
      ask: async () => undefined,
    },
    url: async (key) => `https://files.example/${key}`,
    now: () => now,
    newId: () => 'e-2',
    refuseStale: async () => {
      if (!isFresh) throw new Refusal('fresh-sign-in-needed');
    },
  });

describe('the archive of a whole life', () => {
  it('is given to whoever showed lately who they are', async () => {
    expect(await asking('ready', true)(undefined, caller())).toMatchObject({
      ...{ state: 'ready', url: 'https://files.example/files/e-1.zip' },
    });
  });
  it('is not given to who finds a device that was left open', async () => {
    await expect(asking('ready', false)(undefined, caller())).rejects.toMatchObject({
      code: 'fresh-sign-in-needed',
    });
  });
  it('says to anybody signed in that it is on its way', async () => {
    expect(await asking('making', false)(undefined, caller())).toMatchObject({ state: 'making', url: null });
  });
  it('is nothing to another account, nor to whoever acts for its owner', async () => {
    expect(await asking('ready', true)(undefined, caller({ account: 'karim' }))).toMatchObject({
      ...{ state: 'none', url: null },
    });
    await expect(
      asking('ready', true)(undefined, caller({ actingFor: { mandate: 'm', account: 'odile' } })),
    ).rejects.toMatchObject({ code: 'not-in-mandate' });
  });
});

describe('an archive that an agent asks for', () => {
  it('holds nothing of the safe nor of drafts, which the archive of the person does', () => {
    const codes = (by: string) => partsFor({ by }, parts).map(({ code }) => code);
    expect(codes('citizen')).toEqual(expect.arrayContaining(['safe', 'drafts', 'requests']));
    expect(codes('agent:admin')).toContain('requests');
    expect(codes('agent:admin')).not.toContain('safe');
    expect(codes('agent:admin')).not.toContain('drafts');
  });
});
