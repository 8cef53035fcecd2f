import { BatchGetCommand, type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Snapshot } from '../requests/items.ts';
import { requestKey } from '../requests/items.ts';
import { wholeQuery } from '../shared/aws.adapter.ts';
import { type Line, placeOf } from './activity.ts';
import type { CountedRequest, ToCount, Writing } from './count-activity.ts';

const countedKey = (reference: string) => ({ pk: `COUNTED#${reference}`, sk: 'COUNTED' });
type Stored = Omit<Line, 'month' | 'counts'> & { pk: string; sk: string } & Line['counts'];
export const monthKey = (month: string) => `ACTIVITY#${month}`;

/** Statistics in the table of requests: one item a month, department and channel or procedure, whatever the number of requests. */
export const activityTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async read(references: readonly string[]): Promise<ToCount[]> {
    const Keys = references.flatMap((one) => [{ pk: requestKey(one), sk: 'SNAPSHOT' }, countedKey(one)]);
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
    );
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Error('throttled');
    const items = Responses?.[TableName] ?? [];
    const at = (pk: string) => items.find((item) => item.pk === pk);
    return references.flatMap((reference) => {
      const snapshot = at(requestKey(reference)) as Snapshot | undefined;
      const counted = at(countedKey(reference).pk) as CountedRequest | undefined;
      return snapshot ? [{ request: snapshot.request, counted: counted ?? null }] : [];
    });
  },

  async write({ requests, lines }: Writing): Promise<boolean> {
    const counted = requests.map(({ reference, before, after }) => ({
      Put: {
        TableName,
        Item: { ...countedKey(reference), ...after },
        ...(before
          ? {
              ConditionExpression: '#version = :before',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':before': before.version },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    }));
    try {
      await db.send(
        new TransactWriteCommand({
          TransactItems: [...counted, ...lines.map((line) => added(TableName, line))],
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'TransactionCanceledException') return false;
      throw error;
    }
  },

  /** Lines of one month, in two pages at most for the largest authority. */
  async month(month: string): Promise<Line[]> {
    const found = await wholeQuery<Stored>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': monthKey(month) },
    });
    return found.map(({ pk: _pk, sk: _sk, cut, department, code, ...counts }) => ({
      ...{ month, cut, department, code, counts },
    }));
  },
});

const added = (TableName: string, line: Line) => {
  const counts = Object.entries(line.counts);
  return {
    Update: {
      TableName,
      Key: { pk: monthKey(line.month), sk: placeOf(line) },
      UpdateExpression: `SET cut = :cut, department = :department, code = :code ADD ${counts.map((_, at) => `#c${at} :c${at}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(counts.map(([name], at) => [`#c${at}`, name])),
      ExpressionAttributeValues: {
        ...{ ':cut': line.cut, ':department': line.department, ':code': line.code },
        ...Object.fromEntries(counts.map(([, count], at) => [`:c${at}`, count])),
      },
    },
  };
};
