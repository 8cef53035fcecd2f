import { spawnSync } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

const keys = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];
const indexes = ['gsi1', 'gsi2'];

/** An empty table with pk, sk, gsi1 and gsi2, as the product's are. */
export const createTable = (client: Pick<DynamoDBClient, 'send'>, TableName: string) =>
  client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys('pk', 'sk'),
      AttributeDefinitions: ['pk', 'sk', ...indexes.flatMap((name) => [`${name}pk`, `${name}sk`])].map(
        (name) => ({ AttributeName: name, AttributeType: 'S' as const }),
      ),
      GlobalSecondaryIndexes: indexes.map((name) => ({
        IndexName: name,
        KeySchema: keys(`${name}pk`, `${name}sk`),
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  );

type Row = Record<string, string | number | null>;
type Multiplication = {
  tables: readonly string[];
  /** Ids of whom is copied, and those of the nth copy in the same order. */
  ids: readonly string[];
  idsOf(n: number): readonly string[];
  /** Copies there are, and copies there shall be. */
  from: number;
  to: number;
  /** Whether a row of its partition is wanted: at a million only the partitions that are read. */
  keep(row: { pk: string; sk: string }): boolean;
};

/**
 * Copies everything that belongs to somebody, under other ids, into the file of the local database, which must be stopped:
 * so many items through its front door would take hours. The same rows go into its indexes as its own writes would put them.
 * @returns rows written
 */
export function multiply(file: string, { tables, ids, idsOf, from, to, keep }: Multiplication): number {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN');
  let rows = 0;
  for (const name of tables.flatMap((one) => [one, ...indexes.map((index) => `${one}::gsi::${index}`)])) {
    const all = db.prepare(`SELECT * FROM "${name}"`).all() as Row[];
    const originals = all.filter(
      (row) =>
        ids.some((id) => Object.values(row).some((value) => String(value).includes(id))) &&
        keep({ pk: plain(row.pk ?? row.gsi_pk), sk: plain(row.sk ?? row.gsi_sk) }),
    );
    for (const row of originals) {
      const columns = Object.keys(row);
      const insert = db.prepare(
        `INSERT OR REPLACE INTO "${name}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      const values = Object.values(row);
      for (let n = from; n < to; n++) {
        const others = idsOf(n);
        insert.run(
          ...values.map((value) =>
            typeof value === 'string'
              ? ids.reduce((text, id, at) => text.replaceAll(id, others[at] ?? id), value)
              : value,
          ),
        );
        rows += 1;
      }
    }
  }
  db.exec('COMMIT');
  db.exec('PRAGMA journal_mode = WAL');
  db.close();
  // What was written leaves the page cache, so that nobody measures a disk that is still busy.
  spawnSync('sync');
  return rows;
}
/** Keys are kept with the letter of their type before them. */
const plain = (value: Row[string] | undefined): string => String(value ?? '').replace(/^S:/, '');
