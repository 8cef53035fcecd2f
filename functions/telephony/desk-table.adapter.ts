import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { type CallBackItem, callBackList, countersKey } from './call-items.ts';
import type { CounterItem } from './statistics.ts';

const currentKey = (login: string) => ({ pk: `AGENTCALL#${login}`, sk: 'CURRENT' });
const keptSeconds = 86_400;

/** What agents read of calls in the contacts table: the call they are in, whom to call back, the counters. */
export const deskTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  /** The call an agent took last; an older one told later does not take its place. */
  async noteCurrent(login: string, contactId: string, connectedAt: string): Promise<void> {
    const write = new UpdateCommand({
      TableName,
      Key: currentKey(login),
      UpdateExpression: 'SET contactId = :id, connectedAt = :at, expiresAt = :end',
      ConditionExpression: 'attribute_not_exists(connectedAt) OR connectedAt < :at',
      ExpressionAttributeValues: {
        ':id': contactId,
        ':at': connectedAt,
        ':end': Math.floor(Date.parse(connectedAt) / 1000) + keptSeconds,
      },
    });
    await db.send(write).catch((error: unknown) => {
      if (!isConditionFailure(error)) throw error;
    });
  },
  async current(login: string): Promise<string | undefined> {
    const Key = currentKey(login);
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item?.contactId as string | undefined;
  },

  /** One page of open call-backs by due time; `after` is the sort key of the page before. */
  async callBacks(limit: number, after?: string): Promise<{ items: CallBackItem[]; next: string | null }> {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :list AND gsi1sk > :after',
        ExpressionAttributeValues: { ':list': callBackList, ':after': after ?? '0' },
        Limit: limit,
      }),
    );
    const next = LastEvaluatedKey ? String(LastEvaluatedKey.gsi1sk) : null;
    return { items: Items as CallBackItem[], next };
  },

  /** Counters of a day: as many as there were hours, subjects and groups, however many calls. */
  async counters(day: string): Promise<CounterItem[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :day',
        ExpressionAttributeValues: { ':day': countersKey(day) },
      }),
    );
    return Items as CounterItem[];
  },
});
export type DeskTable = ReturnType<typeof deskTable>;
