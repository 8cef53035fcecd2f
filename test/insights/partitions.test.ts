import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Item, partitionsOf } from '../../functions/insights/partitions.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
let table: string;
const requests = Array.from({ length: 12 }, (_, at) => `REQ#${at}`);
beforeAll(async () => {
  database = await testDatabase();
  table = await database.table();
  const put = (Item: Item) => database.db.send(new PutCommand({ TableName: table, Item }));
  for (const pk of requests) {
    await put({ pk, sk: 'SNAPSHOT' });
    // Three times this is more than a megabyte with the others: what a scan reads at once ends inside a request.
    for (const n of [1, 2, 3]) await put({ pk, sk: `EVENT#${n}`, text: 'é'.repeat(70_000) });
    await put({ pk, sk: 'ZULU' });
  }
  await put({ pk: 'REQ#begun', sk: 'EVENT#1' });
  await put({ pk: 'WAVE#1', sk: 'SNAPSHOT' });
});
afterAll(() => database.stop());

describe('everything that a table holds, for the authority’s IT', () => {
  it.each([1, 5, 12, 500])('comes whole and once, %i requests at a time', async (limit) => {
    const read = partitionsOf(database.db, table);
    const seen: Item[][] = [];
    let pages = 0;
    for (let after: string | undefined, isOver = false; !isOver; ) {
      const { partitions, next } = await read.page('REQ#', 'SNAPSHOT', limit, after);
      expect(partitions.length).toBeLessThanOrEqual(limit);
      seen.push(...partitions);
      pages += 1;
      after = next ?? undefined;
      isOver = next === null;
    }
    expect(pages).toBeLessThanOrEqual(Math.ceil(12 / limit) + 1);
    expect(seen.map(([one]) => one?.pk).toSorted()).toEqual(requests.toSorted());
    for (const items of seen) {
      expect(new Set(items.map(({ pk }) => pk)).size).toBe(1);
      expect(items.map(({ sk }) => sk)).toEqual(['EVENT#1', 'EVENT#2', 'EVENT#3', 'SNAPSHOT', 'ZULU']);
      expect(items).toEqual(await read.read(items[0]?.pk ?? ''));
    }
  });
});
