import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import type { Deps, Item, Page } from './migration.ts';

/** A page that a function changes well within its minute. */
const pageSize = 200;

/** Tables as a migration goes through them: the one work, with repairs and exports, that reads a table whole. */
export const migrationTables = (
  db: DynamoDBDocumentClient,
  names: Record<'requests' | 'settings', string>,
): Deps => ({
  async page(table, after): Promise<Page> {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new ScanCommand({
        TableName: names[table],
        Limit: pageSize,
        ExclusiveStartKey: after ?? undefined,
        ConsistentRead: true,
      }),
    );
    return { items: Items as Item[], next: (LastEvaluatedKey as Record<string, string>) ?? null };
  },
  async replace(table, item, path, version): Promise<boolean> {
    const names_ = Object.fromEntries(path.map((name, at) => [`#${at}`, name]));
    const place = Object.keys(names_).join('.');
    try {
      await db.send(
        new PutCommand({
          TableName: names[table],
          Item: item,
          ConditionExpression:
            version === undefined
              ? `attribute_exists(pk) AND attribute_not_exists(${place})`
              : `${place} = :version`,
          ExpressionAttributeNames: names_,
          ...(version !== undefined && { ExpressionAttributeValues: { ':version': version } }),
        }),
      );
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  },
});
