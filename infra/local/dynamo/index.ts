import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AwsRequest, AwsResponse, Context, Provisioned, Resource, Service } from '../context.ts';
import { physicalName } from '../lambda/function.ts';
import { currentScope, learn } from '../scope.ts';
import { endStale, startDatabase } from './binary.ts';
import { createDatabase, type Database } from './client.ts';
import { seedDatabase } from './seed.ts';
import { createSweeper } from './sweeper.ts';
import { ensureTable, type Table } from './tables.ts';
import { askingCapacity, billedAs, isWrite, unitsIn } from './units.ts';

export type DynamoPart = Service & {
  readonly database: Database;
  tables(): Table[];
  /** Calls back with the body of every write that went through, before its caller is answered. */
  onWrite(heard: (body: string) => void): void;
};

/** The database in its own process, seen through one door: units are counted and streams are woken on the way. */
export async function createDynamo(ctx: Context): Promise<DynamoPart> {
  const file = join(ctx.dataDir, 'dynamodb.db');
  const pidFile = join(ctx.dataDir, 'dynamodb.pid');
  endStale(pidFile, file);
  await seedDatabase(file, pidFile);
  const running = await startDatabase(file, pidFile);
  const database = createDatabase(running.port);
  const tables = new Map<string, Table>();
  const listeners: ((body: string) => void)[] = [];
  const sweeper = createSweeper(ctx, database, {
    tables: () => [...tables.values()],
    wrote: (table) => {
      for (const heard of listeners) heard(`"${table}"`);
    },
  });

  async function handle({ headers, body }: AwsRequest): Promise<AwsResponse> {
    const target = headers['x-amz-target'] ?? '';
    const operation = target.split('.').at(-1) ?? '';
    const billed = billedAs(operation);
    const text = body.toString('utf8');
    if (billed === 'write') learn(currentScope(), text);
    const reply = await database.forward(target, billed ? askingCapacity(text) : body);
    if (billed) ctx.meter.count('dynamodb', `${billed} ${operation}`, unitsOf(reply, billed));
    if (reply.status === 200 && isWrite(operation)) for (const heard of listeners) heard(text);
    return reply;
  }

  async function resource(given: Resource): Promise<Provisioned> {
    const name = (given.properties.TableName as string | undefined) ?? physicalName(given, 255);
    const table = await ensureTable(database, name, given.properties);
    tables.set(name, table);
    const arn = `arn:aws:dynamodb:${ctx.region}:${ctx.accountId}:table/${name}`;
    return {
      ref: name,
      attributes: {
        Arn: arn,
        TableId: createHash('sha256').update(name).digest('hex').slice(0, 32),
        ...(table.streamLabel && { StreamArn: `${arn}/stream/${table.streamLabel}` }),
      },
    };
  }

  return {
    name: 'dynamodb',
    database,
    handle,
    resource,
    tables: () => [...tables.values()],
    onWrite: (heard) => void listeners.push(heard),
    start: async () => sweeper.start(),
    async stop() {
      await sweeper.stop();
      database.close();
      await running.stop();
    },
  };
}

/** A refused condition consumes a write all the same; other refusals cost nothing. */
function unitsOf(reply: { status: number; body: Buffer }, billed: 'write' | 'read'): number {
  const text = reply.body.toString('utf8');
  if (reply.status === 200) return unitsIn(text);
  return billed === 'write' && /ConditionalCheckFailed/.test(text) ? 1 : 0;
}
