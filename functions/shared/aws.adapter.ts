import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

/** Socket limits below every function's own: a call that hangs must fail while there is time to say so. */
export const impatient = { requestHandler: { connectionTimeout: 2_000, requestTimeout: 8_000 } } as const;

type Token = { getRetryCount(): number; getRetryDelay(): number };
const mostTries = 9;
/** Milliseconds, drawn up to a bound that doubles to half a second: nobody comes back in step with the others. */
const tokenOf = (count: number): Token => ({
  getRetryCount: () => count,
  getRetryDelay: () => (count === 0 ? 0 : Math.floor(Math.random() * Math.min(500, 25 * 2 ** count))),
});
/**
 * A table that refuses a third of the calls costs nobody theirs. The SDK's own waits for a busy table last seconds: a page would
 * have given up, and sandboxes that wait keep others waiting.
 */
const patient = {
  ...impatient,
  maxAttempts: mostTries,
  retryStrategy: {
    mode: 'standard',
    acquireInitialRetryToken: async () => tokenOf(0),
    async refreshRetryTokenForRetry(token: Token, { errorType }: { errorType: string }) {
      const count = token.getRetryCount() + 1;
      if (errorType === 'CLIENT_ERROR' || count >= mostTries) throw new Error('no-more-tries');
      return tokenOf(count);
    },
    recordSuccess: () => undefined,
  },
};

/** DynamoDB with plain objects; `undefined` is left out, never stored. Tables are in the function's own region unless said. */
export const documentClient = (region?: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(region ? { ...patient, region } : patient), {
    marshallOptions: { removeUndefinedValues: true },
  });

/**
 * Every item a query finds, page after page, in its order. For lists that have a bound of their own (the records of one request,
 * the pages of one file): a list that grows with the years is read by its page.
 */
export const wholeQuery = async <T = Record<string, unknown>>(
  db: DynamoDBDocumentClient,
  input: Omit<QueryCommandInput, 'ExclusiveStartKey'>,
): Promise<T[]> => {
  const found: T[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await db.send(new QueryCommand({ ...input, ExclusiveStartKey }));
    found.push(...((page.Items ?? []) as T[]));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
};

/** Made by the first call that needs it and kept; a failure is tried again. What few calls use must not slow every start. */
export const lazily = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};

type Reasons = { CancellationReasons?: { Code?: string }[] };
/** Why each line of a cancelled transaction was refused, in order; `null` for any other error. */
export const cancellation = (error: unknown): string[] | null =>
  error instanceof Error && error.name === 'TransactionCanceledException'
    ? ((error as Reasons).CancellationReasons ?? []).map((reason) => reason.Code ?? 'None')
    : null;

export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';

type Said = string | number | null | undefined | readonly string[];
/** Of the invocation under way: a sandbox has one at a time. */
let current: Record<string, Said> = {};
/** What every line of an invocation bears from now on. */
export const during = (ids: Record<string, Said>): void => {
  current = ids;
};

/** Straight to the output: Lambda puts a date and tabs before what `console` writes, and a line would be no JSON. */
const write = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** One line of JSON: a code and identifiers. Never an event, a body, a header, a record or an error's message. */
export const log = (level: 'info' | 'warn' | 'error', code: string, ids: Record<string, Said> = {}): void =>
  write({ time: new Date().toISOString(), level, code, ...current, ...ids });

/** Of whom the figures are: each authority has its own name space in CloudWatch, and its own dashboard. */
const Namespace = `Parvis/${process.env.AUTHORITY ?? 'nobody'}`;
type Unit = 'Count' | 'Milliseconds';

/**
 * One figure, in a line of log that CloudWatch counts by itself (embedded metric format). Dimensions have few values: each
 * is paid for as a metric of its own. Ids beside them are found in the log, and counted by nothing.
 */
export const measure = (
  name: string,
  value: number,
  {
    unit = 'Count',
    by = {},
    ids = {},
  }: { unit?: Unit; by?: Record<string, string>; ids?: Record<string, Said> } = {},
): void => {
  const CloudWatchMetrics = [
    { Namespace, Dimensions: [Object.keys(by)], Metrics: [{ Name: name, Unit: unit }] },
  ];
  write({ _aws: { Timestamp: Date.now(), CloudWatchMetrics }, ...current, ...ids, ...by, [name]: value });
};

/** The kind of an error and where it was thrown; its message may hold personal data and stays out. */
export const faultOf = (error: unknown): { error: string; at: string } => ({
  error: error instanceof Error ? error.name : typeof error,
  at:
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 4)
          .map((line) => line.trim())
          .join(' < ')
      : '',
});

type Batch = { batchItemFailures: { itemIdentifier: string }[] };
type Queued = { messageId: string; body: string };
/**
 * A queue's batch, message by message: those that fail are given back alone, so that one bad message holds up nobody.
 * `use` receives the body parsed as JSON by `parse`, which throws on a shape it does not know.
 */
export const queue =
  <T>(parse: (body: unknown) => T, use: (message: T) => Promise<unknown>) =>
  async ({ Records }: { Records: Queued[] }): Promise<Batch> => {
    const batchItemFailures: Batch['batchItemFailures'] = [];
    for (const { messageId, body } of Records) {
      try {
        await use(parse(JSON.parse(body)));
      } catch (error) {
        log('error', 'message-failed', { messageId, ...faultOf(error) });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
