import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Socket limits below every function's own: a call that hangs must fail while there is time to say so. */
export const impatient = { requestHandler: { connectionTimeout: 2_000, requestTimeout: 8_000 } } as const;

/** DynamoDB with plain objects; `undefined` is left out, never stored. Tables are in the function's own region unless said. */
export const documentClient = (region?: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(region ? { ...impatient, region } : impatient), {
    marshallOptions: { removeUndefinedValues: true },
  });

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

type Ids = Record<string, string | number | null | undefined>;
/** One line of JSON: a code and identifiers. Never an event, a body, a header, a record or an error's message. */
export const log = (level: 'info' | 'warn' | 'error', code: string, ids: Ids = {}): void =>
  console[level](JSON.stringify({ level, code, ...ids }));

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
