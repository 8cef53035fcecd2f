import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { cancellation, isConditionFailure } from '../shared/aws.adapter.ts';
import type { Attempt } from './attempt.ts';
import * as items from './items.ts';
import type { Payment } from './payment.ts';
import { paymentWrites } from './payment-writes.adapter.ts';
import type { Refund } from './refund.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Found = Record<string, unknown> & { pk: string; sk: string };
export type PaymentTable = ReturnType<typeof paymentTable>;
export type Paged<T> = { items: T[]; next: string | null };

/**
 * The one file that knows how payments are stored: a payment, its tries and its refunds in one partition, pointers by whom it
 * is found. @param dayOf calendar day of the authority
 */
export const paymentTable = (
  db: DynamoDBDocumentClient,
  TableName: string,
  dayOf: (instant: string) => string,
) => {
  /** False when somebody else wrote meanwhile. Any other failure is thrown. */
  const transact = async (TransactItems: Write[]): Promise<boolean> => {
    try {
      await db.send(new TransactWriteCommand({ TransactItems }));
      return true;
    } catch (error) {
      const reasons = cancellation(error);
      if (!reasons?.some((one) => one === 'ConditionalCheckFailed' || one === 'TransactionConflict'))
        throw error;
      return false;
    }
  };

  const writesOf = paymentWrites(TableName, dayOf);

  const query = async (input: Partial<ConstructorParameters<typeof QueryCommand>[0]>): Promise<Found[]> => {
    const found: Found[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await db.send(new QueryCommand({ TableName, ...input, ExclusiveStartKey }));
      found.push(...((page.Items ?? []) as Found[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey && !input.Limit);
    return found;
  };

  const read = async (id: string): Promise<items.Whole | null> =>
    items.assemble(
      await query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': items.payKey(id), ':first': 'DUE', ':last': 'TRY#~' },
        ConsistentRead: true,
      }),
    );

  const many = async (ids: readonly string[]): Promise<Payment[]> => {
    if (ids.length === 0) return [];
    const Keys = ids.map((id) => items.dueKey(id));
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
    );
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Error('throttled');
    const found = (Responses?.[TableName] ?? []).map(({ payment }) => payment as Payment);
    return ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
  };

  const get = async (Key: { pk: string; sk: string }): Promise<Found | undefined> =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item as Found | undefined;

  /** A page of an index or of somebody's pointers; `after` is the last sort key seen. */
  const page = async (pk: string, limit: number, after: string | undefined, isIndex: boolean, first = '') => {
    const [pkName, skName] = isIndex ? ['gsi1pk', 'gsi1sk'] : ['pk', 'sk'];
    const found = await query({
      IndexName: isIndex ? 'gsi1' : undefined,
      KeyConditionExpression: after
        ? '#pk = :pk AND #sk BETWEEN :first AND :after'
        : '#pk = :pk AND #sk BETWEEN :first AND :last',
      ExpressionAttributeNames: { '#pk': pkName as string, '#sk': skName as string },
      ExpressionAttributeValues: {
        ...{ ':pk': pk, ':first': first || ' ' },
        ...(after ? { ':after': after } : { ':last': `${first}~` }),
      },
      ScanIndexForward: false,
      // What was seen last is read once more and dropped; one more says whether there is a next page.
      Limit: limit + 2,
    });
    const seen = found.filter((item) => item[skName as string] !== after);
    const shown = seen.slice(0, limit);
    const next = seen.length > limit ? String(shown.at(-1)?.[skName as string]) : null;
    return { items: shown, next };
  };

  return {
    transact,
    writesOf,
    read,
    many,
    page,
    query,
    get,
    /** Writes what an answer or a person made true, unless somebody wrote since `before` was read. */
    save: (before: Payment | null, change: items.Change, also: Write[] = []): Promise<boolean> =>
      transact([...writesOf(before, change), ...also]),
    /** PayFiP was asked and said nothing new: only when it was, and when it may be asked again. */
    async note(attempt: Attempt): Promise<void> {
      const write = new PutCommand({
        TableName,
        Item: items.attemptItem(attempt, dayOf),
        ConditionExpression: 'attempt.#state = :state',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':state': attempt.state },
      });
      await db.send(write).catch((error: unknown) => {
        if (!isConditionFailure(error)) throw error;
      });
    },
    /** The payment and the try behind a number of PayFiP; `null` when it is none of ours. */
    async byOperation(idOp: string): Promise<{ paymentId: string; attemptId: string } | null> {
      const item = await get(items.opKey(idOp));
      return item ? { paymentId: String(item.payment), attemptId: String(item.attempt) } : null;
    },
    async byReference(payRef: string): Promise<items.Whole | null> {
      const item = await get(items.refKey(payRef));
      return item ? read(String(item.payment)) : null;
    },
    async ofRequest(reference: string): Promise<Payment[]> {
      const { items: found } = await page(items.ofRequest(reference), 50, undefined, false, 'DUE#');
      return many(found.map(({ of }) => String(of)));
    },
    async ofOwner(pk: string, limit: number, after?: string): Promise<Paged<Payment>> {
      const found = await page(pk, limit, after, false, 'DUE#');
      return { items: await many(found.items.map(({ of }) => String(of))), next: found.next };
    },
    async listed(
      list: items.List,
      limit: number,
      after?: string,
    ): Promise<Paged<{ payment?: Payment; refund?: Refund }>> {
      return (await page(items.listOf(list), limit, after, true)) as never;
    },
    /** How many stand in a list, a thousand at most: counting reads an index, a page of it. */
    async count(list: items.List): Promise<number> {
      const { Count = 0 } = await db.send(
        new QueryCommand({
          ...{ TableName, IndexName: 'gsi1', Select: 'COUNT', Limit: 1_000 },
          KeyConditionExpression: 'gsi1pk = :pk',
          ExpressionAttributeValues: { ':pk': items.listOf(list) },
        }),
      );
      return Count;
    },
    /** Tries that brought money on a day of the authority. */
    async received(day: string, limit: number, after?: string): Promise<Paged<Attempt>> {
      const found = await page(items.receivedOn(day), limit, after, true);
      return { items: found.items.map(({ attempt }) => attempt as Attempt), next: found.next };
    },
  };
};
