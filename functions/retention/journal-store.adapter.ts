import { type DynamoDBDocumentClient, GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Snapshot } from '../requests/items.ts';
import { requestKey } from '../requests/items.ts';
import { wholeQuery } from '../shared/aws.adapter.ts';
import type { StoredJournal, StoredLine } from './verify-journal.ts';

type Lines = Pick<StoredJournal, 'reference' | 'lines' | 'head'>;
type Item = { pk: string; sk: string } & Partial<Snapshot> & Partial<StoredLine>;
const what = {
  ProjectionExpression: 'pk, sk, #event, #head',
  ExpressionAttributeNames: { '#event': 'event', '#head': 'head' },
};

const mostTries = 3;
const headOnly = {
  ProjectionExpression: 'pk, sk, #head',
  ExpressionAttributeNames: { '#head': 'head' },
};

const linesOf = (reference: string, items: readonly Item[]): Lines => ({
  reference,
  lines: items.filter(({ sk }) => sk.startsWith('EVENT#')) as StoredLine[],
  head: items.find(({ sk }) => sk === 'SNAPSHOT')?.head ?? null,
});

const readOnce = async (db: DynamoDBDocumentClient, TableName: string, reference: string): Promise<Lines> => {
  const pk = requestKey(reference);
  const Key = { pk, sk: 'SNAPSHOT' };
  const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true, ...headOnly }));
  const events = await wholeQuery<Item>(db, {
    ...{ TableName, ConsistentRead: true },
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
    ExpressionAttributeValues: { ':pk': pk, ':event': 'EVENT#' },
  });
  return linesOf(reference, Item ? [Item as Item, ...events] : events);
};

/** Journals as the table of requests holds them, for who verifies them. */
export const journalStore = (db: DynamoDBDocumentClient, TableName: string) => ({
  /** Read again when it grew meanwhile: a snapshot that is behind its lines is no breach. */
  async read(reference: string): Promise<Lines> {
    for (let tries = 1; ; tries += 1) {
      const found = await readOnce(db, TableName, reference);
      if (tries === mostTries || (found.head?.seq ?? 0) === found.lines.length) return found;
    }
  },

  /** Every journal of the table, one after the other: for the command line, never for a page or a schedule. */
  async *all(): AsyncGenerator<Lines> {
    let items: Item[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    const referenceOf = ({ pk }: Item) => pk.slice(requestKey('').length);
    do {
      const page = await db.send(
        new ScanCommand({
          ...{ TableName, ConsistentRead: true, ExclusiveStartKey, ...what },
          FilterExpression: 'begins_with(pk, :request) AND (begins_with(sk, :event) OR sk = :snapshot)',
          ExpressionAttributeValues: {
            ':request': requestKey(''),
            ':event': 'EVENT#',
            ':snapshot': 'SNAPSHOT',
          },
        }),
      );
      for (const item of (page.Items ?? []) as Item[]) {
        const [first] = items;
        if (first && first.pk !== item.pk) {
          yield linesOf(referenceOf(first), items);
          items = [];
        }
        items.push(item);
      }
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    const [first] = items;
    if (first) yield linesOf(referenceOf(first), items);
  },
});
