import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { SearchDocument } from '../search/document.ts';
import { documentKey, indexTransaction, mostWrites } from '../search/index-writes.ts';
import type { BusEvent } from '../shared/events.ts';
import type { Change, Step } from './append.ts';
import { requestKey, type Snapshot } from './items.ts';
import type { Request } from './request.ts';
import { bearsOnSearch, searchDocument } from './search-document.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** `writes` is given how many items the transaction still has room for. */
export type FoundBy = { writes(room: number): Write[]; announce: BusEvent[] };

/** What makes a request found, written with what it says: nothing while it only moves on. */
export const foundBy = (db: DynamoDBDocumentClient, TableName: string) => {
  const indexed = async (id: string): Promise<SearchDocument | null> => {
    const Key = documentKey({ kind: 'request', id });
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return (Item?.document as SearchDocument | undefined) ?? null;
  };
  return async (before: Snapshot | null, made: Step, change: Change): Promise<FoundBy> => {
    if (!bearsOnSearch(change)) return { writes: () => [], announce: [] };
    const { reference } = made.next.request;
    const was = before && (await indexed(reference));
    const is = searchDocument(made, change, was);
    const isOpening = change.announce?.some(({ type }) => type === 'request-opened');
    const isDue = !isOpening && indexTransaction(TableName, was, is).length > 0;
    return {
      writes: (room) => indexTransaction(TableName, was, is, Math.min(mostWrites, room)),
      announce: isDue ? [{ type: 'search-due', detail: { reference } }] : [],
    };
  };
};

/** Requests as they stand, by reference; those that are none are left out. */
export const standing =
  (db: DynamoDBDocumentClient, TableName: string) =>
  async (references: readonly string[]): Promise<ReadonlyMap<string, Request>> => {
    const Keys = references.slice(0, 100).map((one) => ({ pk: requestKey(one), sk: 'SNAPSHOT' }));
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
    );
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Error('throttled');
    return new Map(
      ((Responses?.[TableName] ?? []) as Snapshot[]).map(({ request }) => [request.reference, request]),
    );
  };
