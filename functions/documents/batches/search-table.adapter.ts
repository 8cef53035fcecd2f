import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { bucketOf } from './search-words.ts';

/** A filed letter as it is found; `words` are all it is found by. */
export type IndexedLetter = {
  batchId: string;
  batchName: string;
  fileId: string;
  contactId: string;
  receivedAt: string;
  firstPage: number;
  pages: number;
  words: string[];
};
export type FoundPage = {
  letters: IndexedLetter[];
  places: { contactId: string; place: string }[];
  next: string | null;
};
type Key = { pk: string; sk: string };
type Write = { PutRequest: { Item: Key & Record<string, unknown> } } | { DeleteRequest: { Key: Key } };
const together = 25;
const perPage = 20;
const five = (number: number) => String(number).padStart(5, '0');

/** The one file that knows the index of words of scanned letters; same table as the batches, and gone with them. */
export const searchTable = (db: DynamoDBDocumentClient, TableName: string) => {
  /** Where the words of a letter are listed, so that they can be taken out again. */
  const listKey = ({ fileId, firstPage }: Pick<IndexedLetter, 'fileId' | 'firstPage'>): Key => ({
    pk: `FILE#${fileId}`,
    sk: `WORDS#${five(firstPage)}`,
  });
  const wordKey = (word: string, { receivedAt, fileId, firstPage }: IndexedLetter): Key => ({
    pk: bucketOf(word),
    sk: `${word}#${receivedAt}#${fileId}#${five(firstPage)}`,
  });

  async function write(writes: Write[]): Promise<void> {
    for (let at = 0; at < writes.length; at += together) {
      const { UnprocessedItems } = await db.send(
        new BatchWriteCommand({ RequestItems: { [TableName]: writes.slice(at, at + together) } }),
      );
      // Thrown to whoever tries again: an index with holes would say that a letter was never scanned.
      if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('throttled');
    }
  }

  return {
    /** Makes a letter findable; made again, it is the same. */
    async index(letter: IndexedLetter): Promise<void> {
      const items = letter.words.map((word) => ({ ...wordKey(word, letter), ...letter }));
      await write([...items, { ...listKey(letter), ...letter }].map((Item) => ({ PutRequest: { Item } })));
    },

    /** Takes the letters of a file out of the index: the file is erased, or split anew. */
    async forget(fileId: string): Promise<void> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': `FILE#${fileId}`, ':prefix': 'WORDS#' },
          ConsistentRead: true,
        }),
      );
      const letters = Items as IndexedLetter[];
      const keys = letters.flatMap((letter) => letter.words.map((word) => wordKey(word, letter)));
      await write([...keys, ...letters.map(listKey)].map((Key) => ({ DeleteRequest: { Key } })));
    },

    /**
     * One page of the letters with a word that begins so, newest first within a word, that also hold the `others`. A place
     * holds a word of its letter: `places` are of every letter that was gone through, in order.
     */
    async find({ under, others }: { under: string; others: string[] }, after?: string): Promise<FoundPage> {
      const pk = bucketOf(under);
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begins)',
          ExpressionAttributeValues: { ':pk': pk, ':begins': under },
          ScanIndexForward: false,
          Limit: perPage,
          ...(after?.startsWith(under) ? { ExclusiveStartKey: { pk, sk: after } } : {}),
        }),
      );
      const read = Items as (IndexedLetter & Key)[];
      const letters = read.filter(({ words }) =>
        others.every((other) => words.some((word) => word.startsWith(other))),
      );
      const places = read.map(({ contactId, sk }) => ({ contactId, place: sk }));
      return { letters, places, next: LastEvaluatedKey ? String(LastEvaluatedKey.sk) : null };
    },
  };
};
