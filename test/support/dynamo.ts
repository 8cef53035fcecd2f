import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';

const binary = join(import.meta.dirname, '../../node_modules/@dynoxide/linux-x64/dynoxide');
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export type TestDatabase = {
  db: DynamoDBDocumentClient;
  /** A fresh table with pk, sk, gsi1 and gsi2. */
  table(): Promise<string>;
  /** Every item, for what a test must see whole. */
  all(table: string): Promise<Record<string, unknown>[]>;
  stop(): void;
};

/** A database of its own, in memory, for one test file. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const port = await freePort();
  const server = spawn(binary, ['--port', String(port)], { stdio: 'ignore' });
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 20,
  });
  const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const indexes = ['gsi1', 'gsi2'];
  return {
    db,
    async table() {
      const TableName = `t-${randomUUID()}`;
      const keys = (pk: string, sk: string) => [
        { AttributeName: pk, KeyType: 'HASH' as const },
        { AttributeName: sk, KeyType: 'RANGE' as const },
      ];
      await client.send(
        new CreateTableCommand({
          TableName,
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: keys('pk', 'sk'),
          AttributeDefinitions: ['pk', 'sk', ...indexes.flatMap((name) => [`${name}pk`, `${name}sk`])].map(
            (name) => ({
              AttributeName: name,
              AttributeType: 'S' as const,
            }),
          ),
          GlobalSecondaryIndexes: indexes.map((name) => ({
            IndexName: name,
            KeySchema: keys(`${name}pk`, `${name}sk`),
            Projection: { ProjectionType: 'ALL' as const },
          })),
        }),
      );
      return TableName;
    },
    async all(TableName) {
      const { Items = [] } = await db.send(new ScanCommand({ TableName, ConsistentRead: true }));
      return Items;
    },
    stop() {
      client.destroy();
      server.kill('SIGKILL');
    },
  };
};
