import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';

const sameMs = 15 * 60_000;
/** Kept three years for internal control (CNIL, deliberation 2021-122). */
const keptFor = 3 * 366 * 86_400;
const mostKept = 2_000;

/** Who looked at which agenda, appointment or list, and when: a line a quarter of an hour for the same agent and thing. */
export const readingTable = (db: DynamoDBDocumentClient, TableName: string, reason = 'reception') => {
  const written = new Map<string, number>();
  /** @param what `<place>#<day>`, or the id of an appointment */
  return async (what: string, login: string, at: string): Promise<void> => {
    const slice = Math.floor(Date.parse(at) / sameMs);
    const key = `${what} ${login}`;
    if (written.get(key) === slice) return;
    const Item = {
      ...{ pk: `READINGS#${what}`, sk: `${new Date(slice * sameMs).toISOString()}#${login}` },
      ...{
        by: `agent:${login}`,
        at,
        reason,
        expiresAt: Math.floor(Date.parse(at) / 1000) + keptFor,
      },
    };
    await db.send(new PutCommand({ TableName, Item }));
    if (written.size >= mostKept) written.clear();
    written.set(key, slice);
  };
};
