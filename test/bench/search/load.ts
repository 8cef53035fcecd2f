import { DatabaseSync } from 'node:sqlite';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { entriesOf } from '../../../functions/search/entries.ts';
import { bounded, documentKey } from '../../../functions/search/index-writes.ts';
import { bucketsOf, vocabularyOf, vocabularySort } from '../../../functions/search/vocabulary.ts';
import { startDatabase } from '../../../infra/local/dynamo/binary.ts';
import { metered } from './metered.ts';
import type { Town } from './town.ts';

type Attribute =
  | { S: string }
  | { N: string }
  | { SS: string[] }
  | { M: Record<string, unknown> }
  | { L: unknown[] }
  | { NULL: true };
const attribute = (value: unknown): Attribute => {
  if (value === null || value === undefined) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (Array.isArray(value)) return { L: value.map(attribute) };
  return { M: Object.fromEntries(Object.entries(value).map(([key, one]) => [key, attribute(one)])) };
};

/**
 * Writes a town into the file of the local database, which must be stopped, as its own writes would leave it: seven million
 * items through its front door would take a quarter of an hour.
 * @returns items written
 */
export function loadTown(file: string, table: string, { people, requests }: Town): number {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN');
  const statement = db.prepare(
    `INSERT OR REPLACE INTO "${table}" (pk, sk, item_json, item_size) VALUES (?, ?, ?, ?)`,
  );
  let items = 0;
  const put = (pk: string, sk: string, rest: Record<string, Attribute> = {}) => {
    const json = JSON.stringify({ pk: { S: pk }, sk: { S: sk }, ...rest });
    const more = Object.keys(rest).length > 0 ? JSON.stringify(rest).length : 0;
    statement.run(`S:${pk}`, `S:${sk}`, json, 4 + pk.length + sk.length + more);
    items += 1;
  };
  const vocabulary = new Map<string, Set<string>>();
  const known = new Set<string>();
  const all: [pk: string, sk: string][] = [];
  for (const one of [...people, ...requests]) {
    const document = bounded(one);
    const key = documentKey(document);
    put(key.pk, key.sk, { document: attribute(document) });
    for (const { pk, sk } of entriesOf(document)) all.push([pk, sk]);
    for (const word of vocabularyOf(document)) {
      if (known.has(word)) continue;
      known.add(word);
      for (const bucket of bucketsOf(word))
        vocabulary.set(bucket, (vocabulary.get(bucket) ?? new Set()).add(word));
    }
  }
  // In the order of the table, each page of it is written once.
  all.sort((one, other) => (one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : one[1] < other[1] ? -1 : 1));
  for (const [pk, sk] of all) put(pk, sk);
  for (const [bucket, words] of vocabulary) put(bucket, vocabularySort, { words: { SS: [...words] } });
  db.exec('COMMIT');
  db.exec('PRAGMA journal_mode = WAL');
  db.close();
  return items;
}

const keys = [
  { AttributeName: 'pk', KeyType: 'HASH' as const },
  { AttributeName: 'sk', KeyType: 'RANGE' as const },
];
/** Makes the file of a database that holds these empty tables, and leaves it stopped. */
export async function createTable(file: string, names: readonly string[]): Promise<void> {
  const server = await startDatabase(file, `${file}.pid`);
  const client = metered(server.port);
  for (const TableName of names)
    await client.db.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keys,
        AttributeDefinitions: keys.map(({ AttributeName }) => ({
          AttributeName,
          AttributeType: 'S' as const,
        })),
      }),
    );
  client.stop();
  await server.stop();
}

/** The table of the index in the store of a runtime. */
export function searchTableOf(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  const found = db
    .prepare("SELECT table_name AS name FROM _tables WHERE table_name LIKE '%-data-Search%'")
    .get();
  db.close();
  if (!found) throw new Error(`${file} is not the store of a runtime that was started once`);
  return String(found.name);
}
