import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailIdTable } from '../../functions/intake/mail-id-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 30_000);
afterAll(() => database?.stop());

it('marks every mail that shares its id, however they cross each other and repeat', async () => {
  const { db, table, all } = database;
  const TableName = await table();
  const { claimMessageId, isShared, flagShared } = mailIdTable(db, TableName);
  const write = (id: string, mail: object) =>
    db.send(
      new PutCommand({ TableName, Item: { pk: `CONTACT#${id}`, sk: 'CONTACT', id, version: 1, mail } }),
    );

  const others = await Promise.all(['one', 'two', 'one'].map((id) => claimMessageId('key', id)));
  const first = others.find((other) => other !== null) ?? '';
  const second = first === 'one' ? 'two' : 'one';
  expect(await claimMessageId('key', first)).toBeNull();
  expect(await claimMessageId('other', 'three')).toBeNull();
  expect([await isShared('key'), await isShared('other'), await isShared('none')]).toEqual([
    true,
    false,
    false,
  ]);

  // The second is marked as it is written; the first was not there yet to be marked, and marks itself.
  await flagShared(first);
  await write(second, { sharesMessageId: true });
  await write(first, {});
  await flagShared(first);
  await flagShared(first);
  const contacts = (await all(TableName)).filter(({ sk }) => sk === 'CONTACT');
  expect(contacts.map(({ mail }) => mail)).toEqual([{ sharesMessageId: true }, { sharesMessageId: true }]);
  expect(contacts.find(({ id }) => id === first)).toMatchObject({ version: 2 });
});
