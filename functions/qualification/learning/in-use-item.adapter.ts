import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../../shared/aws.adapter.ts';
import type { InUse } from './version.ts';

const inUseKey = { pk: 'MODEL', sk: 'IN-USE' };

/** Which model serves: one item of the settings, which every function that classifies may read. */
export const inUseItem = (db: DynamoDBDocumentClient, SettingsTable: string) => ({
  async read(): Promise<InUse | null> {
    const { Item } = await db.send(
      new GetCommand({ TableName: SettingsTable, Key: inUseKey, ConsistentRead: true }),
    );
    if (!Item) return null;
    const { pk: _pk, sk: _sk, ...inUse } = Item;
    return inUse as InUse;
  },
  async write(inUse: InUse): Promise<void> {
    await db.send(new PutCommand({ TableName: SettingsTable, Item: { ...inUseKey, ...inUse } }));
  },
  /** Serves in place of the choice of that instant, and of no later one; told twice, the second changes nothing. */
  async follow(inUse: InUse, since: string | null): Promise<boolean> {
    const condition = since
      ? { ConditionExpression: 'since = :since', ExpressionAttributeValues: { ':since': since } }
      : { ConditionExpression: 'attribute_not_exists(pk)' };
    try {
      const Item = { ...inUseKey, ...inUse };
      await db.send(new PutCommand({ TableName: SettingsTable, Item, ...condition }));
      return true;
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
      return false;
    }
  },
});
