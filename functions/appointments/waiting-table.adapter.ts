import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { outboxItem } from '../shared/events.ts';
import type { Write } from './transact.adapter.ts';
import type { Waiter } from './waiter.ts';

export type WaitingTable = ReturnType<typeof waitingTable>;
type Line = { id: string; joinedAt: string };
const keyOf = (id: string) => ({ pk: `WAITER#${id}`, sk: 'WAITER' });
const lineOf = ({ reason, place, joinedAt, id }: Pick<Waiter, 'reason' | 'place' | 'joinedAt' | 'id'>) => ({
  pk: `WAITING#${reason}#${place}`,
  sk: `${joinedAt}#${id}`,
});
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
const ownerOf = ({ person, id }: Waiter) => (person ? { gsi1pk: `WAITS#${person}`, gsi1sk: id } : {});
/** Nobody waits longer than the furthest day that may be booked. */
const keptDays = 200;

/** The one file that knows how waiting lists lie in the appointments table: a person each, and a line each in a list by reason and place. */
export const waitingTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const expiry = ({ joinedAt }: Waiter) => seconds(joinedAt) + keptDays * 86_400;
  const put = (waiter: Waiter, condition: object): Write => ({
    Put: {
      TableName,
      Item: { ...keyOf(waiter.id), waiter, ...ownerOf(waiter), expiresAt: expiry(waiter) },
      ...condition,
    },
  });
  return {
    async read(id: string): Promise<Waiter | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      return (Item?.waiter as Waiter | undefined) ?? null;
    },
    /** Refused when they wait already. Somebody who left or was received may wait again: `revision` follows the one before. */
    save: (waiter: Waiter): Write =>
      put(
        waiter,
        waiter.revision === 1
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'waiter.revision = :seen',
              ExpressionAttributeValues: { ':seen': waiter.revision - 1 },
            },
      ),
    stand: (waiter: Waiter): Write => ({
      Put: {
        TableName,
        Item: { ...lineOf(waiter), id: waiter.id, joinedAt: waiter.joinedAt, expiresAt: expiry(waiter) },
      },
    }),
    step: (waiter: Waiter): Write => ({ Delete: { TableName, Key: lineOf(waiter) } }),
    announce: ({ id, revision }: Waiter, change: string, now: string): Write => ({
      Put: {
        TableName,
        Item: outboxItem(
          keyOf(id).pk,
          `${change}-${revision}`,
          { type: 'waiting-changed', detail: { waiterId: id, change, round: revision } },
          seconds(now),
        ),
      },
    }),

    /** The first of a list, in their order. */
    async first(reason: string, place: string, limit: number): Promise<Line[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :list',
          ExpressionAttributeValues: { ':list': `WAITING#${reason}#${place}` },
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return Items.map(({ id, joinedAt }) => ({ id: String(id), joinedAt: String(joinedAt) }));
    },
    /** How many stand in a list, before somebody if said. */
    async count(reason: string, place: string, before?: Pick<Waiter, 'joinedAt' | 'id'>): Promise<number> {
      const { Count = 0 } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: before ? 'pk = :list AND sk < :me' : 'pk = :list',
          ExpressionAttributeValues: {
            ':list': `WAITING#${reason}#${place}`,
            ...(before && { ':me': lineOf({ reason, place, ...before }).sk }),
          },
          ConsistentRead: true,
          Select: 'COUNT',
        }),
      );
      return Count;
    },
  };
};
