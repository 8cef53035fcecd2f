import type { Context } from '../context.ts';

type Line = { service: string; operation: string; count: number; eur?: number };
type Costs = { eur: number; calls: Line[] };

/** The machines, with how many of their executions run, ended well or did not. */
export function machines({
  db,
}: Context): { name: string; running: number; succeeded: number; failed: number }[] {
  const rows = db
    .prepare(
      `SELECT m.name, sum(e.status = 'RUNNING') AS running, sum(e.status = 'SUCCEEDED') AS succeeded,
         sum(e.status IN ('FAILED', 'TIMED_OUT', 'ABORTED')) AS failed
       FROM states_machines m LEFT JOIN states_executions e ON e.machine = m.arn GROUP BY m.arn ORDER BY m.name`,
    )
    .all();
  return rows.map((row) => ({
    name: String(row.name),
    running: Number(row.running ?? 0),
    succeeded: Number(row.succeeded ?? 0),
    failed: Number(row.failed ?? 0),
  }));
}

/** The queues that hold messages. */
export function queues({ db }: Context): { name: string; messages: number }[] {
  const rows = db
    .prepare('SELECT queue, count(*) AS n FROM sqs_messages GROUP BY queue ORDER BY queue')
    .all();
  return rows.map((row) => ({ name: String(row.queue), messages: Number(row.n) }));
}

/** What `/local/meter` says. */
export async function meterReport({
  origin,
}: Context): Promise<{ total: Costs; requests: Record<string, Costs> }> {
  const response = await fetch(`${origin}/local/meter`);
  return (await response.json()) as { total: Costs; requests: Record<string, Costs> };
}
