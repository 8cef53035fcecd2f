import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Authority } from '../settings/authority.ts';

export const authorityKey = { pk: 'AUTHORITY', sk: 'CURRENT' } as const;
const keptMs = 5 * 60_000;

/**
 * The authority every function serves, read from the settings table and kept five minutes. It was checked when it was
 * written: it is not parsed again on the way of each call.
 */
export const authorityReader = (
  db: DynamoDBDocumentClient,
  TableName: string,
): (() => Promise<Authority>) => {
  let kept: { authority: Authority; until: number } | undefined;
  return async () => {
    if (kept && kept.until > Date.now()) return kept.authority;
    const { Item } = await db.send(new GetCommand({ TableName, Key: authorityKey }));
    if (!Item) throw new Error('the settings hold no authority: the seed has not run');
    kept = { authority: Item.authority as Authority, until: Date.now() + keptMs };
    return kept.authority;
  };
};
