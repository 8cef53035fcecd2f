import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation, isConditionFailure } from '../shared/aws.adapter.ts';
import { outboxItem } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Subscriber } from './subscriber.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** Of one theme, whom it goes to; an address is read only to write to it. */
export type Line = { id: string; channel: Subscriber['channel']; communes: string[] };
export type SubscriberTable = ReturnType<typeof subscriberTable>;

const keyOf = (id: string) => ({ pk: `SUBSCRIBER#${id}`, sk: 'SUBSCRIBER' });
const lineOf = (theme: string, id: string) => ({ pk: `THEME#${theme}`, sk: id });
/** What was only asked for, and what has ended, is not kept. */
const keptDays = { asked: 7, ended: 30 };
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** The one file that knows how subscribers lie: a mailbox or a mobile each, and a line each in the list of a theme. */
export const subscriberTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const expiryOf = ({ choice, asked, ended }: Subscriber) => {
    if (choice) return undefined;
    if (asked) return seconds(asked.at) + keptDays.asked * 86_400;
    return ended ? seconds(ended.at) + keptDays.ended * 86_400 : undefined;
  };
  return {
    async read(id: string): Promise<Subscriber | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      return (Item?.subscriber as Subscriber | undefined) ?? null;
    },

    /** Writes the subscriber with their lines, and what is to be told. Refuses `conflict` when they changed meanwhile. */
    async save(before: Subscriber | null, after: Subscriber, tell?: 'asked' | 'ended'): Promise<void> {
      if (before && before.revision === after.revision) return;
      const at = after.asked?.at ?? after.ended?.at ?? after.consentAt ?? '';
      const gone = (before?.choice?.themes ?? []).filter((theme) => !after.choice?.themes.includes(theme));
      const lines: Write[] = [
        ...gone.map((theme): Write => ({ Delete: { TableName, Key: lineOf(theme, after.id) } })),
        ...(after.choice?.themes ?? []).map((theme): Write => {
          const { channel, id } = after;
          return {
            Put: {
              TableName,
              Item: { ...lineOf(theme, id), channel, communes: after.choice?.communes ?? [] },
            },
          };
        }),
      ];
      const event = {
        type: 'subscription-asked',
        detail: { subscriber: after.id, revision: after.revision },
      };
      const told: Write[] =
        tell === 'asked'
          ? [
              {
                Put: {
                  TableName,
                  Item: outboxItem(
                    keyOf(after.id).pk,
                    `asked-${after.revision}`,
                    event as { type: 'subscription-asked'; detail: typeof event.detail },
                    seconds(at),
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
                  Item: { ...keyOf(after.id), subscriber: after, expiresAt: expiryOf(after) },
                  ConditionExpression: before ? 'subscriber.revision = :seen' : 'attribute_not_exists(pk)',
                  ...(before && { ExpressionAttributeValues: { ':seen': before.revision } }),
                },
              },
              ...lines,
              ...told,
            ],
          }),
        );
      } catch (error) {
        throw cancellation(error)?.includes('ConditionalCheckFailed') ? new Refusal('conflict') : error;
      }
    },

    /** One page of a theme's list, in an order of its own that does not change. */
    async lines(
      theme: string,
      limit: number,
      after?: string,
    ): Promise<{ lines: Line[]; next: string | null }> {
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :theme AND sk > :after',
          ExpressionAttributeValues: { ':theme': lineOf(theme, '').pk, ':after': after ?? ' ' },
          Limit: limit,
        }),
      );
      const lines = Items.map(({ sk, channel, communes }) => ({ id: sk, channel, communes }) as Line);
      return { lines, next: LastEvaluatedKey ? String(LastEvaluatedKey.sk) : null };
    },

    /** One more message of a theme in this week, counted once for each alert; false when that would be more than `most`. */
    async count(id: string, theme: string, week: string, alert: string, most: number): Promise<boolean> {
      try {
        await db.send(
          new UpdateCommand({
            TableName,
            Key: { pk: `CAP#${id}`, sk: `${theme}#${week}` },
            UpdateExpression: 'ADD alerts :alert SET expiresAt = :gone',
            ConditionExpression:
              'attribute_not_exists(alerts) OR contains(alerts, :one) OR size(alerts) < :most',
            ExpressionAttributeValues: {
              ...{ ':alert': new Set([alert]), ':one': alert, ':most': most },
              ':gone': seconds(`${week}T00:00:00Z`) + 15 * 86_400,
            },
          }),
        );
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
  };
};
