import type { Context } from '../context.ts';
import { deployed } from '../deployed.ts';

/** What SES says of a mail it received, to a function or to a topic. */
export type Receipt = {
  mail: { messageId: string; headers?: { name: string; value: string }[] };
  receipt?: Record<string, unknown>;
  /** Of the same message sent to a topic whole: the raw mail. */
  content?: string;
};
type Rule = {
  Actions?: { S3Action?: { BucketName: string; ObjectKeyPrefix?: string; TopicArn?: string } }[];
};

/**
 * A receipt's event names a mail that SES has already kept. When it is injected, that mail is made from its headers,
 * unless it is there.
 */
export function keepMail(ctx: Context, ses: Receipt): void {
  for (const { S3Action: action } of actionsOf(ctx)) {
    if (!action) continue;
    const key = `${action.ObjectKeyPrefix ?? ''}${ses.mail.messageId}`;
    if (ctx.runtime.s3.get(action.BucketName, key)) continue;
    ctx.runtime.s3.put(action.BucketName, key, Buffer.from(ses.content ?? madeFrom(ses.mail.headers ?? [])), {
      contentType: 'message/rfc822',
    });
  }
}

const actionsOf = (ctx: Context) =>
  deployed(ctx, 'AWS::SES::ReceiptRule').flatMap(({ properties }) => (properties.Rule as Rule).Actions ?? []);

/** The functions that the topic of received mail reaches, through the queues that listen to it. */
export function functionsOfMail(ctx: Context): string[] {
  const topics = actionsOf(ctx).map(({ S3Action }) => S3Action?.TopicArn);
  const queues = deployed(ctx, 'AWS::SNS::Subscription')
    .filter(({ properties }) => topics.includes(String(properties.TopicArn)))
    .map(({ properties }) => String(properties.Endpoint));
  return deployed(ctx, 'AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => queues.includes(String(properties.EventSourceArn)))
    .map(({ properties }) => String(properties.FunctionName));
}

/** The batch that a queue hands over: one raw message of the topic. */
export function queuedMail({ mail, receipt }: Receipt): Record<string, unknown> {
  const body = JSON.stringify({ notificationType: 'Received', mail, receipt });
  return { Records: [{ eventSource: 'aws:sqs', messageId: mail.messageId, body, attributes: {} }] };
}

/** A receipt in either shape: told to a topic, or handed to a function. */
export const receiptIn = (event: Record<string, unknown>): Receipt =>
  (event.Records as { ses: Receipt }[] | undefined)?.[0]?.ses ?? (event as unknown as Receipt);

function madeFrom(headers: { name: string; value: string }[]): string {
  const kept = headers.filter(({ name }) => !/^content-/i.test(name));
  const lines = kept.map(({ name, value }) => `${name}: ${value}`);
  const subject = headers.find(({ name }) => name.toLowerCase() === 'subject')?.value ?? '';
  return [...lines, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', subject, ''].join(
    '\r\n',
  );
}
