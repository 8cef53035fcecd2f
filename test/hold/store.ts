import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';

/** What an operator of the account sees: tables, queues, logs and histories, read through the same doors as on AWS. */
export type Store = ReturnType<typeof storeOf>;
export type Line = Record<string, unknown> & { pk: string; sk: string };

const credentials = { accessKeyId: 'tests', secretAccessKey: 'tests' };

export const storeOf = (url: string, dataDir: string) => {
  const to = (service: string) => ({
    region: 'eu-west-3',
    credentials,
    endpoint: `${url}/_aws/${service}`,
  });
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(to('dynamodb')));
  const sqs = new SQSClient(to('sqs'));
  const table = async (named: RegExp): Promise<string> => {
    const { TableNames = [] } = await db.send(new ListTablesCommand({}));
    const found = TableNames.find((name) => named.test(name));
    if (!found) throw new Error(`no table ${named}`);
    return found;
  };
  const scan = async (named: RegExp): Promise<Line[]> => {
    const TableName = await table(named);
    const lines: Line[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await db.send(new ScanCommand({ TableName, ExclusiveStartKey, ConsistentRead: true }));
      lines.push(...((page.Items ?? []) as Line[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return lines;
  };

  return {
    to,
    db,
    sqs,
    table,
    scan,
    bucket(named: RegExp): string {
      const found = rowsOf<{ name: string }>(dataDir, 'SELECT name FROM s3_buckets').find(({ name }) =>
        named.test(name),
      );
      if (!found) throw new Error(`no bucket ${named}`);
      return found.name;
    },
    /** How many messages each queue holds, dead letters included; only those that hold some. */
    async queued(): Promise<Record<string, number>> {
      const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
      const counts = await Promise.all(
        QueueUrls.map(async (QueueUrl) => {
          const AttributeNames = [
            'ApproximateNumberOfMessages' as const,
            'ApproximateNumberOfMessagesNotVisible' as const,
            'ApproximateNumberOfMessagesDelayed' as const,
          ];
          const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
          const held = Object.values(Attributes ?? {}).reduce((sum, text) => sum + Number(text), 0);
          return [QueueUrl.split('/').at(-1) ?? QueueUrl, held] as const;
        }),
      );
      return Object.fromEntries(counts.filter(([, held]) => held > 0));
    },
    /** Sizes of the files of logs, by name: where a case began to read them. */
    logSizes: () => Object.fromEntries(logFiles(dataDir).map((file) => [file, statSync(file).size])),
    /** What was logged beyond these sizes. */
    logged: (since: Record<string, number>): { file: string; line: string }[] =>
      logFiles(dataDir).flatMap((file) =>
        readFileSync(file)
          .subarray(since[file] ?? 0)
          .toString('utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => ({ file: file.slice(dataDir.length + 1), line })),
      ),
    /** How far each machine's history had been written. */
    historyLengths: () =>
      new Map(
        rowsOf<{ execution: string; n: number }>(
          dataDir,
          'SELECT execution, max(seq) AS n FROM states_journal GROUP BY execution',
        ).map(({ execution, n }) => [execution, n]),
      ),
    /** Inputs, outputs and steps of machines beyond these lengths. */
    history: (since: Map<string, number>): { execution: string; text: string }[] => [
      ...rowsOf<{ execution: string; seq: number; details: string }>(
        dataDir,
        'SELECT execution, seq, details FROM states_journal',
      )
        .filter(({ execution, seq }) => seq > (since.get(execution) ?? -1))
        .map(({ execution, details }) => ({ execution, text: details ?? '' })),
      ...rowsOf<{ arn: string; text: string }>(
        dataDir,
        `SELECT arn, coalesce(input, '') || coalesce(output, '') || coalesce(error, '') || coalesce(cause, '') AS text FROM states_executions`,
      )
        .filter(({ arn }) => !since.has(arn))
        .map(({ arn, text }) => ({ execution: arn, text })),
    ],
  };
};

/** Of functions, one file each. What the runtime itself prints is no log of the product. */
const logFiles = (dataDir: string): string[] => {
  const folder = join(dataDir, 'logs');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};

const rowsOf = <T>(dataDir: string, sql: string): T[] => {
  const db = new DatabaseSync(join(dataDir, 'runtime.db'), { readOnly: true });
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    return db.prepare(sql).all() as T[];
  } finally {
    db.close();
  }
};
