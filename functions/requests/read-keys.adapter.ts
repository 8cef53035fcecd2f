import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export type Item = Record<string, unknown> & { sk: string };
const attempts = 6;

/** Some items of a table, as they are now; what a busy table left out is asked for again. Throws `throttled` when it stays busy. */
export async function readKeys(
  db: DynamoDBDocumentClient,
  TableName: string,
  Keys: { pk: string; sk: string }[],
): Promise<Item[]> {
  const found: Item[] = [];
  let left: Record<string, unknown>[] = Keys;
  for (let attempt = 1; left.length > 0; attempt += 1) {
    if (attempt > attempts) throw new Error('throttled');
    if (attempt > 1) await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    const RequestItems = { [TableName]: { Keys: left, ConsistentRead: true } };
    const { Responses, UnprocessedKeys } = await db.send(new BatchGetCommand({ RequestItems }));
    found.push(...((Responses?.[TableName] ?? []) as Item[]));
    left = UnprocessedKeys?.[TableName]?.Keys ?? [];
  }
  return found;
}
