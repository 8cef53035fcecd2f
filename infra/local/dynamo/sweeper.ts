import type { Context } from '../context.ts';
import type { Database } from './client.ts';
import type { Table } from './tables.ts';

const LOOK_EVERY_MS = 500;
const SWEEP_EVERY_MS = 10 * 60_000;
const FIVE_YEARS_S = 5 * 365 * 86_400;

type Options = { tables(): Table[]; wrote(table: string): void };
type Item = Record<string, { S?: string; N?: string; B?: string }>;
type Page = { Items: Item[]; LastEvaluatedKey?: Item };

/**
 * Ends the items whose time to live is over, by the virtual clock: every ten minutes of it, so also right after it was
 * moved. Like DynamoDB it leaves alone what expired more than five years ago (a clock gone astray must not empty tables).
 */
export function createSweeper(ctx: Context, database: Database, { tables, wrote }: Options) {
  let last = 0;
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | undefined;
  let running = false;

  function look() {
    const now = ctx.clock.now().getTime();
    if (sweeping || Math.abs(now - last) < SWEEP_EVERY_MS) return;
    last = now;
    sweeping = sweep(Math.floor(now / 1000))
      .catch((error: Error) => void process.stderr.write(`time to live: ${error.message}\n`))
      .finally(() => {
        sweeping = undefined;
      });
  }

  async function sweep(now: number) {
    for (const table of tables())
      if (table.ttlAttribute)
        for await (const key of expired(table, table.ttlAttribute, now))
          await end(table, table.ttlAttribute, key, now);
  }

  async function* expired(table: Table, attribute: string, now: number): AsyncGenerator<Item> {
    let from: Item | undefined;
    do {
      const page: Page = await database.call<Page>('Scan', {
        TableName: table.name,
        ProjectionExpression: table.keys.map((_, index) => `#k${index}`).join(', '),
        FilterExpression: '#ttl BETWEEN :oldest AND :now',
        ExpressionAttributeNames: {
          '#ttl': attribute,
          ...Object.fromEntries(table.keys.map((key, index) => [`#k${index}`, key])),
        },
        ExpressionAttributeValues: {
          ':now': { N: String(now) },
          ':oldest': { N: String(now - FIVE_YEARS_S) },
        },
        ...(from && { ExclusiveStartKey: from }),
      });
      yield* page.Items;
      from = page.LastEvaluatedKey;
    } while (from && running);
  }

  async function end(table: Table, attribute: string, key: Item, now: number) {
    if (!running) return;
    try {
      await database.call('DeleteItem', {
        TableName: table.name,
        Key: key,
        ConditionExpression: '#ttl <= :now',
        ExpressionAttributeNames: { '#ttl': attribute },
        ExpressionAttributeValues: { ':now': { N: String(now) } },
      });
      wrote(table.name);
    } catch (error) {
      // Its life was prolonged meanwhile.
      if ((error as Error).name !== 'ConditionalCheckFailedException') throw error;
    }
  }

  return {
    start() {
      running = true;
      timer = setInterval(look, LOOK_EVERY_MS);
    },
    async stop() {
      running = false;
      clearInterval(timer);
      await sweeping;
    },
  };
}
