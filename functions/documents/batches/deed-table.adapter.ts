import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { cancellation, wholeQuery } from '../../shared/aws.adapter.ts';
import { outboxItem } from '../../shared/events.ts';
import type { ClerkDeed } from './clerk.ts';

/** A file that waits for a clerk: what is doubtful in it and since when. */
export type Doubt = { batchId: string; fileId: string; since: string; places: number; pages: number };
type KeptDoubt = Doubt & { taskToken: string };

const fileKey = (id: string) => `FILE#${id}`;
const list = 'DOUBTS';

/** The one file that knows what clerks decided of pages, and which files wait for them; part of page-table.adapter.ts. */
export const deedTable = (db: DynamoDBDocumentClient, TableName: string) => {
  async function readDoubt(fileId: string): Promise<KeptDoubt | null> {
    const Key = { pk: fileKey(fileId), sk: 'DOUBT' };
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return (Item as KeptDoubt | undefined) ?? null;
  }

  return {
    /** Keeps a decision; `false` when it was kept before (a repeat with the same id). */
    async addDeed(fileId: string, deed: ClerkDeed): Promise<boolean> {
      const Item = { pk: fileKey(fileId), sk: `DEED#${deed.id}`, ...deed };
      const put = { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
      try {
        await db.send(new TransactWriteCommand({ TransactItems: [put] }));
        return true;
      } catch (error) {
        if (!cancellation(error)?.includes('ConditionalCheckFailed')) throw error;
        return false;
      }
    },

    /** A decision taken back stays, marked. */
    async undoDeed(fileId: string, deed: ClerkDeed, undone: NonNullable<ClerkDeed['undone']>): Promise<void> {
      const Item = { pk: fileKey(fileId), sk: `DEED#${deed.id}`, ...deed, undone };
      await db.send(new PutCommand({ TableName, Item }));
    },

    /** Decisions on the pages of a file, in the order they were made, those taken back included. */
    async listDeeds(fileId: string): Promise<ClerkDeed[]> {
      const found = await wholeQuery(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': fileKey(fileId), ':prefix': 'DEED#' },
        ConsistentRead: true,
      });
      const deeds = found.map(({ pk: _pk, sk: _sk, ...deed }) => deed as ClerkDeed);
      return deeds.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    },

    /** A file waits for a clerk from now on; asked again (a new token) it waits since the same instant. */
    async keepDoubtToken(doubt: Doubt, taskToken: string): Promise<void> {
      const since = (await readDoubt(doubt.fileId))?.since ?? doubt.since;
      const Item = {
        ...{ pk: fileKey(doubt.fileId), sk: 'DOUBT', gsi1pk: list, gsi1sk: `${since}#${doubt.fileId}` },
        ...doubt,
        ...{ since, taskToken },
      };
      await db.send(new PutCommand({ TableName, Item }));
    },

    /**
     * The token that wakes the machine of a file, or null when it does not wait. It stays until the machine goes on, so that
     * a power cut between taking and telling loses nothing: tell it again, a second answer changes nothing.
     */
    takeDoubtToken: async (fileId: string): Promise<string | null> =>
      (await readDoubt(fileId))?.taskToken ?? null,

    /** The machine goes on: the file no longer waits. */
    async forgetDoubt(fileId: string): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: { pk: fileKey(fileId), sk: 'DOUBT' } }));
    },

    /** Files that wait for a clerk, those that waited longest first. */
    async listDoubts(limit: number): Promise<Doubt[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :list',
          ExpressionAttributeValues: { ':list': list },
          Limit: limit,
        }),
      );
      return Items.map(({ batchId, fileId, since, places, pages }) => ({
        ...{ batchId, fileId, since, places, pages },
      })) as Doubt[];
    },

    /**
     * A file that was closed is gone through again with what the clerk decided since; `cause` (the id of the decision, or of
     * the click) makes a repeat start nothing twice.
     */
    async reopenFile(batchId: string, fileId: string, cause: string, now: string): Promise<void> {
      const event = { type: 'scan-reopened', detail: { batchId, fileId, cause } } as const;
      const Item = outboxItem(fileKey(fileId), `again-${cause}`, event, Math.floor(Date.parse(now) / 1000));
      await db.send(new PutCommand({ TableName, Item }));
    },
  };
};
