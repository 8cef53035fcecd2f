import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mandateTable } from './mandate-table.adapter.ts';

/** Who acts under each of these mandates, by name; what is kept no more is missing. For timelines of other subjects. */
export const helperNames = (db: DynamoDBDocumentClient, table: string) => {
  const { many } = mandateTable(db, { mandates: table });
  return async (ids: readonly string[]): Promise<Map<string, string>> =>
    new Map((await many(ids)).map(({ id, helper }) => [id, helper.name]));
};
