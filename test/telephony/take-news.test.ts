import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayIn, timeIn } from '../../functions/shared/clock.adapter.ts';
import { callBackKey } from '../../functions/telephony/call-items.ts';
import { callTable } from '../../functions/telephony/call-table.adapter.ts';
import { deskTable } from '../../functions/telephony/desk-table.adapter.ts';
import { newsOfEvent, newsOfRecord } from '../../functions/telephony/read-connect.ts';
import { lineOf } from '../../functions/telephony/statistics.ts';
import { takeNews } from '../../functions/telephony/take-news.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';
import { eventsOf, later, recordOf, type ToldCall } from '../support/calls.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

const { authority } = loadCollectivity('val-clair');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const monday = '2026-11-23T08:00:00.000Z';
const told = (number: string | null, more: Partial<ToldCall> = {}): ToldCall => ({
  contactId: randomUUID(),
  startedAt: monday,
  ...{ number, topic: 'voirie', group: 'cadre-de-vie', wait: 30, talk: 120 },
  ...more,
});

const world = async () => {
  const name = await database.table();
  const { db } = database;
  const desk = deskTable(db, name);
  const take = takeNews({
    ...{ dayIn, timeIn, table: callTable(db, name), noteCurrent: desk.noteCurrent },
    authority: async () => authority,
    now: () => '2026-11-23T12:00:00.000Z',
    pause: async () => {},
  });
  const tell = async (event: unknown) => {
    const about = newsOfEvent(event);
    if (about) await take(about.contactId, [about.news]);
  };
  const item = async (number: string) =>
    (await database.all(name)).find(({ pk }) => pk === callBackKey(number).pk);
  const figures = async () => lineOf(await desk.counters('2026-11-23'));
  return { name, desk, take, tell, item, figures };
};
const withoutVersions = (items: Record<string, unknown>[]) =>
  items
    .filter(({ sk }) => !String(sk).startsWith('OUTBOX'))
    .map(({ version: _version, ...item }) => item)
    .sort((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));

describe('the register of calls', () => {
  it('holds the same whatever the order, and the repeats, of the events of a call', async () => {
    const call = told('+33639980021');
    const events = eventsOf(call);
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1, 2, 2],
      [3, 3, 1, 0, 2, 0],
    ];
    const kept = [];
    for (const order of orders) {
      const { name, tell } = await world();
      for (const at of order) await tell(events[at]);
      kept.push(withoutVersions(await database.all(name)));
    }
    for (const one of kept) expect(one).toEqual(kept[0]);
  });

  it('takes back the call-back of a call that turns out to have been answered', async () => {
    const { tell, desk, figures } = await world();
    const [initiated, queued, connected, disconnected] = eventsOf(told('+33639980022'));
    const { agentInfo: _agent, ...end } = { agentInfo: null, ...disconnected?.detail };
    for (const event of [initiated, queued, { ...disconnected, detail: end }]) await tell(event);
    expect((await desk.callBacks(10)).items).toHaveLength(1);
    expect(await figures()).toMatchObject({ calls: 1, answered: 0, abandoned: 1 });
    await tell(connected);
    expect((await desk.callBacks(10)).items).toEqual([]);
    expect(await figures()).toMatchObject({ calls: 1, answered: 1, abandoned: 0, meanTalk: 120 });
  });

  it('moves a call to the subject that the agent typed', async () => {
    const { tell, take, desk } = await world();
    const call = told('+33639980023');
    for (const event of eventsOf(call)) await tell(event);
    await take(`call-${call.contactId}`, [{ kind: 'typed', at: monday, topic: 'etat-civil' }]);
    const lines = await desk.counters('2026-11-23');
    expect(lines.filter(({ calls }) => calls)).toMatchObject([{ topic: 'etat-civil', hour: '09' }]);
    expect(lineOf(lines).calls).toBe(1);
  });
});

describe('whoever was missed is called back once', () => {
  it('has one task for each number, due at the end of the next opened half-day', async () => {
    const { tell, desk } = await world();
    for (const minutes of [0, 5, 40])
      for (const event of eventsOf(
        told('+33639980031', { startedAt: later(monday, minutes * 60), talk: null }),
      ))
        await tell(event);
    const [item, ...others] = (await desk.callBacks(10)).items;
    expect(others).toEqual([]);
    expect(item?.open).toMatchObject({ missed: 3, since: monday, due: '2026-11-23T16:00:00.000Z' });
  });

  it.each([
    ['in order', [0, 1]],
    ['though the missed call is told after it', [1, 0]],
  ])('is settled by a later answered call, %s', async (_name, order) => {
    const { tell, desk } = await world();
    const missed = told('+33639980032', { talk: null });
    const answered = told('+33639980032', { startedAt: later(monday, 600) });
    for (const at of order)
      for (const event of eventsOf([missed, answered][at] as ToldCall)) await tell(event);
    expect((await desk.callBacks(10)).items).toEqual([]);
  });

  it('is listed page by page, by a cursor that tells no number', async () => {
    const { tell, desk } = await world();
    const numbers = ['+33639980041', '+33639980042', '+33639980043'];
    for (const number of numbers)
      for (const event of eventsOf(told(number, { talk: null }))) await tell(event);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { items, next } = await desk.callBacks(1, after);
      seen.push(...items.map(({ number }) => number));
      after = next ?? undefined;
      expect(after ?? '').not.toContain('3998004');
    } while (after);
    expect(seen.sort()).toEqual(numbers);
  });

  it('opens again when they are missed after that', async () => {
    const { tell, desk } = await world();
    for (const [at, talk] of [null, 60, null].entries())
      for (const event of eventsOf(told('+33639980033', { startedAt: later(monday, at * 900), talk })))
        await tell(event);
    expect((await desk.callBacks(10)).items[0]?.open).toMatchObject({
      missed: 1,
      since: later(monday, 1800),
    });
  });

  it('makes no task of a hidden number, but counts it', async () => {
    const { tell, desk, figures } = await world();
    for (const event of eventsOf(told(null, { talk: null }))) await tell(event);
    expect((await desk.callBacks(10)).items).toEqual([]);
    expect(await figures()).toMatchObject({ calls: 1, abandoned: 1, hidden: 1 });
  });

  it('learns the number from the record, when the events did not say it', async () => {
    const { tell, take, item } = await world();
    const call = told('+33639980034', { talk: null });
    for (const event of eventsOf({ ...call, number: null })) await tell(event);
    const about = newsOfRecord(recordOf(call));
    await take(about?.contactId ?? '', about ? [about.news] : []);
    expect(await item('+33639980034')).toMatchObject({ open: { missed: 1, topic: 'voirie' } });
  });
});
