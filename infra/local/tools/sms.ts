import { randomUUID } from 'node:crypto';
import { partsOf } from '../../../functions/sms/parts.ts';
import type { Context } from '../context.ts';
import { deployed } from '../deployed.ts';
import type { Reply } from '../exchange.ts';
import { type Html, html } from './html.ts';
import { messages } from './messages.ts';
import { json, problem } from './reply.ts';
import { section } from './table.ts';

/** What `runtime` offers for topics, beside its contract. */
type Topics = { publish?(topicArn: string, message: string): void };
type Received = { from?: unknown; text?: unknown; id?: unknown };

/** The topic that two-way numbers publish to (infra/sms.ts). */
const topicsOf = (ctx: Context): string[] =>
  deployed(ctx, 'AWS::SNS::Topic', 'SmsReceived').map(({ ref }) => ref);

/** The functions that such a topic reaches, through the queues that listen to it. */
export function functionsOfSms(ctx: Context): string[] {
  const topics = topicsOf(ctx);
  const queues = deployed(ctx, 'AWS::SNS::Subscription')
    .filter(({ properties }) => topics.includes(String(properties.TopicArn)))
    .map(({ properties }) => String(properties.Endpoint));
  return deployed(ctx, 'AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => queues.includes(String(properties.EventSourceArn)))
    .map(({ properties }) => String(properties.FunctionName));
}

/** The batch that the queue hands over: one raw message of the topic. */
export function queuedSms(sms: Record<string, unknown>): Record<string, unknown> {
  const { inboundMessageId: messageId } = sms;
  return { Records: [{ eventSource: 'aws:sqs', messageId, body: JSON.stringify(sms), attributes: {} }] };
}

const numberOf = (ctx: Context): string =>
  deployed(ctx, 'AWS::Lambda::Function')
    .map(({ properties }) => properties.Environment as { Variables?: Record<string, string> } | undefined)
    .map((environment) => environment?.Variables?.TWO_WAY_NUMBER)
    .find((number) => number !== undefined) ?? '';

/** Somebody answers the two-way number: `{from, text, id?}`; the same id is the same text come again. */
export function receiveSms(ctx: Context, given: unknown): Reply {
  const { from, text, id } = (given ?? {}) as Received;
  const [topic] = topicsOf(ctx);
  const number = String(from ?? '')
    .replace(/[\s.]/g, '')
    .replace(/^0(?=\d{9}$)/, '+33');
  if (!/^\+?\d{3,15}$/.test(number) || typeof text !== 'string')
    return problem(400, 'Bad request', 'expected {"from":"06 39 98 …","text":"…"}');
  if (!topic) return problem(404, 'No target', messages.sms.none);
  const inboundMessageId = typeof id === 'string' ? id : randomUUID();
  const sms = {
    ...{ originationNumber: number, destinationNumber: numberOf(ctx) },
    ...{ messageKeyword: 'KEYWORD_LOCAL', messageBody: text, inboundMessageId },
  };
  ctx.meter.count('sms', 'received', partsOf(text).parts);
  (ctx.runtime as Topics).publish?.(topic, JSON.stringify(sms));
  return json(202, { inboundMessageId });
}

/** The form of the tools page. */
export function smsSection(ctx: Context): Html {
  const { title, intro, none, from, text, send, done, failed } = messages.sms;
  if (topicsOf(ctx).length === 0) return section('sms', title, html`<p class="none">${none}</p>`, false);
  return section(
    'sms',
    title,
    html`<p>${intro(numberOf(ctx))}</p>
<form id="receive-sms"><p><label for="sms-from">${from}</label> <input id="sms-from" type="tel" required value="06 39 98 00 12"></p>
<p><label for="sms-text">${text}</label> <input id="sms-text" required></p> <button>${send}</button></form>
<p role="status" id="sms-said" data-done="${done}" data-failed="${failed}"></p>`,
    false,
  );
}
