import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { requestKey } from '../requests/items.ts';
import { cancellation } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { bookOf, historyOf, type LetterItem, sealedAs, sentBy, type TaskItem, verifiedBy } from './items.ts';
import type { LetterRecord, SealRecord, TaskRecord } from './letter.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type LetterTable = ReturnType<typeof letterTable>;
export type Page<T> = { items: T[]; next: string | null };
type Index = { name: 'gsi1' | 'gsi2'; value: string };

/** Letters of the signature book in the requests table, and the lists they stand in. */
export const letterTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const find = async (reference: string, id: string): Promise<LetterRecord | null> => {
    const Key = { pk: requestKey(reference), sk: `RECORD#LETTER#${id}` };
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return (Item?.letter as LetterRecord | undefined) ?? null;
  };

  const list = async <T>(
    { name, value }: Index,
    field: string,
    options: { limit: number; after?: string; latestFirst?: boolean },
  ): Promise<Page<T>> => {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: name,
        KeyConditionExpression: `${name}pk = :list`,
        ExpressionAttributeValues: { ':list': value },
        Limit: options.limit,
        ScanIndexForward: !options.latestFirst,
        ExclusiveStartKey: options.after === undefined ? undefined : startOf(options.after, name, value),
      }),
    );
    return {
      items: Items.map((item) => item[field] as T),
      next: LastEvaluatedKey ? Buffer.from(JSON.stringify(LastEvaluatedKey)).toString('base64url') : null,
    };
  };

  /** Only over the letter that was read: whoever is late reads again. */
  const writes = (
    reference: string,
    { letter, tasks }: { letter: LetterItem; tasks: readonly TaskItem[] },
    revision: number | null,
  ): Write[] => {
    const pk = requestKey(reference);
    const expected =
      revision === null
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'letter.revision = :revision',
            ExpressionAttributeValues: { ':revision': revision },
          };
    const Item = { pk, ...letter, letter: { ...letter.letter, revision: (revision ?? 0) + 1 } };
    return [
      { Put: { TableName, Item, ...expected } },
      ...tasks.map((task): Write => ({ Put: { TableName, Item: { pk, ...task } } })),
    ];
  };

  return {
    find,
    writes,
    async read(reference: string, id: string): Promise<LetterRecord> {
      const letter = await find(reference, id);
      if (!letter) throw new Refusal('not-found');
      return letter;
    },

    /** Moves tasks without changing the request; false when somebody else wrote first. */
    async move(...given: Parameters<typeof writes>): Promise<boolean> {
      try {
        await db.send(new TransactWriteCommand({ TransactItems: writes(...given) }));
        return true;
      } catch (error) {
        if (cancellation(error)) return false;
        throw error;
      }
    },

    /** What waits for somebody: urgent first, then by day. */
    book: (login: string, limit: number, after?: string) =>
      list<TaskRecord>({ name: 'gsi1', value: bookOf(login) }, 'task', { limit, after }),
    history: (login: string, limit: number, after?: string) =>
      list<TaskRecord>({ name: 'gsi1', value: historyOf(login) }, 'task', {
        limit,
        after,
        latestFirst: true,
      }),
    sent: (login: string, limit: number, after?: string) =>
      list<LetterRecord>({ name: 'gsi1', value: sentBy(login) }, 'letter', {
        limit,
        after,
        latestFirst: true,
      }),

    async sealByHash(sha256: string): Promise<SealRecord | null> {
      const { items } = await list<SealRecord>({ name: 'gsi1', value: sealedAs(sha256) }, 'seal', {
        limit: 1,
      });
      return items[0] ?? null;
    },
    async sealByCode(code: string): Promise<SealRecord | null> {
      const { items } = await list<SealRecord>({ name: 'gsi2', value: verifiedBy(code) }, 'seal', {
        limit: 1,
      });
      return items[0] ?? null;
    },
  };
};

/** Where a page goes on, from its cursor; a cursor that nobody gave for this list is refused `invalid-input`. */
function startOf(cursor: string, index: 'gsi1' | 'gsi2', list: string): Record<string, string> {
  const { pk, sk, [`${index}sk`]: rank } = read(cursor);
  if (typeof pk === 'string' && typeof sk === 'string' && typeof rank === 'string')
    return { pk, sk, [`${index}sk`]: rank, [`${index}pk`]: list };
  throw new Refusal('invalid-input', [{ field: 'after', code: 'invalid' }]);
}

function read(cursor: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return {};
  }
}
