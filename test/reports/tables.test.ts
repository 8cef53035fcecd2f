import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followerTable } from '../../functions/reports/follower-table.adapter.ts';
import type { Report } from '../../functions/reports/report.ts';
import { reportTable } from '../../functions/reports/report-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());

const point = { latitude: 46.3677, longitude: 2.6326 };
const report = (number: number, change: Partial<Report> = {}): Report => ({
  ...{ id: `r${number}`, reference: `VC-2026-${String(number).padStart(6, '0')}-P`, category: 'water' },
  ...{ commune: '99101', point, state: 'pending', photos: [], version: 1 },
  at: new Date(Date.UTC(2026, 10, 22, 8, number)).toISOString(),
  ...change,
});
const world = async () => {
  const name = await database.table();
  const reports = reportTable(database.db, name);
  const opened = async (one: Report) => {
    await reports.prepare(one);
    await reports.change(one.reference, () => ({ state: 'reported' }));
    return one;
  };
  return { name, reports, followers: followerTable(database.db, name), opened };
};
const ids = (found: { reports: { id: string }[] }) => found.reports.map(({ id }) => id);

describe('the public list', () => {
  it('shows a report once its request is open, and takes a repeat for the same', async () => {
    const { reports } = await world();
    await reports.prepare(report(1));
    await reports.prepare(report(1, { id: 'another' }));
    expect(ids(await reports.list({}, 20))).toEqual([]);
    await reports.change(report(1).reference, () => ({ state: 'reported' }));
    await reports.change(report(1).reference, () => ({ state: 'reported' }));
    expect(ids(await reports.list({}, 20))).toEqual(['r1']);
    expect((await reports.byId('r1'))?.reference).toBe(report(1).reference);
    expect(await reports.byId('another')).toBeNull();
  });

  it('gives each report once over its pages, the newest first, whatever the filter', async () => {
    const { reports, opened } = await world();
    for (let number = 1; number <= 7; number += 1)
      await opened(report(number, { category: number % 2 ? 'water' : 'tree' }));
    const first = await reports.list({ category: 'water' }, 3);
    expect(ids(first)).toEqual(['r7', 'r5', 'r3']);
    expect(ids(await reports.list({ category: 'water' }, 3, first.next ?? ''))).toEqual(['r1']);
    expect(ids(await reports.list({ where: '99102' }, 3))).toEqual([]);
  });

  it('follows where a report stands, and forgets one that ended', async () => {
    const { name, reports, opened } = await world();
    const { reference } = await opened(report(1));
    await reports.change(reference, () => ({ state: 'resolved' }), 4_000_000_000);
    expect(ids(await reports.list({ state: 'reported' }, 20))).toEqual([]);
    expect(ids(await reports.list({ where: '99101', state: 'resolved' }, 20))).toEqual(['r1']);
    expect(await reports.around(point, 'water')).toEqual([]);
    await reports.change(reference, () => ({ state: 'ended' }));
    expect((await database.all(name)).filter(({ pk }) => String(pk).startsWith('LIST#'))).toEqual([]);
  });

  it('finds what is open around a place', async () => {
    const { reports, opened } = await world();
    await opened(report(1));
    await opened(report(2, { category: 'tree' }));
    await opened(report(3, { point: { latitude: 46.4, longitude: 2.7 } }));
    expect((await reports.around(point, 'water')).map(({ id }) => id)).toEqual(['r1']);
  });
});

describe('followers', () => {
  const follower = (id: string) => ({ id, email: `${id}@exemple.example`, at: '2026-11-22T10:00:00.000Z' });
  it('counts each once, also at the same time, and lets them go', async () => {
    const { reports, followers, opened } = await world();
    const { reference } = await opened(report(1));
    const names = ['ada', 'bo', 'cy', 'ada'];
    const added = await Promise.all(names.map((name) => followers.add(reference, follower(name))));
    expect(added.filter(Boolean)).toHaveLength(3);
    expect((await reports.read(reference))?.followers).toBe(3);
    const all: string[] = [];
    for await (const { id } of followers.of(reference)) all.push(id);
    expect(all.sort()).toEqual(['ada', 'bo', 'cy']);
    expect(await followers.remove(reference, 'bo')).toBe(true);
    expect(await followers.remove(reference, 'bo')).toBe(false);
    expect((await reports.read(reference))?.followers).toBe(2);
  });

  it('are not lost when the report changes meanwhile', async () => {
    const { reports, followers, opened } = await world();
    const { reference } = await opened(report(1));
    await Promise.all([
      followers.add(reference, follower('ada')),
      reports.change(reference, () => ({ state: 'taken' })),
      followers.add(reference, follower('bo')),
    ]);
    expect(await reports.read(reference)).toMatchObject({ state: 'taken', followers: 2 });
  });

  it('cannot follow what is not there', async () => {
    const { followers } = await world();
    expect(await followers.add('VC-2026-000009-P', follower('ada'))).toBe(false);
  });
});
