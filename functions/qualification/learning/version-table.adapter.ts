import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { InUse, Run, Version } from './version.ts';

const inUseKey = { pk: 'MODEL', sk: 'IN-USE' };
const runKey = { pk: 'STATE', sk: 'LAST-RUN' };
const forgottenKey = { pk: 'STATE', sk: 'FORGOTTEN' };

/** Which model serves: one item of the settings, which every function that classifies may read. */
export const inUseItem = (db: DynamoDBDocumentClient, SettingsTable: string) => ({
  async read(): Promise<InUse | null> {
    const { Item } = await db.send(new GetCommand({ TableName: SettingsTable, Key: inUseKey }));
    if (!Item) return null;
    const { pk: _pk, sk: _sk, ...inUse } = Item;
    return inUse as InUse;
  },
  async write(inUse: InUse): Promise<void> {
    await db.send(new PutCommand({ TableName: SettingsTable, Item: { ...inUseKey, ...inUse } }));
  },
});

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
    noteRun: (run: Run) => put({ ...runKey, ...run }),
    lastRun: () => get<Run>(runKey),
    /** When somebody was last erased who had taught something. */
    forgottenAt: async () => (await get<{ at: string }>(forgottenKey))?.at ?? null,
  };
};
