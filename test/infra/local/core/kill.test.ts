import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../../../infra/local/dynamo/binary.ts';
import { functionOf, httpApi, idle, keyedTable, newFolder, sdk, until, writeAssembly } from './assembly.ts';

/** Takes a note by HTTP and copies it by the table's stream, slowly enough to be killed in between. */
const notes = `${sdk('client-dynamodb', 'DynamoDBClient, PutItemCommand, UpdateItemCommand')}
const client = new DynamoDBClient({});
export const handler = async (event) => {
  if (!event.Records) {
    await client.send(new PutItemCommand({ TableName: process.env.NOTES, Item: { pk: { S: event.rawPath } } }));
    return { statusCode: 201, body: 'kept' };
  }
  for (const { dynamodb } of event.Records) {
    await new Promise((done) => setTimeout(done, 30));
    await client.send(new UpdateItemCommand({ TableName: process.env.COPIES, Key: { pk: dynamodb.Keys.pk }, UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': { N: '1' } } }));
  }
};`;
const environment = { Environment: { Variables: { NOTES: { Ref: 'Notes' }, COPIES: { Ref: 'Copies' } } } };
const assembly = () =>
  writeAssembly({
    resources: {
      Notes: keyedTable({ StreamSpecification: { StreamViewType: 'KEYS_ONLY' } }),
      Copies: keyedTable(),
      Take: functionOf('Take', environment),
      Copy: functionOf('Copy', environment),
      Feed: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Notes', 'StreamArn'] },
          FunctionName: { Ref: 'Copy' },
          StartingPosition: 'LATEST',
          BatchSize: 5,
        },
      },
      ...httpApi('Take'),
    },
    bundles: { Take: notes, Copy: notes },
  });

type Host = { child: ChildProcess; origin: string; ended: Promise<number | null>; said: () => string };
async function start(folder: string, dataDir: string, port: number): Promise<Host> {
  const child = spawn(process.execPath, [
    fileURLToPath(import.meta.resolve('./host.ts')),
    folder,
    dataDir,
    String(port),
  ]);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await until(() => (text.includes('ready ') || child.exitCode !== null ? true : undefined), 15_000);
  return { child, origin: `http://127.0.0.1:${port}`, ended, said: () => text };
}
const lives = (pid: number) => {
  try {
    return !/\)\s+Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};
const databaseOf = (dataDir: string) => Number(readFileSync(join(dataDir, 'dynamodb.pid'), 'utf8'));
async function count(origin: string, table: string): Promise<number> {
  const answer = await fetch(`${origin}/_aws/dynamodb`, {
    method: 'POST',
    headers: { 'x-amz-target': 'DynamoDB_20120810.Scan' },
    body: JSON.stringify({ TableName: `Test-${table}` }),
  });
  return ((await answer.json()) as { Count: number }).Count;
}

describe('a runtime that is killed', () => {
  it('takes its database with it, loses nothing that was answered, and ends what was under way', {
    timeout: 60_000,
  }, async () => {
    const [folder, data, port] = [assembly(), newFolder(), await freePort()];
    let host = await start(folder, data, port);
    let kept = 0;
    for (const pause of [40, 90, 150, 15, 200]) {
      let isUp = true;
      const writing = (async () => {
        while (isUp) {
          const answer = await fetch(`${host.origin}/n${kept}`).catch(() => undefined);
          if (answer?.status !== 201) return;
          kept++;
        }
      })();
      await until(() => (kept > 0 ? true : undefined), 15_000);
      await new Promise((resolve) => setTimeout(resolve, pause));
      const database = databaseOf(data);
      host.child.kill('SIGKILL');
      await host.ended;
      isUp = false;
      await writing;
      await until(() => (lives(database) ? undefined : true));
      host = await start(folder, data, port);
    }
    await idle(host.origin);
    expect(await count(host.origin, 'Notes')).toBeGreaterThanOrEqual(kept);
    expect(await count(host.origin, 'Copies')).toBe(await count(host.origin, 'Notes'));
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    expect(existsSync(join(data, 'pid'))).toBe(false);
  });

  it('ends a database that outlived it, at the next start', { timeout: 30_000 }, async () => {
    const [folder, data, port] = [assembly(), newFolder(), await freePort()];
    const host = await start(folder, data, port);
    const database = databaseOf(data);
    const shell = Number(/\)\s+\S+\s+(\d+)/.exec(readFileSync(`/proc/${database}/stat`, 'utf8'))?.[1]);
    process.kill(shell, 'SIGKILL');
    host.child.kill('SIGKILL');
    await host.ended;
    expect(lives(database)).toBe(true);
    const next = await start(folder, data, port);
    expect(lives(database)).toBe(false);
    expect(await count(next.origin, 'Notes')).toBe(0);
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });
});

describe('a runtime that cannot start', () => {
  it('says that its port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const host = await start(assembly(), newFolder(), port);
    expect([await host.ended, host.said()]).toEqual([1, expect.stringContaining('EADDRINUSE')]);
    other.close();
  });
});
