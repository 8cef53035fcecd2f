import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { bandsOf, type Fingerprint, termsIn } from './compare.ts';

/** A message in the index: ids and hashes, never a name or a word. */
export type Entry = Fingerprint & { contactId: string; at: string };
export type SimilarTable = ReturnType<typeof similarTable>;

/** As long as what was decided about a letter still says something of one like it. */
const keptForDays = 400;
const strongestTerms = 6;
/** Newest first: what a lookup reads is bounded, however much is kept. */
const perBand = 4;
const perTerm = 20;

/** So many days after an instant, in seconds of the epoch: when the table forgets by itself. */
export const expiry = (at: string, days: number): number => Math.floor(Date.parse(at) / 1000) + days * 86_400;
const ownKey = (contactId: string) => ({ pk: `C#${contactId}`, sk: 'FINGERPRINT' });

/** Under which keys a message is found: the same words, the same pieces, the same subject. */
const placesOf = (entry: Fingerprint): { pk: string; most: number }[] => [
  ...(entry.exact ? [{ pk: `X#${entry.exact}`, most: perBand }] : []),
  ...(entry.exact ? bandsOf(entry).map((band) => ({ pk: `B#${band}`, most: perBand })) : []),
  ...termsIn(entry)
    .slice(0, strongestTerms)
    .map(({ hash }) => ({ pk: `T#${hash.toString(36)}`, most: perTerm })),
];

const inLots = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, lot) => all.slice(lot * size, (lot + 1) * size));

/** Fingerprints of contacts, in the table of similar messages. */
export const similarTable = (db: DynamoDBDocumentClient, TableName: string) => {
  async function write(requests: Record<string, unknown>[]): Promise<void> {
    for (const lot of inLots(requests, 25)) {
      let left: typeof lot | undefined = lot;
      for (let tries = 0; left?.length; tries += 1) {
        if (tries > 5) throw new Error('similar-not-written');
        const { UnprocessedItems } = await db.send(
          new BatchWriteCommand({ RequestItems: { [TableName]: left as never } }),
        );
        left = UnprocessedItems?.[TableName] as typeof lot | undefined;
      }
    }
  }

  async function fingerprint(contactId: string): Promise<Entry | null> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: ownKey(contactId) }));
    return Item ? entryOf(Item) : null;
  }

  return {
    fingerprint,

    async add(entry: Entry): Promise<void> {
      const expiresAt = expiry(entry.at, keptForDays);
      const sk = `${entry.at}#${entry.contactId}`;
      const items = placesOf(entry).map(({ pk }) => ({ pk, sk, ...entry, expiresAt }));
      await write(items.map((Item) => ({ PutRequest: { Item } })));
      await db.send(new PutCommand({ TableName, Item: { ...ownKey(entry.contactId), ...entry, expiresAt } }));
    },

    /** Messages that may be like one, each once, itself left out. */
    async near(entry: Entry): Promise<Entry[]> {
      const pages = await Promise.all(
        placesOf(entry).map(({ pk, most }) =>
          db.send(
            new QueryCommand({
              TableName,
              KeyConditionExpression: 'pk = :pk',
              ExpressionAttributeValues: { ':pk': pk },
              ScanIndexForward: false,
              Limit: most,
            }),
          ),
        ),
      );
      const found = pages.flatMap(({ Items = [] }) => Items.map(entryOf));
      const each = new Map(found.map((one) => [one.contactId, one]));
      each.delete(entry.contactId);
      return [...each.values()];
    },

    /** An erased contact leaves nothing here. */
    async forget(contactId: string): Promise<void> {
      const entry = await fingerprint(contactId);
      if (!entry) return;
      const sk = `${entry.at}#${contactId}`;
      const keys = [...placesOf(entry).map(({ pk }) => ({ pk, sk })), ownKey(contactId)];
      await write(keys.map((Key) => ({ DeleteRequest: { Key } })));
    },
  };
};

const entryOf = (item: Record<string, unknown>): Entry => {
  const { contactId, at, exact, shape, terms, who } = item as Entry;
  return { contactId, at, exact, shape, terms, who };
};
