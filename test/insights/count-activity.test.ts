import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../functions/agents/agent.ts';
import { activityTable } from '../../functions/insights/activity-table.adapter.ts';
import { askedIn } from '../../functions/insights/asked.adapter.ts';
import { countActivity } from '../../functions/insights/count-activity.ts';
import { readActivity } from '../../functions/insights/read-activity.ts';
import { type Request, untouched } from '../../functions/requests/request.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
let name: string;
beforeAll(async () => {
  database = await testDatabase();
  name = await database.table();
});
afterAll(() => database?.stop());

const requestOf = (n: number, more: Partial<Request> = {}): Request => ({
  ...untouched,
  ...{ reference: `VC-2026-${String(n).padStart(6, '0')}-A`, version: 1, state: 'new', channel: 'form' },
  ...{ openedBy: 'auto', openedAt: '2026-11-02T09:00:00.000Z', receivedOn: '2026-11-02' },
  ...{ procedure: 'signalement', procedureRevision: 1, department: 'voirie', confidence: 1 },
  ...{ urgency: 'normal', contactIds: [] },
  ...more,
});
const keep = async (...requests: Request[]) => {
  for (const request of requests)
    await database.db.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: name, Item: { pk: `REQ#${request.reference}`, sk: 'SNAPSHOT', request } } },
        ],
      }),
    );
  return requests.map(({ reference }) => reference);
};
const answered = (day: string) =>
  ({
    ...{ version: 4, state: 'decided' },
    answer: {
      ...{ messageId: 'm', outcome: 'granted', decidedAt: `${day}T10:00:00.000Z` },
      ...{ sentAt: null, isImplicit: false },
    },
  }) satisfies Partial<Request>;

const counting = () => {
  let asked = 0;
  const count = countActivity({
    ...activityTable(database.db, name),
    isInTime: async () => {
      asked += 1;
      return true;
    },
    dayOf: async () => (instant) => instant.slice(0, 10),
  });
  return { count, asked: () => asked };
};
const agent = (roles: Agent['roles'], departments: string[] = []) =>
  ({ kind: 'agent', agent: { login: 'x', roles, departments } }) as never;
const departments = ['voirie', 'education', 'cabinet'].map((code) => ({ code }));
const read = (query: { from: string; to: string; department?: string }, caller: never) =>
  readActivity({
    month: activityTable(database.db, name).month,
    authority: async () => ({ departments }) as never,
    now: () => '2026-12-01T08:00:00.000Z',
  })({ query } as never, caller);
const quality = agent(['quality']);
const november = { from: '2026-11', to: '2026-11' };

describe('the quality unit sees what a town is asked, and how long people wait', () => {
  it('each request once, however often its news come, and by several at once', async () => {
    const { count, asked } = counting();
    const references = await keep(...Array.from({ length: 45 }, (_, n) => requestOf(n)));
    await Promise.all([count(references), count(references.toReversed()), count(references.slice(0, 9))]);
    await count(references);
    expect((await read(november, quality)).total).toMatchObject({ opened: 45, answered: 0, meanDays: null });
    const done = await keep(requestOf(0, answered('2026-11-12')), requestOf(1, answered('2026-11-22')));
    await count([...done, ...done]);
    await count(done);
    expect(asked()).toBe(2);
    const { total, channels, months, savedCents } = await read({ from: '2026-10', to: '2026-11' }, quality);
    expect(total).toMatchObject({ opened: 45, answered: 2, inTimeShare: 1, meanDays: 15, granted: 2 });
    expect(total.settledShare).toBeCloseTo(2 / 45, 2);
    expect(channels).toEqual([expect.objectContaining({ channel: 'form', opened: 45 })]);
    expect(months.map(({ month, opened }) => [month, opened])).toEqual([
      ['2026-10', 0],
      ['2026-11', 45],
    ]);
    expect(savedCents).toBe(45 * 900);
  });

  it('follows a request that goes to another department', async () => {
    const { count } = counting();
    await count(await keep(requestOf(2, { version: 2, department: 'education' })));
    const { departments: lines } = await read(november, quality);
    expect(lines.map(({ department, opened }) => [department, opened])).toEqual([
      ['voirie', 44],
      ['education', 1],
    ]);
  });

  it('counts a procedure over all who work on it', async () => {
    const asked = await askedIn(database.db, name)(['2026-11', '2026-10']);
    expect([...asked]).toEqual([['signalement', 45]]);
  });

  it('and never goes back to an older state', async () => {
    const { count } = counting();
    await count(await keep(requestOf(2, { version: 1 })));
    expect((await read(november, quality)).departments).toHaveLength(2);
  });
});

describe('each sees what is theirs to see', () => {
  it('a head of department their own, and of the letters to the cabinet only its people', async () => {
    const { count } = counting();
    await count(await keep(requestOf(90, { department: 'cabinet' }), requestOf(91, { department: null })));
    const seen = async (caller: never, department?: string) =>
      (await read({ ...november, ...(department && { department }) }, caller)).total.opened;
    expect(await seen(quality)).toBe(46);
    expect(await seen(agent(['quality'], ['cabinet']))).toBe(47);
    expect(await seen(agent(['head'], ['education']))).toBe(1);
    expect(await seen(agent(['head'], ['education']), 'voirie')).toBe(0);
    expect(await seen(quality, 'education')).toBe(1);
  });

  it.each([[{ from: '2026-11', to: '2026-10' }], [{ from: '2020-01', to: '2026-11' }]])(
    '%j is no period',
    async (query) => {
      await expect(read(query, quality)).rejects.toMatchObject({ code: 'invalid-input' });
    },
  );

  it('and no figure bears an id, a name or a text', async () => {
    const lines = (await database.all(name)).filter(({ pk }) => String(pk).startsWith('ACTIVITY#'));
    expect(lines.length).toBeGreaterThan(3);
    for (const { pk: _pk, sk: _sk, cut, department, code, ...counts } of lines) {
      expect(['channel', 'procedure']).toContain(cut);
      expect([null, 'voirie', 'education', 'cabinet']).toContain(department);
      expect(['form', 'signalement']).toContain(code);
      expect(Object.values(counts).every((count) => Number.isInteger(count))).toBe(true);
    }
  });
});
