import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import type { MessageAttributes } from './digest.ts';
import { type Queue, type Queues, redriveOf } from './queues.ts';

export type NewMessage = {
  readonly body: string;
  readonly attributes?: MessageAttributes;
  readonly delayMs?: number;
  readonly groupId?: string;
  readonly dedupId?: string;
  readonly traceHeader?: string;
};
/** A message in hand; `sent` and `firstReceived` in virtual milliseconds. */
export type Held = {
  readonly id: string;
  readonly handle: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly system: Record<string, string>;
};

/** No delay or visibility may exceed it: what is due later than that was sent before the calendar went back, so it is due. */
const LONGEST_WAIT = 12 * 3600_000;
const DEDUPLICATION = 5 * 60_000;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sqs_messages(
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL,
    grp TEXT, trace TEXT, sent INTEGER NOT NULL, due INTEGER NOT NULL, lease INTEGER NOT NULL DEFAULT 0, handle TEXT,
    receives INTEGER NOT NULL DEFAULT 0, first_received INTEGER, source TEXT);
  CREATE INDEX IF NOT EXISTS sqs_messages_queue ON sqs_messages(queue, seq);
  CREATE INDEX IF NOT EXISTS sqs_messages_handle ON sqs_messages(handle);
  CREATE TABLE IF NOT EXISTS sqs_dedup(queue TEXT, key TEXT, id TEXT, until INTEGER, PRIMARY KEY(queue, key));`;
const VISIBLE = '(lease <= :machine AND (due <= :now OR due > :now + :longest))';
/** In a FIFO queue nobody overtakes: neither one of the group in hand, nor an earlier one that waits. */
const GROUP_FREE = `(grp IS NULL OR NOT EXISTS(
  SELECT 1 FROM sqs_messages e WHERE e.queue = m.queue AND e.grp = m.grp
    AND (e.lease > :machine OR (e.seq < m.seq AND e.due > :now AND e.due <= :now + :longest))))`;

export type Messages = ReturnType<typeof openMessages>;

/** The messages of all queues; each call is durable when it returns. `arrived` hears of messages moved to another queue. */
export function openMessages(ctx: Context, queues: Queues, arrived: (queue: Queue) => void) {
  const { db } = ctx;
  db.exec(SCHEMA);
  const insert = db.prepare(
    'INSERT INTO sqs_messages(id, queue, body, attributes, grp, trace, sent, due) VALUES(?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const visible = db.prepare(
    `SELECT * FROM sqs_messages m WHERE queue = :queue AND ${VISIBLE} AND ${GROUP_FREE} ORDER BY seq LIMIT :max`,
  );
  const lease = db.prepare(
    'UPDATE sqs_messages SET lease = ?, handle = ?, receives = receives + 1, first_received = coalesce(first_received, ?) WHERE seq = ?',
  );
  const bury = db.prepare(
    'UPDATE sqs_messages SET queue = ?, source = ?, lease = 0, handle = NULL, receives = 0, first_received = NULL WHERE seq = ?',
  );
  const remove = db.prepare('DELETE FROM sqs_messages WHERE queue = ? AND handle = ?');
  const wait = db.prepare('UPDATE sqs_messages SET lease = ?, due = ? WHERE queue = ? AND handle = ?');
  const counts = db.prepare(
    `SELECT count(*) FILTER (WHERE ${VISIBLE}) AS visible, count(*) FILTER (WHERE lease > :machine) AS held,
       count(*) FILTER (WHERE lease <= :machine AND NOT ${VISIBLE}) AS delayed FROM sqs_messages WHERE queue = :queue`,
  );
  const next = db.prepare(
    `SELECT min(CASE WHEN due > :now THEN due END) AS due, min(CASE WHEN lease > :machine THEN lease END) AS lease
       FROM sqs_messages WHERE queue = :queue`,
  );
  const moments = () => ({ now: ctx.clock.now().getTime(), machine: Date.now() });

  function duplicateOf(queue: Queue, message: NewMessage, id: string): string | undefined {
    if (!message.dedupId) return undefined;
    const { now } = moments();
    const known = db
      .prepare('SELECT id FROM sqs_dedup WHERE queue = ? AND key = ? AND until > ?')
      .get(queue.name, message.dedupId, now);
    if (known) return String(known.id);
    db.prepare('INSERT OR REPLACE INTO sqs_dedup VALUES(?, ?, ?, ?)').run(
      queue.name,
      message.dedupId,
      id,
      now + DEDUPLICATION,
    );
    return undefined;
  }

  return {
    send(queue: Queue, message: NewMessage): string {
      const id = randomUUID();
      const { now } = moments();
      const delay = message.delayMs ?? Number(queue.attributes.DelaySeconds) * 1000;
      return inOneUnit(db, () => {
        const duplicate = duplicateOf(queue, message, id);
        if (duplicate) return duplicate;
        const attributes = JSON.stringify(message.attributes ?? {});
        const { groupId = null, traceHeader = null } = message;
        insert.run(id, queue.name, message.body, attributes, groupId, traceHeader, now, now + delay);
        return id;
      });
    },

    receive(
      queue: Queue,
      max: number,
      visibilityMs = Number(queue.attributes.VisibilityTimeout) * 1000,
    ): Held[] {
      const redrive = redriveOf(queue);
      const { now, machine } = moments();
      return inOneUnit(db, () => {
        const held: Held[] = [];
        for (const row of visible.all({ now, machine, longest: LONGEST_WAIT, queue: queue.name, max })) {
          if (redrive && Number(row.receives) >= redrive.maxReceiveCount) {
            const grave = queues.byArn(redrive.target);
            bury.run(grave.name, queue.arn, Number(row.seq));
            arrived(grave);
            continue;
          }
          const handle = Buffer.from(`${row.id} ${randomUUID()}`).toString('base64');
          lease.run(machine + visibilityMs, handle, now, Number(row.seq));
          held.push(asHeld(row, handle, now, ctx.accountId));
        }
        return held;
      });
    },

    remove: (queue: Queue, handle: string) => void remove.run(queue.name, handle),

    /** Puts the message back for `afterMs` of virtual time; false when the handle is outdated. */
    release: (queue: Queue, handle: string, afterMs: number) =>
      Number(wait.run(0, moments().now + afterMs, queue.name, handle).changes) > 0,

    /** Holds the message for `visibilityMs` more of machine time. */
    extend(queue: Queue, handle: string, visibilityMs: number): void {
      const row = db
        .prepare('SELECT lease, due FROM sqs_messages WHERE queue = ? AND handle = ?')
        .get(queue.name, handle);
      if (!row || Number(row.lease) <= Date.now())
        throw new ServiceFault('com.amazonaws.sqs#MessageNotInflight', 'The message is not in flight.');
      wait.run(Date.now() + visibilityMs, Number(row.due), queue.name, handle);
    },

    counts(queue: Queue): { visible: number; held: number; delayed: number } {
      const row = counts.get({ ...moments(), longest: LONGEST_WAIT, queue: queue.name }) ?? {};
      return { visible: Number(row.visible), held: Number(row.held), delayed: Number(row.delayed) };
    },

    /** When the next message becomes visible: by the virtual clock, by the machine's. */
    next(queue: Queue): { due?: number; lease?: number } {
      const row = next.get({ ...moments(), queue: queue.name }) ?? {};
      return {
        due: row.due === null ? undefined : Number(row.due),
        lease: row.lease === null ? undefined : Number(row.lease),
      };
    },

    purge: (queue: Queue) => void db.prepare('DELETE FROM sqs_messages WHERE queue = ?').run(queue.name),

    /** Sends every visible message of `from` to `to`, or back to the queue it came from. */
    move: (from: Queue, to?: Queue): void =>
      inOneUnit(db, () => {
        const rows = visible.all({ ...moments(), longest: LONGEST_WAIT, queue: from.name, max: -1 });
        for (const row of rows.filter(({ source }) => to || source)) {
          const target = to ?? queues.byArn(String(row.source));
          bury.run(target.name, null, Number(row.seq));
          arrived(target);
        }
      }),

    /** After a restart nobody holds anything. */
    releaseAll: () => void db.exec('UPDATE sqs_messages SET lease = 0 WHERE lease > 0'),
  };
}

function asHeld(row: Record<string, unknown>, handle: string, now: number, sender: string): Held {
  const system: Record<string, string> = {
    SenderId: sender,
    SentTimestamp: String(row.sent),
    ApproximateReceiveCount: String(Number(row.receives) + 1),
    ApproximateFirstReceiveTimestamp: String(row.first_received ?? now),
  };
  if (row.grp !== null)
    Object.assign(system, { MessageGroupId: row.grp, SequenceNumber: String(row.seq).padStart(20, '0') });
  if (row.trace !== null) system.AWSTraceHeader = String(row.trace);
  if (row.source !== null) system.DeadLetterQueueSourceArn = String(row.source);
  return {
    id: String(row.id),
    handle,
    body: String(row.body),
    attributes: JSON.parse(String(row.attributes)),
    system,
  };
}
