import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { followList } from '../requests/followers.ts';
import { requestKey, type Snapshot } from '../requests/items.ts';
import { untouched } from '../requests/request.ts';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { outboxItem } from '../shared/events.ts';

export type FollowTable = ReturnType<typeof followTable>;
/** `who` says what was known of the account then: something more may bring something more. */
type Sought = { who: string; isDone: boolean };
const lodgedKey = (reference: string) => ({ pk: `LODGED#${reference}`, sk: 'LODGED' });
const soughtKey = (account: string) => ({ pk: followList(account), sk: 'SOUGHT' });
/** A form becomes a request within moments; what an outage delays is days at most. */
const lodgedFor = 30 * 86_400;

/** Which requests an account follows, in the requests table: lists are keys of its index, kept by the requests themselves. */
export const followTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  /** One page of an account's requests, and where the next begins. It reads this page and nothing else. */
  async page(
    account: string,
    limit: number,
    after?: string,
  ): Promise<{ snapshots: Snapshot[]; next: string | null }> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :list AND gsi1sk > :after',
        ExpressionAttributeValues: { ':list': followList(account), ':after': after ?? '-' },
        Limit: limit + 1,
      }),
    );
    const page = Items.slice(0, limit);
    const keys = page.map(({ pk }) => ({ pk: String(pk), sk: 'SNAPSHOT' }));
    const found = new Map<string, Snapshot>();
    for (let left = keys; left.length > 0; ) {
      const { Responses, UnprocessedKeys } = await db.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys: left, ConsistentRead: true } } }),
      );
      for (const item of (Responses?.[TableName] ?? []) as (Snapshot & { pk: string })[])
        found.set(item.pk, { ...item, request: { ...untouched, ...item.request } });
      left = (UnprocessedKeys?.[TableName]?.Keys ?? []) as typeof keys;
    }
    const snapshots = page.flatMap(({ pk }) => found.get(String(pk)) ?? []);
    return { snapshots, next: Items.length > limit ? String(page.at(-1)?.gsi1sk) : null };
  },

  /** References an account follows, for a change of hands; the index may be a moment late, so the caller asks again. */
  async references(account: string, limit: number): Promise<string[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :list',
        ExpressionAttributeValues: { ':list': followList(account) },
        Limit: limit,
      }),
    );
    return Items.map(({ pk }) => String(pk).slice(requestKey('').length));
  },

  /** Remembers who sent a form until its request is open. */
  async noteLodged(reference: string, account: string): Promise<void> {
    const Item = { ...lodgedKey(reference), account, expiresAt: epochSeconds() + lodgedFor };
    await db.send(new PutCommand({ TableName, Item }));
  },
  async lodgedBy(reference: string): Promise<string | null> {
    const { Item } = await db.send(
      new GetCommand({ TableName, Key: lodgedKey(reference), ConsistentRead: true }),
    );
    return (Item?.account as string | undefined) ?? null;
  },

  async sought(account: string): Promise<Sought | null> {
    const { Item } = await db.send(
      new GetCommand({ TableName, Key: soughtKey(account), ConsistentRead: true }),
    );
    return (Item?.sought as Sought | undefined) ?? null;
  },
  /** Has one more page of earlier requests looked through, or notes that there is none left. */
  async seek(account: string, who: string, after: string | null | 'done'): Promise<void> {
    const key = soughtKey(account);
    const marker = { Put: { TableName, Item: { ...key, sought: { who, isDone: after === 'done' } } } };
    const event = { type: 'requests-sought', detail: { account, after } } as const;
    const Item = outboxItem(key.pk, `${epochSeconds()}-${after ?? ''}`, event, epochSeconds());
    const next = after === 'done' ? [] : [{ Put: { TableName, Item } }];
    await db.send(new TransactWriteCommand({ TransactItems: [marker, ...next] }));
  },
});
