import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import type { SearchDocument } from './document.ts';
import { type Entry, type Kind, singlePlace } from './entries.ts';
import type { Hit } from './find.ts';
import { documentKey, type IndexItem, restPrefix } from './index-writes.ts';
import { type Read, readLimit } from './plan.ts';
import { mostWordsOfBucket, vocabularySort } from './vocabulary.ts';

export type IndexTable = ReturnType<typeof indexTable>;
export type Bucket = { bucket: string; words: string[] };
const batch = 25;

/** The one file that knows how the index is stored. */
export const indexTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const many = async (Keys: Entry[]): Promise<Record<string, unknown>[]> => {
    if (Keys.length === 0) return [];
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
    );
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Error('throttled');
    return Responses?.[TableName] ?? [];
  };
  const buckets = async (names: readonly string[]): Promise<Bucket[]> =>
    (await many(names.slice(0, 100).map((pk) => ({ pk, sk: vocabularySort })))).map((item) => ({
      bucket: item.pk as string,
      words: [...((item.words as Set<string> | undefined) ?? [])],
    }));

  const one = async (
    { pk, begins, newest }: Pick<Read, 'pk' | 'begins' | 'newest'>,
    Limit = readLimit,
  ): Promise<Hit[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begins)',
        ExpressionAttributeValues: { ':pk': pk, ':begins': begins },
        ScanIndexForward: !newest,
        Limit,
      }),
    );
    return Items.map(({ sk }) => {
      // The value may hold the mark (a mail address does); the instant and the id do not.
      const [stamp = '', id = ''] = String(sk).split('#').slice(-2);
      return { stamp, id };
    });
  };

  return {
    read: (reads: readonly Read[]): Promise<Hit[][]> => Promise.all(reads.map((each) => one(each))),
    buckets,
    words: async (names: readonly string[]): Promise<string[]> =>
      (await buckets(names)).flatMap(({ words }) => words),
    documents: async (keys: readonly { kind: Kind; id: string }[]): Promise<SearchDocument[]> =>
      (await many(keys.slice(0, 100).map(documentKey))).flatMap(
        ({ document }) => (document as SearchDocument | undefined) ?? [],
      ),

    /** As the last transaction left it. */
    async document(kind: Kind, id: string): Promise<SearchDocument | null> {
      const { Item } = await db.send(
        new GetCommand({ TableName, Key: documentKey({ kind, id }), ConsistentRead: true }),
      );
      return (Item?.document as SearchDocument | undefined) ?? null;
    },
    /** What transactions left to be written. */
    async rests(kind: Kind, id: string): Promise<IndexItem[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :rest)',
          ExpressionAttributeValues: { ':pk': documentKey({ kind, id }).pk, ':rest': restPrefix },
          ConsistentRead: true,
        }),
      );
      return Items as IndexItem[];
    },
    async write(put: readonly Entry[], gone: readonly Entry[]): Promise<void> {
      const all = [
        ...put.map((Item) => ({ PutRequest: { Item } })),
        ...gone.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
      ];
      for (let from = 0; from < all.length; from += batch) {
        const RequestItems = { [TableName]: all.slice(from, from + batch) };
        const { UnprocessedItems } = await db.send(new BatchWriteCommand({ RequestItems }));
        if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('throttled');
      }
    },
    /** Adds a word to a bucket; one that is full keeps the words it has. */
    async learn(bucket: string, word: string): Promise<void> {
      const call = new UpdateCommand({
        TableName,
        Key: { pk: bucket, sk: vocabularySort },
        UpdateExpression: 'ADD words :word',
        ConditionExpression: 'attribute_not_exists(words) OR size(words) < :most',
        ExpressionAttributeValues: { ':word': new Set([word]), ':most': mostWordsOfBucket },
      });
      await db.send(call).catch((error) => {
        if (!isConditionFailure(error)) throw error;
      });
    },
    /** The bucket of a rare name is named like it: empty, it goes too. */
    async forget(bucket: string, word: string): Promise<void> {
      const Key = { pk: bucket, sk: vocabularySort };
      await db.send(
        new UpdateCommand({
          ...{ TableName, Key, UpdateExpression: 'DELETE words :word' },
          ExpressionAttributeValues: { ':word': new Set([word]) },
        }),
      );
      const empty = new DeleteCommand({
        ...{ TableName, Key, ConditionExpression: 'attribute_not_exists(words)' },
      });
      await db.send(empty).catch((error) => {
        if (!isConditionFailure(error)) throw error;
      });
    },
    /** Whether a document is still found by this word. */
    async isBorne(word: string): Promise<boolean> {
      const kinds: readonly Kind[] = ['person', 'request'];
      const found = await Promise.all(
        kinds.map((kind) => one({ pk: singlePlace(kind, word), begins: `${word}#`, newest: true }, 1)),
      );
      return found.some((hits) => hits.length > 0);
    },
  };
};
