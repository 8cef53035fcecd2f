import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  S3Client,
} from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';

const credentials = { accessKeyId: 'tests', secretAccessKey: 'tests' };
const plain = (_: string, value: unknown) =>
  value instanceof Set
    ? [...value]
    : value instanceof Uint8Array
      ? Buffer.from(value).toString('latin1')
      : value;
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** Bigger objects are pictures of pages. */
const largest = 3_000_000;

const bucketsOf = (dataDir: string): string[] => {
  const db = new DatabaseSync(join(dataDir, 'runtime.db'), { readOnly: true });
  try {
    return db
      .prepare('SELECT name FROM s3_buckets')
      .all()
      .map(({ name }) => String(name));
  } finally {
    db.close();
  }
};

/**
 * Every item of every table, every name and every version of every object of a running product with those words in it (ASCII):
 * tables through the doors of AWS, objects as they lie on the disk. Answers where each was found.
 */
export const whereKept = async (
  { url, dataDir }: { url: string; dataDir: string },
  words: readonly string[],
): Promise<string[]> => {
  const to = (service: string) => ({ region: 'eu-west-3', credentials, endpoint: `${url}/_aws/${service}` });
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(to('dynamodb')));
  const s3 = new S3Client({ ...to('s3'), forcePathStyle: true });
  const sought = words.map(folded);
  const found: string[] = [];
  const look = (where: string, text: string) => {
    const said = folded(text);
    for (const word of sought) if (said.includes(word)) found.push(`${where}: ${word}`);
  };
  const { TableNames = [] } = await db.send(new ListTablesCommand({}));
  for (const TableName of TableNames) {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await db.send(new ScanCommand({ TableName, ExclusiveStartKey, ConsistentRead: true }));
      for (const item of page.Items ?? [])
        look(`${TableName} ${item.pk} ${item.sk}`, JSON.stringify(item, plain));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  for (const Bucket of bucketsOf(dataDir)) {
    if (/site/i.test(Bucket)) continue;
    let [KeyMarker, VersionIdMarker]: (string | undefined)[] = [];
    do {
      const page: ListObjectVersionsCommandOutput = await s3.send(
        new ListObjectVersionsCommand({ Bucket, KeyMarker, VersionIdMarker }),
      );
      for (const { Key = '' } of page.Versions ?? []) look(`${Bucket} name`, Key);
      [KeyMarker, VersionIdMarker] = page.IsTruncated ? [page.NextKeyMarker, page.NextVersionIdMarker] : [];
    } while (KeyMarker);
  }
  const files = readdirSync(join(dataDir, 'objects'), { recursive: true, withFileTypes: true });
  for (const file of files.filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name);
    // Gone between being listed and read: another test deleted it.
    if (existsSync(path) && statSync(path).size <= largest)
      look(`object ${file.name}`, readFileSync(path).toString('latin1'));
  }
  return [...new Set(found)];
};
