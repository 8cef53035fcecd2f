import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import type { KeptShare } from './share.ts';

export type Uses = { opened: number; downloads: number; lastOpenedAt: string | null };

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const shareKey = (account: string, id: string) => ({ pk: `SAFE#${account}`, sk: `SHARED#${id}` });
const linkKey = (hash: string) => ({ pk: `SHARE#${hash}`, sk: 'SHARE' });
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
/** How often a link was used is kept a while after its end, for its owner. */
const keptAfter = 90 * 86_400;

export const shareTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const usesOf = (item: Record<string, unknown> | undefined): Uses => ({
    opened: Number(item?.opened ?? 0),
    downloads: Number(item?.downloads ?? 0),
    lastOpenedAt: (item?.lastOpenedAt as string | undefined) ?? null,
  });
  return {
    async add(share: KeptShare): Promise<void> {
      const { account, id, hash, expiresAt } = share;
      await db.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName,
                Item: { ...shareKey(account, id), share, expiresAt: seconds(expiresAt) + keptAfter },
              },
            },
            { Put: { TableName, Item: { ...linkKey(hash), account, id, expiresAt: seconds(expiresAt) } } },
          ],
        }),
      );
    },
    async list(account: string): Promise<(KeptShare & Uses)[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': `SAFE#${account}`, ':prefix': 'SHARED#' },
          ScanIndexForward: false,
          Limit: 50,
        }),
      );
      return Items.map((item) => ({ ...(item.share as KeptShare), ...usesOf(item) }));
    },
    /** Null when there is no such link, or it was closed; whether it ended is for the rule to say. */
    async bySecret(secret: string): Promise<KeptShare | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: linkKey(hashOfSecret(secret)) }));
      if (!Item) return null;
      const { Item: found } = await db.send(
        new GetCommand({
          TableName,
          Key: shareKey(String(Item.account), String(Item.id)),
          ConsistentRead: true,
        }),
      );
      return (found?.share as KeptShare | undefined) ?? null;
    },
    /** Counts one use; `document`: one was taken, which the log keeps with its instant. */
    async count({ account, id, expiresAt }: KeptShare, at: string, document?: string): Promise<void> {
      await db
        .send(
          new UpdateCommand({
            TableName,
            Key: shareKey(account, id),
            UpdateExpression: `ADD ${document ? 'downloads' : 'opened'} :one SET lastOpenedAt = :at`,
            // Closed at this very moment: it must not come back to life as a count.
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':one': 1, ':at': at },
          }),
        )
        .catch((error) => {
          if (!isConditionFailure(error)) throw error;
        });
      if (!document) return;
      const Item = {
        ...{ pk: `SAFE#${account}`, sk: `READ#${id}#${at}`, document, at },
        expiresAt: seconds(expiresAt) + keptAfter,
      };
      await db.send(new PutCommand({ TableName, Item }));
    },
    async end({ account, id, hash }: Pick<KeptShare, 'account' | 'id' | 'hash'>): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: linkKey(hash) }));
      await db.send(new DeleteCommand({ TableName, Key: shareKey(account, id) }));
    },
  };
};
