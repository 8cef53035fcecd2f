import { BatchWriteCommand, type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { eraseRegister } from '../../functions/privacy/register.adapter.ts';

/** Backups are taken while erasures run: those of the hour before are gone through again too, which changes nothing. */
const margin = 3_600_000;

/**
 * Erases again what was erased since a backup: each line of the register is asked once more, and carried out by the function
 * that did so before. Again, it does nothing twice. Answers how many there were.
 * @param backedUpAt instant the restored data is of
 */
export async function replayErasures(
  db: DynamoDBDocumentClient,
  privacy: string,
  backedUpAt: string,
): Promise<number> {
  const register = eraseRegister(db, privacy);
  const from = new Date(Date.parse(backedUpAt) - margin).toISOString();
  let count = 0;
  for await (const { doneAt: _, ...erasure } of register.since(from, new Date().toISOString())) {
    // A repeat needs an announcement of its own: the outbox is keyed by the instant.
    await register.ask({ ...erasure, at: new Date().toISOString() });
    count += 1;
  }
  return count;
}

const together = 25;
/** Takes over the table that no restore takes back, as it was when everything else was lost. */
export async function carryOver(
  from: { db: DynamoDBDocumentClient; table: string },
  to: { db: DynamoDBDocumentClient; table: string },
): Promise<number> {
  let count = 0;
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await from.db.send(new ScanCommand({ TableName: from.table, ExclusiveStartKey }));
    const items = page.Items ?? [];
    for (let at = 0; at < items.length; at += together) {
      const writes = items.slice(at, at + together).map((Item) => ({ PutRequest: { Item } }));
      await to.db.send(new BatchWriteCommand({ RequestItems: { [to.table]: writes } }));
    }
    count += items.length;
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return count;
}
