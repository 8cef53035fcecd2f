import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../shared/aws.adapter.ts';
import { outboxItem } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Alert } from './alert.ts';

const keyOf = (id: string) => ({ pk: `ALERT#${id}`, sk: 'ALERT' });
const list = 'ALERTS';
export type AlertTable = ReturnType<typeof alertTable>;

/** The one file that knows how alerts lie in the subscriptions table. */
export const alertTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async read(id: string): Promise<Alert> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
    if (!Item) throw new Refusal('not-found');
    return Item.alert as Alert;
  },

  /** One page, the newest first. */
  async page(limit: number, after?: string): Promise<{ alerts: Alert[]; next: string | null }> {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :list AND gsi1sk < :after',
        ExpressionAttributeValues: { ':list': list, ':after': after ?? '9' },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return {
      alerts: Items.map(({ alert }) => alert as Alert),
      next: LastEvaluatedKey ? String(LastEvaluatedKey.gsi1sk) : null,
    };
  },

  /** Refuses `conflict` when somebody else changed it. A decision to send is announced with it. */
  async save(alert: Alert, seen: number, now: string): Promise<void> {
    const { id, state, revision } = alert;
    const at = Math.floor(Date.parse(now) / 1000);
    const due =
      state === 'scheduled'
        ? [
            {
              Put: {
                TableName,
                Item: outboxItem(
                  keyOf(id).pk,
                  `scheduled-${revision}`,
                  { type: 'alert-scheduled', detail: { alertId: id, revision, at: alert.sendAt ?? now } },
                  at,
                ),
              },
            },
          ]
        : [];
    try {
      await db.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName,
                Item: { ...keyOf(id), alert, gsi1pk: list, gsi1sk: `${alert.createdAt}#${id}` },
                ConditionExpression: seen === 0 ? 'attribute_not_exists(pk)' : 'alert.revision = :seen',
                ...(seen > 0 && { ExpressionAttributeValues: { ':seen': seen } }),
              },
            },
            ...due,
          ],
        }),
      );
    } catch (error) {
      throw cancellation(error)?.includes('ConditionalCheckFailed') ? new Refusal('conflict') : error;
    }
  },
});
