import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { anchorsUnder } from '../../functions/retention/anchors.ts';
import { startDatabase } from '../local/dynamo/binary.ts';

/** Journals and the keys of their anchored heads, wherever they lie. */
export type JournalPlaces = {
  db: DynamoDBDocumentClient;
  requests: string;
  /** Names of all tables; empty in an account. */
  tables: string[];
  anchorKeys(): AsyncIterable<string>;
  close(): Promise<void>;
};
export type Where = { dataDir: string } | { requests: string; anchors: string };

const here = { region: 'eu-west-3', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
const requestsTable = /-data-Requests/;
const anchorsBucket = /-data-anchors/;

/** Opens a product by its folder, whether it runs or not, or an account by the names of table and bucket. */
export async function openStore(where: Where): Promise<JournalPlaces> {
  if ('dataDir' in where) return folder(where.dataDir);
  const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const s3 = new S3Client({});
  return {
    ...{ db, requests: where.requests, tables: [], anchorKeys: () => keysIn(s3, where.anchors) },
    close: async () => db.destroy(),
  };
}

/**
 * A folder, whether its runtime runs or not: the database that is there is asked, else one is started on its file. Keys are read
 * where the runtime keeps them.
 */
async function folder(dataDir: string): Promise<JournalPlaces> {
  const port = portInUse(join(dataDir, 'dynamodb.pid'));
  const own = port ? null : await startDatabase(join(dataDir, 'dynamodb.db'), join(dataDir, 'verify.pid'));
  const endpoint = `http://127.0.0.1:${port ?? own?.port}`;
  const db = DynamoDBDocumentClient.from(new DynamoDBClient({ ...here, endpoint }));
  return {
    ...(await tablesIn(db)),
    ...{ db, anchorKeys: () => keysOnDisk(dataDir) },
    async close() {
      db.destroy();
      await own?.stop();
    },
  };
}

/** The port of the database of a runtime that runs, from its command line. */
function portInUse(pidFile: string): string | null {
  try {
    const pid = readFileSync(pidFile, 'utf8').trim();
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words[0]?.includes('dynoxide') ? (words[words.indexOf('--port') + 1] ?? null) : null;
  } catch {
    return null;
  }
}

async function tablesIn(db: DynamoDBDocumentClient): Promise<{ requests: string; tables: string[] }> {
  const { TableNames = [] } = await db.send(new ListTablesCommand({}));
  const requests = TableNames.find((name) => requestsTable.test(name));
  if (!requests) throw new Error('no table of requests: was this ever a product?');
  return { requests, tables: TableNames };
}

async function* keysIn(s3: S3Client, Bucket: string): AsyncGenerator<string> {
  let KeyMarker: string | undefined;
  do {
    const page = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: anchorsUnder, KeyMarker }));
    for (const { Key } of page.Versions ?? []) if (Key) yield Key;
    KeyMarker = page.IsTruncated ? page.NextKeyMarker : undefined;
  } while (KeyMarker);
}

async function* keysOnDisk(dataDir: string): AsyncGenerator<string> {
  const file = join(dataDir, 'runtime.db');
  if (!existsSync(file)) return;
  const state = new DatabaseSync(file, { readOnly: true });
  try {
    for (const row of state
      .prepare('SELECT bucket, key FROM s3_objects WHERE marker = 0 AND key >= ? AND key < ?')
      .iterate(anchorsUnder, `${anchorsUnder}\uffff`))
      if (anchorsBucket.test(String(row.bucket))) yield String(row.key);
  } finally {
    state.close();
  }
}
