import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from './context.ts';
import { factsOf } from './state.ts';

type Row = { id: string; due: number; kind: string; payload: string; token: number; attempts: number };
type Fire = (payload: unknown, due: Date) => Promise<void> | void;

const LONGEST_SLEEP = 60_000;
const JUMPED = 1_000;
const ATTEMPTS = 5;

export type RunningClock = Clock & {
  /** Shared with every function worker: a change is seen at once by code that is already running. */
  readonly shared: Float64Array<SharedArrayBuffer>;
  /** Fires what is due from now on. `settle` lets the effects of one timer end before a later one fires. */
  resume(settle: () => Promise<void>): void;
  stop(): Promise<void>;
};

export function createClock(db: DatabaseSync): RunningClock {
  db.exec(`CREATE TABLE IF NOT EXISTS clock_timer (id TEXT PRIMARY KEY, due INTEGER NOT NULL, kind TEXT NOT NULL,
    payload TEXT NOT NULL, token INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE INDEX IF NOT EXISTS clock_timer_due ON clock_timer (due, token)`);
  const facts = factsOf(db);
  const shared = new Float64Array(new SharedArrayBuffer(8));
  shared[0] = Number(facts.get('clock.offset') ?? 0);
  const put = db.prepare(
    'INSERT OR REPLACE INTO clock_timer (id, due, kind, payload, token) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM clock_timer WHERE id = ?');
  const done = db.prepare('DELETE FROM clock_timer WHERE id = ? AND token = ?');
  const again = db.prepare(
    'UPDATE clock_timer SET due = ?, attempts = attempts + 1 WHERE id = ? AND token = ?',
  );
  const next = db.prepare('SELECT * FROM clock_timer ORDER BY due, token LIMIT 1');
  const dueCount = db.prepare('SELECT count(*) AS n FROM clock_timer WHERE due <= ?');
  let token = Number(
    (db.prepare('SELECT max(token) AS t FROM clock_timer').get() as { t: number | null }).t ?? 0,
  );
  const handlers = new Map<string, Fire>();
  let settle: (() => Promise<void>) | undefined;
  const isRunning = () => settle !== undefined;
  let alarm: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const offset = () => shared[0] as number;
  const now = () => Date.now() + offset();

  async function fire(row: Row) {
    try {
      const handler = handlers.get(row.kind);
      if (!handler) throw new Error(`no part handles timers of kind ${row.kind}`);
      await handler(JSON.parse(row.payload), new Date(row.due));
      done.run(row.id, row.token);
    } catch (error) {
      process.stderr.write(`timer ${row.id} (${row.kind}): ${(error as Error).message}\n`);
      if (row.attempts + 1 >= ATTEMPTS) done.run(row.id, row.token);
      else again.run(now() + 1000, row.id, row.token);
    }
  }

  async function fireDue() {
    for (let former: number | undefined; isRunning(); ) {
      const row = next.get() as Row | undefined;
      if (!row || row.due > now()) return;
      if (former !== undefined && row.due !== former && now() - row.due > JUMPED) await settle?.();
      former = row.due;
      if (isRunning()) await fire(row);
    }
  }

  function schedule() {
    if (!settle || running) return;
    clearTimeout(alarm);
    const row = next.get() as Row | undefined;
    if (!row) return;
    alarm = setTimeout(wake, Math.min(Math.max(row.due - now(), 0), LONGEST_SLEEP));
  }

  function wake() {
    if (running) return;
    running = fireDue().finally(() => {
      running = undefined;
      schedule();
    });
  }

  return {
    shared,
    now: () => new Date(now()),
    offset,
    set(to) {
      shared[0] = to.getTime() - Date.now();
      facts.set('clock.offset', String(shared[0]));
      schedule();
    },
    on: (kind, handler) => void handlers.set(kind, handler),
    at(id, due, kind, payload) {
      put.run(id, due.getTime(), kind, JSON.stringify(payload ?? null), ++token);
      schedule();
    },
    cancel: (id) => void remove.run(id),
    pending: () => (dueCount.get(now()) as { n: number }).n,
    resume(waitForQuiet) {
      settle = waitForQuiet;
      schedule();
    },
    async stop() {
      settle = undefined;
      clearTimeout(alarm);
      await running;
    },
  };
}
