import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../../shared/aws.adapter.ts';

/**
 * Pages that one job reads together, in the order of its document. `jobId` is null until it began; `round` counts the jobs
 * that were begun for these pages; `until` is when the pages that were too many for today go on.
 */
export type Pack = {
  fileId: string;
  id: string;
  pages: number[];
  jobId: string | null;
  taskToken: string;
  round: number;
  startedAt: string;
  until: string | null;
  isDone: boolean;
  /** Pages that the job left out, once it is done. */
  left: number[];
};
export type PackTable = ReturnType<typeof packTable>;

const open = 'READINGS';
const keyOf = ({ fileId, id }: Pick<Pack, 'fileId' | 'id'>) => ({ pk: `FILE#${fileId}`, sk: `PACK#${id}` });

/** The one file that knows jobs of reading; open ones stand in an index of their own, which the sweeper alone reads. */
export const packTable = (db: DynamoDBDocumentClient, TableName: string) => {
  /** Unless another round of it began meanwhile. */
  async function change(pack: Pack, UpdateExpression: string, values: Record<string, string>): Promise<void> {
    const update = new UpdateCommand({
      TableName,
      Key: keyOf(pack),
      UpdateExpression,
      ConditionExpression: '#round = :round',
      ExpressionAttributeNames: { '#round': 'round' },
      ExpressionAttributeValues: { ...values, ':round': pack.round },
    });
    await db.send(update).catch((error) => {
      if (!isConditionFailure(error)) throw error;
    });
  }

  return {
    async findPack(fileId: string, id: string): Promise<Pack | undefined> {
      const Key = keyOf({ fileId, id });
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      if (!Item) return;
      const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, ...pack } = Item;
      return pack as Pack;
    },

    async savePack(pack: Pack): Promise<void> {
      const listed = { gsi1pk: open, gsi1sk: `${pack.startedAt}#${pack.fileId}#${pack.id}` };
      await db.send(new PutCommand({ TableName, Item: { ...keyOf(pack), ...listed, ...pack } }));
    },

    /** The machine was told that a pack is done: nobody has to look for it any more. */
    async closePack(pack: Pack): Promise<void> {
      await change(pack, 'REMOVE gsi1pk, gsi1sk', {});
    },

    /** The job that was begun for a pack; its notice may have come first, and then nothing changes. */
    async keepJob(pack: Pack, jobId: string): Promise<void> {
      await change(pack, 'SET jobId = :jobId', { ':jobId': jobId });
    },

    /** Jobs that began before an instant and are not known to be done, oldest first. */
    async openPacks(before: string, limit: number): Promise<Pack[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :open AND gsi1sk < :before',
          ExpressionAttributeValues: { ':open': open, ':before': before },
          Limit: limit,
        }),
      );
      return Items.map(({ pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, ...pack }) => pack as Pack);
    },
  };
};
