import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { takenForSeconds, takenKey } from '../../intake/taken.ts';
import { cancellation, isConditionFailure, wholeQuery } from '../../shared/aws.adapter.ts';
import { outboxItem } from '../../shared/events.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { BatchAccount, FileAccount } from './accounts.ts';
import { accountOf } from './accounts.ts';
import type { ScanPause } from './batch.ts';

export type BatchTable = ReturnType<typeof batchTable>;
const batchKey = (id: string) => `BATCH#${id}`;
const list = 'BATCHES';

/** The one file that knows batches and their files; their pages are in page-table.adapter.ts, same table. */
export const batchTable = (db: DynamoDBDocumentClient, TableName: string) => {
  async function readBatch(
    id: string,
  ): Promise<{ batch: BatchAccount; version: number; files: FileAccount[] }> {
    const items = await wholeQuery(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': batchKey(id) },
      ConsistentRead: true,
    });
    const head = items.find((item) => item.sk === 'BATCH');
    if (!head) throw new Refusal('not-found');
    const files = items.filter((item) => String(item.sk).startsWith('FILE#'));
    return {
      batch: withoutKeys<BatchAccount>(head),
      version: Number(head.version),
      files: files.map((item) => withoutKeys<FileAccount>(item)),
    };
  }

  /** Counts a batch anew from its files. Two files that end together: the second count sees both. */
  async function recount(id: string): Promise<BatchAccount> {
    for (let attempt = 0; attempt < 20; attempt++) {
      // Hundreds of files of one batch may end together: out of step they all come through.
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * attempt * 50));
      const { batch, version, files } = await readBatch(id);
      const { id: _id, name: _name, receivedAt: _receivedAt, ...account } = accountOf(batch, files);
      const names = Object.keys(account);
      try {
        await db.send(
          new UpdateCommand({
            TableName,
            Key: { pk: batchKey(id), sk: 'BATCH' },
            UpdateExpression: `SET version = :next, ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
            ConditionExpression: 'version = :version',
            ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
            ExpressionAttributeValues: {
              ':version': version,
              ':next': version + 1,
              ...Object.fromEntries(Object.entries(account).map(([name, value]) => [`:${name}`, value])),
            },
          }),
        );
        return { ...batch, ...account };
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    }
    throw new Error('batch-disputed');
  }

  return {
    readBatch,

    /** Takes a file in with its batch and announces it, once; a repeat changes nothing. */
    async addFile(batch: Pick<BatchAccount, 'id' | 'name' | 'receivedAt'>, file: FileAccount): Promise<void> {
      const pk = batchKey(batch.id);
      const event = { type: 'scan-received', detail: { batchId: batch.id, fileId: file.id } } as const;
      const at = Math.floor(Date.parse(file.receivedAt) / 1000);
      const Item = { pk, sk: `FILE#${file.id}`, ...file };
      const head = {
        ':id': batch.id,
        ':name': batch.name,
        ':receivedAt': batch.receivedAt,
        ':list': list,
        ':order': `${batch.receivedAt}#${batch.id}`,
        ':reading': 'reading',
        ':zero': 0,
        ':one': 1,
        ':none': null,
      };
      const Update = {
        TableName,
        Key: { pk, sk: 'BATCH' },
        UpdateExpression:
          'SET id = :id, #name = if_not_exists(#name, :name), receivedAt = if_not_exists(receivedAt, :receivedAt), ' +
          'gsi1pk = :list, gsi1sk = if_not_exists(gsi1sk, :order), #state = :reading, reason = :none, ' +
          [...counters, 'documents', 'failedFiles']
            .map((name) => `${name} = if_not_exists(${name}, :zero)`)
            .join(', ') +
          ', version = if_not_exists(version, :zero) + :one',
        ExpressionAttributeNames: { '#name': 'name', '#state': 'state' },
        ExpressionAttributeValues: head,
      };
      const TransactItems = [
        { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
        { Update },
        { Put: { TableName, Item: outboxItem(pk, file.id, event, at) } },
        // By its own id: the daily reconciliation knows no batch.
        {
          Put: {
            TableName,
            Item: { ...takenKey(file.id), batchId: batch.id, expiresAt: at + takenForSeconds },
          },
        },
      ];
      await db.send(new TransactWriteCommand({ TransactItems })).catch((error) => {
        if (!cancellation(error)?.includes('ConditionalCheckFailed')) throw error;
      });
    },

    async readFile(batchId: string, fileId: string): Promise<FileAccount> {
      const Key = { pk: batchKey(batchId), sk: `FILE#${fileId}` };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      if (!Item) throw new Refusal('not-found');
      return withoutKeys<FileAccount>(Item);
    },

    /** Saves where a file stands; answers its batch, counted anew. */
    async saveFile(batchId: string, file: FileAccount): Promise<BatchAccount> {
      await db.send(
        new PutCommand({ TableName, Item: { pk: batchKey(batchId), sk: `FILE#${file.id}`, ...file } }),
      );
      return recount(batchId);
    },

    /** Says why a file that is being read stands still, or that it goes on; its batch says the same. */
    async pauseFile(batchId: string, fileId: string, pause: ScanPause | null): Promise<void> {
      const update = new UpdateCommand({
        TableName,
        Key: { pk: batchKey(batchId), sk: `FILE#${fileId}` },
        UpdateExpression: 'SET reason = :pause',
        ConditionExpression: '#state = :reading AND reason <> :pause',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':pause': pause, ':reading': 'reading' },
      });
      try {
        await db.send(update);
      } catch (error) {
        if (isConditionFailure(error)) return;
        throw error;
      }
      await recount(batchId);
    },

    /** One page of the batches, newest first; of those that came between two instants when given. */
    async listBatches(
      limit: number,
      after?: string,
      between?: [from: string, to: string],
    ): Promise<{ batches: BatchAccount[]; next: string | null }> {
      const id = after?.slice(after.lastIndexOf('#') + 1);
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: `gsi1pk = :list${between ? ' AND gsi1sk BETWEEN :from AND :to' : ''}`,
          ExpressionAttributeValues: {
            ':list': list,
            ...(between ? { ':from': between[0], ':to': between[1] } : {}),
          },
          ScanIndexForward: false,
          Limit: limit,
          ...(id
            ? { ExclusiveStartKey: { pk: batchKey(id), sk: 'BATCH', gsi1pk: list, gsi1sk: after } }
            : {}),
        }),
      );
      const next = LastEvaluatedKey ? String(LastEvaluatedKey.gsi1sk) : null;
      return { batches: Items.map((item) => withoutKeys<BatchAccount>(item)), next };
    },
  };
};

const counters = ['pages', 'filed', 'separators', 'blanks', 'rejected'] as const;

function withoutKeys<T>(item: Record<string, unknown>): T {
  const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, version: _version, ...rest } = item;
  return rest as T;
}
