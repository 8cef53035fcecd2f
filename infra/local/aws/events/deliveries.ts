import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import { deliverTo } from './deliver.ts';

/** One target of one event, until the target has taken it. */
export type Delivery = {
  readonly target: string;
  readonly payload: unknown;
  readonly rule: string;
  readonly deadLetters?: string;
  /** Further attempts after the first. */
  readonly retries: number;
  readonly maxAgeSeconds: number;
  readonly messageGroupId?: string;
};
type Row = { id: string; text: string; attempts: number; due: number; since: number };

const SOON_MS = 15_000;
const SLOWEST_MS = 60_000;

/**
 * The deliveries that are not done yet, durable. Each is tried until its target takes it, its policy is exhausted or its
 * target does not exist; then it goes to the dead-letter queue. Attempts run on the machine's clock.
 */
export function openDeliveries(ctx: Context) {
  const { db } = ctx;
  db.exec(
    'CREATE TABLE IF NOT EXISTS events_deliveries (id TEXT PRIMARY KEY, text TEXT, attempts INTEGER, due INTEGER, since INTEGER)',
  );
  db.exec('CREATE INDEX IF NOT EXISTS events_due ON events_deliveries (due)');
  const insert = db.prepare('INSERT INTO events_deliveries VALUES (?, ?, 0, ?, ?)');
  const remove = db.prepare('DELETE FROM events_deliveries WHERE id = ?');
  const again = db.prepare('UPDATE events_deliveries SET attempts = ?, due = ? WHERE id = ?');
  const next = db.prepare('SELECT * FROM events_deliveries WHERE due <= ? ORDER BY due, rowid LIMIT 20');
  const first = db.prepare('SELECT min(due) AS due FROM events_deliveries');
  const soon = db.prepare('SELECT count(*) AS n FROM events_deliveries WHERE due <= ?');
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isOpen = false;

  ctx.busy.watch(() => {
    const { n } = soon.get(Date.now() + SOON_MS) as { n: number };
    return n ? [`events: ${n} to deliver`] : [];
  });

  function attempt(row: Row): void {
    const delivery = JSON.parse(row.text) as Delivery;
    const options = { messageGroupId: delivery.messageGroupId, name: row.id };
    try {
      inOneUnit(db, () => {
        deliverTo(ctx, delivery.target, delivery.payload, options);
        remove.run(row.id);
      });
    } catch (error) {
      inOneUnit(db, () => failed(row, delivery, error as Error));
    }
  }

  function failed(row: Row, delivery: Delivery, error: Error): void {
    const attempts = row.attempts + 1;
    const isHopeless = error instanceof ServiceFault && error.status < 500;
    const isOld = Date.now() - row.since > delivery.maxAgeSeconds * 1000;
    if (!isHopeless && !isOld && attempts <= delivery.retries) {
      again.run(attempts, Date.now() + Math.min(SLOWEST_MS, 500 * 2 ** attempts), row.id);
      return;
    }
    remove.run(row.id);
    const code = error instanceof ServiceFault ? error.code : 'SDK_CLIENT_ERROR';
    if (!delivery.deadLetters) {
      process.stderr.write(`events: ${delivery.rule} could not reach ${delivery.target}: ${code}\n`);
      return;
    }
    ctx.runtime.sqs.send(delivery.deadLetters, JSON.stringify(delivery.payload), {
      RULE_ARN: delivery.rule,
      TARGET_ARN: delivery.target,
      ERROR_CODE: code,
      ERROR_MESSAGE: error.message.slice(0, 500),
      RETRY_ATTEMPTS: String(attempts - 1),
    });
  }

  async function pump(): Promise<void> {
    for (;;) {
      const rows = next.all(Date.now()) as Row[];
      if (!rows.length || !isOpen) return;
      // Others are served between two lots of deliveries.
      await new Promise((next) => setImmediate(next));
      for (const row of rows) if (isOpen) attempt(row);
    }
  }

  function arm(): void {
    if (!isOpen || running) return;
    clearTimeout(timer);
    const { due } = first.get() as { due: number | null };
    if (due === null) return;
    timer = setTimeout(run, Math.max(0, due - Date.now()));
  }

  function run(): void {
    if (running || !isOpen) return;
    running = pump().finally(() => {
      running = undefined;
      arm();
    });
  }

  return {
    /** Durable at once, within the caller's unit; tried right after. */
    add(delivery: Delivery): void {
      const now = Date.now();
      insert.run(randomUUID(), JSON.stringify(delivery), now, now);
      arm();
    },
    open() {
      isOpen = true;
      arm();
    },
    async close() {
      isOpen = false;
      clearTimeout(timer);
      await running;
    },
  };
}
