import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { debtKey } from './ack-debt.ts';
import { requestKey, type Snapshot } from './items.ts';

/** Beyond this many in one department a count says no more than "many". */
const countedAtMost = 1_000;

export type DebtTable = ReturnType<typeof debtTable>;
/** Requests that are owed an acknowledgement, by department, the oldest first: read from the index, a page at a time. */
export const debtTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const query = (department: string | null, after: string, Limit: number, to = '~') =>
    db.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :key AND gsi1sk BETWEEN :from AND :to',
        // A space sorts before every character of a key: nothing stands between `after` and its successor.
        ExpressionAttributeValues: { ':key': debtKey(department), ':from': `${after} `, ':to': to },
        ProjectionExpression: 'gsi1sk',
        Limit,
      }),
    );
  const sorts = async (department: string | null, after: string, limit: number): Promise<string[]> =>
    ((await query(department, after, limit)).Items ?? []).map(({ gsi1sk }) => String(gsi1sk));

  return {
    /** Sort keys (`<day>#<reference>`) of a department, after one of them. */
    sorts,
    /** How many there are, and how many were received before `day`; a thousand means a thousand or more. */
    async count(department: string | null, day: string): Promise<{ total: number; late: number }> {
      const found = await sorts(department, '', countedAtMost);
      return { total: found.length, late: found.filter((sort) => sort < day).length };
    },
    /** Snapshots of at most a hundred requests, in the order asked. */
    async snapshots(references: readonly string[]): Promise<Snapshot[]> {
      if (references.length === 0) return [];
      const Keys = references.map((reference) => ({ pk: requestKey(reference), sk: 'SNAPSHOT' }));
      const { Responses, UnprocessedKeys } = await db.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
      );
      if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Error('throttled');
      const found = (Responses?.[TableName] ?? []) as Snapshot[];
      return references.flatMap((wanted) => found.find(({ request }) => request.reference === wanted) ?? []);
    },
  };
};
