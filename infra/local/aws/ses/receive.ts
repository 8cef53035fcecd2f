import { randomBytes } from 'node:crypto';
import { addressParser, decodeWords } from 'postal-mime';
import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import { type Header, headerOf, headersOf, withHeaders } from './message-headers.ts';
import { type Action, inOrder, type ReceiptRule, recipientsFor } from './receipt-rules.ts';

export type Envelope = { readonly from: string; readonly to: string[] };
/** PASS, FAIL, GRAY or PROCESSING_FAILED each; what is missing passes. */
export type Verdicts = Partial<Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', string>>;
type Reception = {
  readonly id: string;
  readonly raw: Buffer;
  readonly envelope: Envelope;
  readonly verdicts: Verdicts;
  readonly at: Date;
};

const CHUNK = 256 * 1024;

/**
 * Applies the receipt rules to a message. All it does (objects, invocations) is durable and one unit, so that the mail
 * server may answer 250. Throws MessageRejected when no rule is for any of the recipients.
 */
export function receive(
  ctx: Context,
  rules: ReceiptRule[],
  raw: Buffer,
  envelope: Envelope,
  verdicts: Verdicts,
): void {
  const id = newId();
  const at = ctx.clock.now();
  const marked = withHeaders(raw, receivedHeaders(id, envelope, verdicts, at));
  const reception: Reception = { id, raw: marked, envelope, verdicts, at };
  const matching = inOrder(rules)
    .map((rule) => ({ rule, recipients: recipientsFor(rule, envelope.to) }))
    .filter(({ recipients }) => recipients.length > 0);
  if (matching.length === 0) throw new ServiceFault('MessageRejected', 'no such recipient here', 404);
  inOneUnit(ctx.db, () => {
    for (const { rule, recipients } of matching)
      if (rule.actions.some((action) => perform(ctx, action, recipients, reception) === 'stop')) break;
  });
  ctx.meter.count('ses', 'ReceiveEmail');
  ctx.meter.count('ses', 'ReceiveEmailChunk', Math.ceil(marked.length / CHUNK));
}

function perform(ctx: Context, action: Action, recipients: string[], reception: Reception): 'stop' | 'on' {
  if (action.type === 'Stop') return 'stop';
  if (action.type === 'S3') {
    const key = `${action.prefix}${reception.id}`;
    ctx.runtime.s3.put(action.bucket, key, reception.raw);
    if (action.topic) publish(ctx, action.topic, noticeOf(action, key, recipients, reception));
    return 'on';
  }
  const receipt = {
    ...receiptOf(recipients, reception),
    action: { type: 'Lambda', functionArn: action.arn, invocationType: 'Event' },
  };
  const ses = { mail: mailOf(reception), receipt };
  ctx.runtime.lambda.invokeAsync(action.arn, {
    Records: [{ eventSource: 'aws:ses', eventVersion: '1.0', ses }],
  });
  return 'on';
}

/** What a topic is told of a message that was kept: all but its content. */
function noticeOf(
  { topic, bucket, prefix }: Extract<Action, { type: 'S3' }>,
  key: string,
  recipients: string[],
  reception: Reception,
) {
  const where = { topicArn: topic, bucketName: bucket, objectKeyPrefix: prefix, objectKey: key };
  const receipt = { ...receiptOf(recipients, reception), action: { type: 'S3', ...where } };
  return { notificationType: 'Received', mail: mailOf(reception), receipt };
}

/** Within the unit of the reception: either the mail is kept and told, or it is not taken. */
function publish(ctx: Context, topicArn: string, notice: unknown): void {
  const { publish: tell } = ctx.runtime as typeof ctx.runtime & {
    publish?(topicArn: string, message: string): void;
  };
  if (!tell) throw new Error('a receipt rule tells a topic and there are no topics here');
  tell(topicArn, JSON.stringify(notice));
}

/** SES tells at most 10 KB of headers, and says when there were more. */
const mostHeaders = 10 * 1024;
function cut(headers: Header[]): { headers: Header[]; isCut: boolean } {
  let length = 0;
  const kept = headers.filter(({ name, value }) => {
    length += name.length + value.length + 4;
    return length <= mostHeaders;
  });
  return { headers: kept, isCut: kept.length < headers.length };
}

function mailOf({ id, raw, envelope, at }: Reception) {
  const { headers, isCut } = cut(headersOf(raw));
  const addresses = (name: string) => {
    const value = headerOf(headers, name);
    return value === undefined ? undefined : addressParser(value, { flatten: true }).map(display);
  };
  const subject = headerOf(headers, 'Subject');
  return {
    timestamp: at.toISOString(),
    source: envelope.from,
    messageId: id,
    destination: envelope.to,
    headersTruncated: isCut,
    headers,
    commonHeaders: {
      returnPath: envelope.from,
      from: addresses('From'),
      ...(addresses('Reply-To') ? { replyTo: addresses('Reply-To') } : {}),
      date: headerOf(headers, 'Date'),
      to: addresses('To'),
      ...(addresses('Cc') ? { cc: addresses('Cc') } : {}),
      messageId: headerOf(headers, 'Message-ID'),
      ...(subject === undefined ? {} : { subject: decodeWords(subject) }),
    },
  };
}

function receiptOf(recipients: string[], { verdicts, at }: Reception) {
  const status = (verdict: string | undefined) => ({ status: verdict ?? 'PASS' });
  return {
    timestamp: at.toISOString(),
    processingTimeMillis: 500,
    recipients,
    spamVerdict: status(verdicts.spam),
    virusVerdict: status(verdicts.virus),
    spfVerdict: status(verdicts.spf),
    dkimVerdict: status(verdicts.dkim),
    dmarcVerdict: status(verdicts.dmarc),
  };
}

/** What SES writes at the top of a message it keeps. */
function receivedHeaders(id: string, { from, to }: Envelope, verdicts: Verdicts, at: Date): Header[] {
  const word = (verdict: string | undefined) => (verdict ?? 'PASS').replace('GRAY', 'none').toLowerCase();
  const checks = (['spf', 'dkim', 'dmarc'] as const).map((check) => `${check}=${word(verdicts[check])}`);
  const date = at.toUTCString().replace('GMT', '+0000 (UTC)');
  return [
    { name: 'Return-Path', value: `<${from}>` },
    {
      name: 'Received',
      value: `from localhost by inbound-smtp.eu-west-3.amazonaws.com with SMTP id ${id} for ${to[0]}; ${date}`,
    },
    { name: 'X-SES-Spam-Verdict', value: verdicts.spam ?? 'PASS' },
    { name: 'X-SES-Virus-Verdict', value: verdicts.virus ?? 'PASS' },
    { name: 'Authentication-Results', value: `amazonses.com; ${checks.join('; ')}` },
  ];
}

const display = ({ name, address }: { name: string; address?: string }) =>
  name ? `${name} <${address}>` : String(address);
const newId = () =>
  BigInt(`0x1${randomBytes(24).toString('hex')}`)
    .toString(36)
    .slice(0, 38);
