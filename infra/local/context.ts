import type { DatabaseSync } from 'node:sqlite';

/**
 * What every part of the embedded runtime is given. One process serves everything on one port; each AWS service is a
 * `Service` mounted at `/_aws/<name>`, keeps its state in its own tables of the one SQLite file (prefix = its name), and
 * talks to the others only through the `Runtime` below.
 */
export type Context = {
  readonly port: number;
  /** `http://127.0.0.1:PORT`, no trailing slash. */
  readonly origin: string;
  readonly smtpPort: number;
  readonly dataDir: string;
  readonly collectivity: string;
  readonly accountId: string;
  readonly region: string;
  /** WAL, synchronous NORMAL: a transaction that returned survives `kill -9` of the runtime. */
  readonly db: DatabaseSync;
  readonly clock: Clock;
  readonly busy: Busy;
  readonly meter: Meter;
  /** Filled while starting; a part may only use it once `start()` of all parts was called. */
  readonly runtime: Runtime;
};

/** The virtual clock. It ticks with the machine's, shifted by what `/local/clock` was told; durable in the database. */
export type Clock = {
  now(): Date;
  /** Milliseconds between virtual and machine time, handed to function workers so that `Date` follows. */
  offset(): number;
  set(now: Date): void;
  /** Registers the handler of one kind of timer; must be called before timers are resumed. */
  on(kind: string, fire: (payload: unknown, due: Date) => Promise<void> | void): void;
  /** A durable timer, fired in order of due date, at least once; the same id replaces the former one. */
  at(id: string, due: Date, kind: string, payload: unknown): void;
  cancel(id: string): void;
  /** Due now but not yet fired. */
  pending(): number;
};

/** What `/local/idle` answers from: each piece of work says when it begins and when it has ended. */
export type Busy = {
  begin(what: string): () => void;
  /** A part that holds durable work (a queue, a machine) reports what could be done now. */
  watch(report: () => string[]): void;
  /** What could be worked on now; empty means quiet. */
  reasons(): string[];
};

/** Counts AWS calls as the bill would. `units`: DynamoDB units, transitions, pages, GB-seconds, messages… */
export type Meter = {
  count(service: string, operation: string, units?: number, requestReference?: string): void;
};

export type AwsRequest = {
  readonly method: string;
  /** Path after `/_aws/<name>`, still percent-encoded, starting with `/`. */
  readonly path: string;
  readonly rawUrl: string;
  readonly query: URLSearchParams;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
};
export type AwsResponse = { status: number; headers?: Record<string, string>; body?: string | Buffer };

/** A part of the runtime. `resource` provisions one resource of the template and answers its `Ref` and attributes. */
export type Service = {
  readonly name: string;
  handle?(request: AwsRequest): Promise<AwsResponse>;
  /** Idempotent: called at each start, with resolved properties. Ref/attributes must be stable between starts. */
  resource?(resource: Resource): Promise<Provisioned>;
  /** Called once all resources exist: take up queues, machines and timers where they were. */
  start?(): Promise<void>;
  /** Finish or put back what is in hand. */
  stop?(): Promise<void>;
};

export type Resource = {
  readonly logicalId: string;
  readonly stack: string;
  readonly type: string;
  readonly properties: Record<string, unknown>;
};
export type Provisioned = { ref: string; attributes?: Record<string, string> };

export type LambdaResult =
  | { ok: true; payload: unknown }
  | { ok: false; error: { errorType: string; errorMessage: string } };

/** In-process calls between parts; each is what the AWS service would do for another AWS service. */
export type Runtime = {
  lambda: {
    invoke(arn: string, payload: unknown): Promise<LambdaResult>;
    /** Event invocation: durable, two retries, then the function's dead-letter queue or OnFailure destination. */
    invokeAsync(arn: string, payload: unknown): void;
    /** ARN of a function by the start of its logical id, for the tools page. */
    find(logicalIdPrefix: string): string | undefined;
  };
  sqs: { send(queueArn: string, body: string, attributes?: Record<string, string>): void };
  events: {
    put(entry: { source: string; detailType: string; detail: unknown; bus?: string; time?: Date }): void;
  };
  states: { start(machineArn: string, input: unknown, name?: string): { executionArn: string } };
  s3: {
    put(
      bucket: string,
      key: string,
      body: Buffer,
      meta?: { contentType?: string; metadata?: Record<string, string> },
    ): { versionId: string };
    get(
      bucket: string,
      key: string,
      versionId?: string,
    ): { body: Buffer; contentType: string; metadata: Record<string, string> } | undefined;
    list(
      bucket: string,
      prefix: string,
    ): { key: string; size: number; versionId: string; lastModified: Date }[];
    delete(bucket: string, key: string): void;
  };
  ses: {
    /** A message received by SMTP: applies the receipt rules of the template (S3 action, Lambda action). */
    receive(raw: Buffer, envelope: { from: string; to: string[] }, verdicts: Record<string, string>): void;
  };
  /** Delivers to any ARN that EventBridge, SNS or S3 may target: function, queue, machine, bus. */
  deliver(
    targetArn: string,
    payload: unknown,
    options?: { roleArn?: string; messageGroupId?: string },
  ): Promise<void>;
};
