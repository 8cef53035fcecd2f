import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';

/** A queue; times in seconds, as SQS has them. */
export type Queue = {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly isFifo: boolean;
  readonly attributes: Record<string, string>;
};

const DEFAULTS: Record<string, string> = {
  DelaySeconds: '0',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  VisibilityTimeout: '30',
};

export type Queues = ReturnType<typeof openQueues>;

/** The queues and their attributes; durable. */
export function openQueues(ctx: Context) {
  ctx.db.exec(
    'CREATE TABLE IF NOT EXISTS sqs_queues(name TEXT PRIMARY KEY, attributes TEXT NOT NULL, created INTEGER NOT NULL)',
  );
  const save = ctx.db.prepare(
    'INSERT INTO sqs_queues VALUES(?, ?, ?) ON CONFLICT(name) DO UPDATE SET attributes = excluded.attributes',
  );
  const one = ctx.db.prepare('SELECT * FROM sqs_queues WHERE name = ?');
  const every = ctx.db.prepare('SELECT * FROM sqs_queues ORDER BY name');

  const arnOf = (name: string) => `arn:aws:sqs:${ctx.region}:${ctx.accountId}:${name}`;
  const fromRow = (row: Record<string, unknown>): Queue => {
    const name = String(row.name);
    return {
      name,
      arn: arnOf(name),
      url: `${ctx.origin}/_aws/sqs/${ctx.accountId}/${name}`,
      isFifo: name.endsWith('.fifo'),
      attributes: {
        ...DEFAULTS,
        ...JSON.parse(String(row.attributes)),
        CreatedTimestamp: String(row.created),
      },
    };
  };

  function find(name: string): Queue | undefined {
    const row = one.get(name);
    return row && fromRow(row);
  }
  function get(name: string): Queue {
    const queue = find(name);
    if (queue) return queue;
    throw new ServiceFault('com.amazonaws.sqs#QueueDoesNotExist', `The queue ${name} does not exist.`);
  }

  return {
    find,
    get,
    /** Creates the queue or replaces its attributes; its messages stay. */
    put(name: string, attributes: Record<string, string>): Queue {
      save.run(name, JSON.stringify(attributes), Math.floor(ctx.clock.now().getTime() / 1000));
      return get(name);
    },
    byArn: (arn: string) => get(arn.split(':').at(-1) ?? ''),
    byUrl: (url: unknown) => get(String(url).split('/').at(-1) ?? ''),
    all: () => every.all().map(fromRow),
  };
}

/** Where a queue sends what failed too often, if anywhere. */
export function redriveOf(queue: Queue): { target: string; maxReceiveCount: number } | undefined {
  if (!queue.attributes.RedrivePolicy) return undefined;
  const policy = JSON.parse(queue.attributes.RedrivePolicy);
  return { target: String(policy.deadLetterTargetArn), maxReceiveCount: Number(policy.maxReceiveCount) };
}
