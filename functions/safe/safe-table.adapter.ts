import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation, isConditionFailure } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { quota, type SafeDocument } from './safe-document.ts';

export type SafeTable = ReturnType<typeof safeTable>;
export type Used = { bytes: number; documents: number };
export type Where = 'safe' | 'bin';
type Page = { documents: SafeDocument[]; next: string | null };

const owner = (account: string) => `SAFE#${account}`;
const prefix = { safe: 'DOC#', bin: 'BIN#' } as const;
const docKey = (account: string, id: string, where: Where = 'safe') => ({
  pk: owner(account),
  sk: `${prefix[where]}${id}`,
});
const useKey = (account: string) => ({ pk: owner(account), sk: 'USE' });
const pageSize = 30;

/** The documents of the safes: one item each, newest first by their ids; what is in the bin lies apart, and is found by the day it is emptied. */
export const safeTable = (db: DynamoDBDocumentClient, TableName: string) => {
  async function list(account: string, where: Where, after?: string, Limit = pageSize): Promise<Page> {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': owner(account), ':prefix': prefix[where] },
        ScanIndexForward: false,
        ExclusiveStartKey: after ? docKey(account, after, where) : undefined,
        Limit,
      }),
    );
    const documents = Items.map(({ document }) => document as SafeDocument);
    return { documents, next: LastEvaluatedKey ? (documents.at(-1)?.id ?? null) : null };
  }
  async function find(account: string, id: string, where: Where = 'safe'): Promise<SafeDocument | null> {
    const { Item } = await db.send(
      new GetCommand({ TableName, Key: docKey(account, id, where), ConsistentRead: true }),
    );
    return (Item?.document as SafeDocument | undefined) ?? null;
  }
  const addUse = (account: string, bytes: number, documents: number, most?: number) => ({
    Update: {
      TableName,
      Key: useKey(account),
      UpdateExpression: 'ADD bytesUsed :bytes, documents :count',
      ...(most !== undefined && {
        ConditionExpression: 'attribute_not_exists(bytesUsed) OR bytesUsed <= :most',
      }),
      ExpressionAttributeValues: {
        ':bytes': bytes,
        ':count': documents,
        ...(most !== undefined && { ':most': most }),
      },
    },
  });
  const deleted = (account: string, id: string, where: Where) => ({
    Delete: { TableName, Key: docKey(account, id, where), ConditionExpression: 'attribute_exists(pk)' },
  });
  /** Moved or deleted meanwhile: it is no longer where it was. */
  async function transact(
    TransactItems: object[],
    overtaken: 'conflict' | 'not-found',
  ): Promise<string[] | null> {
    try {
      await db.send(new TransactWriteCommand({ TransactItems: TransactItems as never }));
      return null;
    } catch (error) {
      const why = cancellation(error);
      if (!why) throw error;
      if (why.includes('TransactionConflict')) throw new Refusal('conflict');
      if (why[0] === 'ConditionalCheckFailed') throw new Refusal(overtaken);
      return why;
    }
  }

  return {
    list,
    find,
    /** Everything in the safe, for what has to look at all of it: a household keeps some dozens. */
    async all(account: string, most = 1_000): Promise<SafeDocument[]> {
      const found: SafeDocument[] = [];
      let after: string | undefined;
      do {
        const page = await list(account, 'safe', after, 200);
        found.push(...page.documents);
        after = page.next ?? undefined;
      } while (after && found.length < most);
      return found;
    },
    async used(account: string): Promise<Used> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: useKey(account) }));
      return { bytes: Number(Item?.bytesUsed ?? 0), documents: Number(Item?.documents ?? 0) };
    },

    /** Keeps a document and counts its bytes. What is there already is left as it is; refuses `too-large` when the safe is full. */
    async add(document: SafeDocument): Promise<SafeDocument> {
      const { account, id, size, from } = document;
      const Item = { ...docKey(account, id), document };
      const put = { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
      // What the authority sends takes no room of one's own: it is kept elsewhere, and must always find its place.
      const counted = from === 'citizen' ? [addUse(account, size, 1, quota - size)] : [];
      try {
        const why = await transact([put, ...counted], 'conflict');
        if (why?.[1] === 'ConditionalCheckFailed')
          throw new Refusal('too-large', [{ field: 'safe', code: 'full' }]);
      } catch (error) {
        const there = error instanceof Refusal && error.code === 'conflict' ? await find(account, id) : null;
        if (!there) throw error;
        return there;
      }
      return document;
    },

    /** Refuses `conflict` when it is no longer as it was read, or no longer there. */
    async save(document: SafeDocument): Promise<SafeDocument> {
      const next = { ...document, version: document.version + 1 };
      try {
        await db.send(
          new PutCommand({
            TableName,
            Item: { ...docKey(document.account, document.id), document: next },
            ConditionExpression: '#d.#v = :version',
            ExpressionAttributeNames: { '#d': 'document', '#v': 'version' },
            ExpressionAttributeValues: { ':version': document.version },
          }),
        );
        return next;
      } catch (error) {
        if (isConditionFailure(error)) throw new Refusal('conflict');
        throw error;
      }
    },

    /** @param emptiedOn calendar day on which it leaves the bin */
    async bin(document: SafeDocument, binnedAt: string, emptiedOn: string): Promise<void> {
      const { account, id } = document;
      const Item = {
        ...docKey(account, id, 'bin'),
        ...{ gsi1pk: `BIN#${emptiedOn}`, gsi1sk: `${account}#${id}` },
        document: { ...document, binnedAt },
      };
      await transact([deleted(account, id, 'safe'), { Put: { TableName, Item } }], 'not-found');
    },
    async restore(document: SafeDocument): Promise<void> {
      const { account, id } = document;
      const Item = { ...docKey(account, id), document: { ...document, binnedAt: null } };
      await transact([deleted(account, id, 'bin'), { Put: { TableName, Item } }], 'not-found');
    },
    /** From the safe of an account to that of another, which is the same person's; moved before, it is where it must be. */
    async move(document: SafeDocument, into: string): Promise<void> {
      const { account, id, size, from } = document;
      const moved = { ...document, account: into };
      const put = { Put: { TableName, Item: { ...docKey(into, id), document: moved } } };
      const room = from === 'citizen' ? [addUse(account, -size, -1), addUse(into, size, 1)] : [];
      await transact([deleted(account, id, 'safe'), put, ...room], 'not-found');
    },
    /** Forgets a document of the bin and gives back its room. */
    async forget({ account, id, size, from }: SafeDocument): Promise<void> {
      const room = from === 'citizen' ? [addUse(account, -size, -1)] : [];
      await transact([deleted(account, id, 'bin'), ...room], 'not-found');
    },
    /** What has to be emptied on a day, a page at a time. */
    async toEmpty(day: string): Promise<SafeDocument[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :day',
          ExpressionAttributeValues: { ':day': `BIN#${day}` },
          Limit: 100,
        }),
      );
      return Items.map(({ document }) => document as SafeDocument);
    },
  };
};
