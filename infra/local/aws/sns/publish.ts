import { randomUUID } from 'node:crypto';
import { partsOf } from '../../../../functions/sms/parts.ts';
import type { Context } from '../../context.ts';
import { matchesPattern } from '../events/pattern.ts';
import { record, recordSms } from '../ses/outbox-store.ts';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import { sayStatus } from './text-status.ts';
import type { Subscription, Topics } from './topics.ts';

export type Attribute = { readonly Type: string; readonly Value: string };
export type Notice = {
  readonly message: string;
  readonly subject?: string;
  readonly isPerProtocol?: boolean;
  readonly attributes?: Record<string, Attribute>;
};

const LARGEST = 262_144;
/** A number nobody has, whose carrier takes nothing: the counterpart of the simulated mailboxes of SES. */
const DEAF = '+33600000000';

/** Hands a notice to every subscription whose filter lets it through; all of them or none. Answers the message's id. */
export function publish(ctx: Context, topics: Topics, topicArn: string, notice: Notice): string {
  checkSize(notice.message);
  const id = randomUUID();
  const wanting = topics.of(topicArn).filter((subscription) => isWanted(subscription, notice));
  inOneUnit(ctx.db, () => {
    for (const subscription of wanting) deliver(ctx, subscription, id, notice);
  });
  ctx.meter.count('sns', 'Publish', Math.ceil(notice.message.length / 65_536) || 1);
  return id;
}

/** A text message, into the outbox. Answers its id. */
export function publishSms(ctx: Context, phoneNumber: string, notice: Notice): string {
  checkSize(notice.message);
  if (!/^\+[1-9]\d{6,14}$/.test(phoneNumber))
    throw new ServiceFault(
      'InvalidParameter',
      `Invalid parameter: PhoneNumber Reason: ${phoneNumber} is not valid to publish to`,
    );
  if (phoneNumber === DEAF)
    throw new ServiceFault(
      'InvalidParameter',
      `Invalid parameter: PhoneNumber Reason: ${phoneNumber} is opted out`,
    );
  const text = textFor('sms', notice);
  const { parts, alphabet } = partsOf(text);
  const named = ['AWS.MM.SMS.OriginationNumber', 'AWS.SNS.SMS.SenderID'];
  const from = named.map((name) => notice.attributes?.[name]?.Value).find(Boolean) ?? null;
  const id = recordSms(ctx, phoneNumber, text, { from, parts, alphabet });
  ctx.meter.count('sns', 'PublishSms', parts);
  sayStatus(ctx, { id, to: phoneNumber, parts });
  return id;
}

function deliver(ctx: Context, subscription: Subscription, id: string, notice: Notice): void {
  const { protocol, endpoint, isRaw } = subscription;
  const text = textFor(protocol, notice);
  const envelope = envelopeOf(ctx, subscription, id, { ...notice, message: text });
  if (protocol === 'sqs') {
    const strings = Object.entries(notice.attributes ?? {}).map(([name, { Value }]) => [name, Value]);
    if (isRaw) ctx.runtime.sqs.send(endpoint, text, Object.fromEntries(strings));
    else ctx.runtime.sqs.send(endpoint, JSON.stringify({ Type: 'Notification', ...envelope }));
  } else if (protocol === 'lambda') {
    const Sns = { Type: 'Notification', ...envelope };
    const Records = [
      { EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: subscription.arn, Sns },
    ];
    ctx.runtime.lambda.invokeAsync(endpoint, { Records });
  } else if (protocol === 'sms') recordSms(ctx, endpoint, text);
  else
    record(ctx, {
      id: `${id}-${endpoint}`,
      kind: 'email',
      to: endpoint,
      subject: notice.subject ?? '',
      text,
      files: [],
    });
}

function envelopeOf(
  { origin, clock }: Context,
  { arn, topicArn }: Subscription,
  MessageId: string,
  notice: Notice,
) {
  const { message: Message, subject: Subject, attributes = {} } = notice;
  return {
    MessageId,
    TopicArn: topicArn,
    ...(Subject === undefined ? {} : { Subject }),
    Message,
    Timestamp: clock.now().toISOString(),
    SignatureVersion: '1',
    Signature: 'local',
    SigningCertUrl: `${origin}/_aws/sns/certificate.pem`,
    UnsubscribeUrl: `${origin}/_aws/sns/?Action=Unsubscribe&SubscriptionArn=${arn}`,
    ...(Object.keys(attributes).length ? { MessageAttributes: attributes } : {}),
  };
}

function isWanted({ filter, filterScope }: Subscription, { message, attributes = {} }: Notice): boolean {
  if (!filter) return true;
  if (filterScope === 'MessageAttributes') {
    const values = Object.entries(attributes).map(([name, { Type, Value }]) => [
      name,
      valueOfAttribute(Type, Value),
    ]);
    return matchesPattern(filter, Object.fromEntries(values));
  }
  try {
    return matchesPattern(filter, JSON.parse(message));
  } catch {
    return false;
  }
}

const valueOfAttribute = (type: string, value: string): unknown =>
  type === 'String.Array' ? JSON.parse(value) : type.startsWith('Number') ? Number(value) : value;

/** With MessageStructure `json`, each protocol may have its own text. */
function textFor(protocol: string, { message, isPerProtocol }: Notice): string {
  if (!isPerProtocol) return message;
  const texts = JSON.parse(message) as Record<string, string>;
  if (texts.default === undefined)
    throw new ServiceFault(
      'InvalidParameter',
      'Invalid parameter: Message Structure - No default entry in JSON message body',
    );
  return texts[protocol] ?? texts.default;
}

function checkSize(message: string): void {
  if (!message) throw new ServiceFault('InvalidParameter', 'Invalid parameter: Empty message');
  if (Buffer.byteLength(message) > LARGEST)
    throw new ServiceFault('InvalidParameter', 'Invalid parameter: Message too long');
}
