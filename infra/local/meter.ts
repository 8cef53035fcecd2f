import type { DatabaseSync } from 'node:sqlite';
import type { Meter } from './context.ts';
import { EUR_PER_USD, priceOf } from './prices.ts';
import { type ReadingCost, readingCost } from './reading-cost.ts';
import { currentScope, type Scope } from './scope.ts';

const FLUSH_EVERY = 1000;
/** The key under which the whole is kept, beside one key per request reference. */
const TOTAL = '';

export type RunningMeter = Meter & {
  /** Puts what a piece of work has cost on the requests it was done for; several share it equally. */
  settle(scope: Scope): void;
  report(reference?: string): MeterReport;
  stop(): void;
};
export type MeterLine = {
  service: string;
  operation: string;
  count: number;
  units: number;
  unit?: string;
  eur?: number;
  source?: string;
};
export type MeterReport = {
  currency: 'EUR';
  eurPerUsd: number;
  total: { eur: number; calls: MeterLine[] };
  requests: Record<string, { eur: number; calls: MeterLine[] }>;
  /** A page by each reader. */
  reading: ReadingCost;
};

/** Counts in memory and writes every second: a killed runtime forgets at most the last second of its bill. */
export function createMeter(db: DatabaseSync): RunningMeter {
  db.exec(`CREATE TABLE IF NOT EXISTS meter_line (reference TEXT NOT NULL, service TEXT NOT NULL, operation TEXT NOT NULL,
    count REAL NOT NULL, units REAL NOT NULL, PRIMARY KEY (reference, service, operation)) STRICT`);
  const add =
    db.prepare(`INSERT INTO meter_line VALUES (?, ?, ?, ?, ?) ON CONFLICT (reference, service, operation)
    DO UPDATE SET count = count + excluded.count, units = units + excluded.units`);
  const waiting = new Map<string, { count: number; units: number }>();

  const keep = (reference: string, key: string, count: number, units: number) =>
    tally(waiting, `${reference}\n${key}`, count, units);

  function flush() {
    if (waiting.size === 0) return;
    db.exec('BEGIN');
    for (const [key, { count, units }] of waiting) {
      const [reference, service, operation] = key.split('\n') as [string, string, string];
      add.run(reference, service, operation, count, units);
    }
    db.exec('COMMIT');
    waiting.clear();
  }
  const timer = setInterval(flush, FLUSH_EVERY).unref();

  return {
    count(service, operation, units = 1, requestReference) {
      const key = `${service}\n${operation}`;
      keep(TOTAL, key, 1, units);
      if (requestReference) return keep(requestReference, key, 1, units);
      const scope = currentScope();
      if (!scope) return;
      if (scope.settled)
        for (const reference of scope.references)
          keep(reference, key, 1 / scope.references.length, units / scope.references.length);
      else tally(scope.counts, key, 1, units);
    },
    settle(scope) {
      scope.settled = true;
      const share = 1 / scope.references.length;
      for (const reference of scope.references)
        for (const [key, { count, units }] of scope.counts)
          keep(reference, key, count * share, units * share);
      scope.counts.clear();
    },
    report(reference) {
      flush();
      const wanted =
        reference === undefined
          ? db.prepare('SELECT * FROM meter_line')
          : db.prepare('SELECT * FROM meter_line WHERE reference IN (?, ?)');
      const rows = (reference === undefined ? wanted.all() : wanted.all(TOTAL, reference)) as (MeterLine & {
        reference: string;
      })[];
      const groups = Map.groupBy(rows, (row) => row.reference);
      const requests = [...groups]
        .filter(([key]) => key !== TOTAL)
        .map(([key, lines]) => [key, summed(lines)] as const);
      return {
        currency: 'EUR',
        eurPerUsd: EUR_PER_USD,
        total: summed(groups.get(TOTAL) ?? []),
        requests: Object.fromEntries(requests),
        reading: readingCost(groups.get(TOTAL) ?? []),
      };
    },
    stop() {
      clearInterval(timer);
      flush();
    },
  };
}

function tally(
  into: Map<string, { count: number; units: number }>,
  key: string,
  count: number,
  units: number,
) {
  const line = into.get(key);
  if (!line) into.set(key, { count, units });
  else {
    line.count += count;
    line.units += units;
  }
}

function summed(rows: MeterLine[]): { eur: number; calls: MeterLine[] } {
  const calls = rows.map(({ service, operation, count, units }) => {
    const priced = priceOf(service, operation, units);
    return {
      service,
      operation,
      count,
      units,
      ...(priced && { unit: priced.price.unit, eur: priced.eur, source: priced.price.source }),
    };
  });
  return { eur: calls.reduce((sum, line) => sum + (line.eur ?? 0), 0), calls };
}
