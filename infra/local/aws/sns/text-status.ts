import { gzipSync } from 'node:zlib';
import type { Context } from '../../context.ts';
import { deployed } from '../../deployed.ts';

/** A number nobody has: SNS takes what is sent to it, and its carrier says later that the telephone is not there. */
const ABSENT = '+33600000001';

/** No telephone answers before whoever sent the text has written down that it left. */
const SAID_AFTER_MS = 800;

/** The function that reads the log of texts (infra/sms.ts). */
export const statusReaders = (ctx: Context): string[] =>
  deployed(ctx, 'AWS::Lambda::Function', 'SmsStatus').flatMap(({ attributes }) => attributes?.Arn ?? []);

/** A line of a log as CloudWatch hands it to a function. */
export function packedLog(line: unknown): { awslogs: { data: string } } {
  const logEvents = [{ id: '0', timestamp: 0, message: JSON.stringify(line) }];
  const batch = { messageType: 'DATA_MESSAGE', logGroup: 'sns', logStream: 'sms', logEvents };
  return { awslogs: { data: gzipSync(JSON.stringify(batch)).toString('base64') } };
}

/** What became of a text is said once it has left, to whoever reads the log. */
export function sayStatus(ctx: Context, { id, to, parts }: { id: string; to: string; parts: number }): void {
  const isThere = to !== ABSENT;
  const line = {
    notification: { messageId: id, timestamp: ctx.clock.now().toISOString() },
    delivery: {
      ...{ destination: to, numberOfMessageParts: parts, smsType: 'Transactional' },
      providerResponse: isThere
        ? 'Message has been accepted by phone'
        : 'Phone is currently unreachable/unavailable',
    },
    status: isThere ? 'SUCCESS' : 'FAILURE',
  };
  const readers = statusReaders(ctx);
  if (readers.length === 0) return;
  const done = ctx.busy.begin('sns: what became of a text');
  setTimeout(() => {
    for (const reader of readers) ctx.runtime.lambda.invokeAsync(reader, packedLog(line));
    done();
  }, SAID_AFTER_MS).unref();
}
