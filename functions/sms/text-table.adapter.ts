import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { outboxItem } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { AwaitedText, NumberTexts, OptOut, SentText } from './text.ts';

export type TextTable = ReturnType<typeof textTable>;
const list = 'SMS-OPT-OUT';
const partition = (number: string) => `SMS#${number}`;
const keyOf = (number: string) => ({ pk: partition(number), sk: 'NUMBER' });
const expiry = (at: string, days: number) => Math.floor(Date.parse(at) / 1000) + days * 86_400;
/** A year, as long as a matter of theirs may be spoken of again. */
const knownForDays = 366;
const sent = 'RE#';
const code = 'CODE#';

/** What is known of a number that texts go to and come from; in the contacts table, in E.164. */
export const textTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async optOut(number: string): Promise<OptOut | null> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(number), ConsistentRead: true }));
    return (Item?.optOut as OptOut | undefined) ?? null;
  },

  /** Everything of one number: its codes, the requests it was written to about, latest first, its refusal. */
  async ofNumber(number: string): Promise<NumberTexts> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition(number) },
        ConsistentRead: true,
      }),
    );
    const requests = Items.filter(({ sk }) => String(sk).startsWith(sent));
    return {
      awaited: Items.flatMap(({ awaited }) => (awaited ? [awaited as AwaitedText] : [])),
      requests: requests
        .sort((a, b) => String(b.at).localeCompare(String(a.at)))
        .map(({ sk }) => String(sk).slice(sent.length)),
      optOut: (Items.find(({ sk }) => sk === 'NUMBER')?.optOut as OptOut | undefined) ?? null,
    };
  },

  /** One more text to this number on this day; answers how many that makes. */
  async count(number: string, on: string): Promise<number> {
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName,
        Key: { pk: partition(number), sk: `DAY#${on}` },
        UpdateExpression: 'ADD sent :one SET expiresAt = :gone',
        ExpressionAttributeValues: { ':one': 1, ':gone': expiry(on, 3) },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.sent ?? 1);
  },

  /** The number is known for a request from now on. */
  async knows(number: string, reference: string, at: string): Promise<void> {
    const Item = {
      pk: partition(number),
      sk: `${sent}${reference}`,
      at,
      expiresAt: expiry(at, knownForDays),
    };
    await db.send(new PutCommand({ TableName, Item }));
  },

  /** Which message a text carried, until its carrier has said what became of it: that may take three days. */
  async keepSent(number: string, providerId: string, carried: SentText & { at: string }): Promise<void> {
    const { at, ...of } = carried;
    const Item = {
      ...{ pk: partition(number), sk: `SENT#${providerId}` },
      ...{ carried: of, expiresAt: expiry(at, 8) },
    };
    await db.send(new PutCommand({ TableName, Item }));
  },
  async sentText(number: string, providerId: string): Promise<SentText | null> {
    const Key = { pk: partition(number), sk: `SENT#${providerId}` };
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return (Item?.carried as SentText | undefined) ?? null;
  },

  /** What is no request's did not arrive: said on the bus to whoever told it. */
  async announceLost(detail: SentText & { providerId: string }): Promise<void> {
    const { reference, messageId, providerId } = detail;
    const event = { type: 'notice-lost', detail: { reference, messageId, providerId } } as const;
    const Item = outboxItem(`NOTICE#${reference}`, providerId, event, epochSeconds());
    await db.send(new PutCommand({ TableName, Item }));
  },

  /** Keeps a code before it is asked for; false when another text of this number has it. */
  async keepCode(number: string, awaited: AwaitedText): Promise<boolean> {
    const Item = {
      ...{ pk: partition(number), sk: `${code}${awaited.code}`, awaited },
      expiresAt: expiry(awaited.until, 1),
    };
    try {
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  },

  /** What a text of the number asked for, once: the same contact again changes nothing, whatever was said since. */
  async command(optOut: OptOut & { contactId: string }): Promise<void> {
    const { number, at, contactId, lifted } = optOut;
    const change = lifted
      ? {
          set: 'optOut.lifted = :lifted',
          only: 'attribute_exists(optOut) AND ',
          values: { ':lifted': lifted },
        }
      : {
          set: 'optOut = :optOut, gsi1pk = :list, gsi1sk = :place',
          only: '',
          values: { ':optOut': optOut, ':list': list, ':place': `${at}#${contactId}` },
        };
    try {
      await db.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(number),
          UpdateExpression: `SET ${change.set} ADD heard :contacts`,
          ConditionExpression: `${change.only}NOT contains(heard, :contact)`,
          ExpressionAttributeValues: {
            ...change.values,
            ':contacts': new Set([contactId]),
            ':contact': contactId,
          },
        }),
      );
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
    }
  },

  /** Written to again; refuses `not-found` for a number that refused nothing. */
  async lift(number: string, lifted: NonNullable<OptOut['lifted']>): Promise<void> {
    try {
      await db.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(number),
          UpdateExpression: 'SET optOut.lifted = :lifted',
          ConditionExpression: 'attribute_exists(optOut)',
          ExpressionAttributeValues: { ':lifted': lifted },
        }),
      );
    } catch (error) {
      throw isConditionFailure(error) ? new Refusal('not-found') : error;
    }
  },

  /** One page of the numbers that refused, the oldest first; `after` is the cursor of the page before. */
  async page(limit: number, after?: string): Promise<{ optOuts: OptOut[]; next: string | null }> {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :list AND gsi1sk > :after',
        ExpressionAttributeValues: { ':list': list, ':after': after ?? '0' },
        Limit: limit,
      }),
    );
    return {
      optOuts: Items.map((item) => item.optOut as OptOut),
      next: LastEvaluatedKey ? String(LastEvaluatedKey.gsi1sk) : null,
    };
  },
});
