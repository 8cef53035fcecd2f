import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../../shared/aws.adapter.ts';
import type { Run, Version } from './version.ts';

const runKey = { pk: 'STATE', sk: 'LAST-RUN' };
const runningKey = { pk: 'STATE', sk: 'RUNNING' };
/** When somebody was last erased who had taught something. */
export const forgottenKey = { pk: 'STATE', sk: 'FORGOTTEN' };

/** Versions with their figures, and how the last night went. */
export const versionTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const put = (Item: Record<string, unknown>) => db.send(new PutCommand({ TableName, Item }));
  const get = async <T>(Key: Record<string, string>): Promise<T | null> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return (Item as T | undefined) ?? null;
  };
  return {
    keep: (version: Version) => put({ pk: 'VERSIONS', sk: version.version, ...version }),
    find: (version: string) => get<Version>({ pk: 'VERSIONS', sk: version }),
    /** The newest first. */
    async list(limit: number): Promise<Version[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :versions',
          ExpressionAttributeValues: { ':versions': 'VERSIONS' },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items as Version[];
    },
    /** One night at a time; the same night may begin again. What a clock set ahead has left holds nobody up. */
    async begin(at: string, until: string): Promise<boolean> {
      try {
        await db.send(
          new PutCommand({
            TableName,
            Item: { ...runningKey, startedAt: at, until },
            ConditionExpression: 'attribute_not_exists(pk) OR #until <= :at OR startedAt >= :at',
            ExpressionAttributeNames: { '#until': 'until' },
            ExpressionAttributeValues: { ':at': at },
          }),
        );
        return true;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        return false;
      }
    },
    end: (at: string) => put({ ...runningKey, startedAt: at, until: at }),
    noteRun: (run: Run) => put({ ...runKey, ...run }),
    lastRun: () => get<Run>(runKey),
    /** When somebody was last erased who had taught something. */
    forgottenAt: async () => (await get<{ at: string }>(forgottenKey))?.at ?? null,
  };
};
