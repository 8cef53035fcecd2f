import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { wholeQuery } from '../shared/aws.adapter.ts';
import type { Item, Key, Tables } from './store.ts';
import type { StoreNames } from './store-names.ts';

const together = 25;
const mostTries = 8;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tables of an authority, whole: for whoever shows a person what is held. */
export const tablesOf = (db: DynamoDBDocumentClient, names: StoreNames['tables']): Tables => {
  const query = (TableName: string, input: object) => wholeQuery<Item>(db, { TableName, ...input });
  const write = async (TableName: string, keys: readonly Key[]): Promise<void> => {
    let left = keys.map((Key) => ({ DeleteRequest: { Key: { pk: Key.pk, sk: Key.sk } } }));
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === mostTries) throw new Error('throttled');
      if (tries > 0) await pause(50 * 2 ** tries);
      const { UnprocessedItems } = await db.send(
        new BatchWriteCommand({ RequestItems: { [TableName]: left } }),
      );
      left = (UnprocessedItems?.[TableName] ?? []) as typeof left;
    }
  };

  return {
    async find(table, Key) {
      const TableName = names[table];
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return (Item as Item | undefined) ?? null;
    },
    items: (table, pk, begins) =>
      query(names[table], {
        KeyConditionExpression: begins ? 'pk = :pk AND begins_with(sk, :begins)' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk, ...(begins && { ':begins': begins }) },
        ConsistentRead: true,
      }),
    listed: (table, list, begins) =>
      query(names[table], {
        IndexName: 'gsi1',
        KeyConditionExpression: begins ? 'gsi1pk = :pk AND begins_with(gsi1sk, :begins)' : 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': list, ...(begins && { ':begins': begins }) },
      }),
    async put(table, Item) {
      await db.send(new PutCommand({ TableName: names[table], Item }));
    },
    async remove(table, keys) {
      const once = [...new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
      for (let from = 0; from < once.length; from += together)
        await write(names[table], once.slice(from, from + together));
    },
  };
};
