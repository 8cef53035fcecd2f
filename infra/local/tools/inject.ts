import { packedLog, statusReaders } from '../aws/sns/text-status.ts';
import type { Context } from '../context.ts';
import { deployed } from '../deployed.ts';
import type { Reply } from '../exchange.ts';
import { createRouter } from '../gateway/routes.ts';
import { type EventKind, kindOf, shapes } from './event-kind.ts';
import { functionsOfMail, keepMail, queuedMail, receiptIn } from './mail-object.ts';
import { json, problem } from './reply.ts';
import { functionsOfSms, queuedSms } from './sms.ts';

type Event = Record<string, unknown>;
type Answer = { event: EventKind; targets: Target[] };
type Target = { target: string; ok: boolean; response: unknown };

/** Injects one event, or each of an array in order, and answers what each target answered. */
export async function inject(ctx: Context, given: unknown): Promise<Reply> {
  const events = Array.isArray(given) ? given : [given];
  const unknown = events.findIndex((event) => !kindOf(event));
  if (unknown >= 0 || events.length === 0)
    return problem(400, 'Unknown event', `event ${unknown + 1} has none of the accepted shapes`, {
      accepted: Object.values(shapes),
    });
  const answers: Answer[] = [];
  for (const event of events as Event[]) {
    const kind = kindOf(event) as EventKind;
    const targets = await TARGETS[kind](ctx, event);
    if (!targets.length) return problem(404, 'No target', `nothing of this product takes a ${kind} event`);
    answers.push({ event: kind, targets });
  }
  return json(200, Array.isArray(given) ? answers : answers[0]);
}

const TARGETS: Record<EventKind, (ctx: Context, event: Event) => Promise<Target[]>> = {
  eventbridge: async (ctx, event) => [putEvent(ctx, event)],
  http: (ctx, event) => invokeAll(ctx, functionsOfRoute(ctx, event), event),
  'ses-receipt': (ctx, event) => {
    keepMail(ctx, receiptIn(event));
    return invokeAll(ctx, functionsOfMail(ctx), queuedMail(receiptIn(event)));
  },
  'sns-sms': (ctx, event) => invokeAll(ctx, functionsOfSms(ctx), queuedSms(event)),
  'sns-sms-status': (ctx, event) => invokeAll(ctx, statusReaders(ctx), packedLog(event)),
  'dynamodb-stream': (ctx, event) => invokeAll(ctx, functionsOfStream(ctx, event), event),
  'connect-flow': (ctx, event) => {
    const arns = deployed(ctx, 'AWS::Lambda::Function', 'Connect').map((one) => one.attributes?.Arn);
    return invokeAll(
      ctx,
      arns.filter((arn) => arn !== undefined),
      event,
    );
  },
  'connect-record': (ctx, event) => invokeAll(ctx, functionsOfRecords(ctx), batchOfRecords(event)),
};

/** The functions that read a stream: here nothing else writes to one. */
function functionsOfRecords(ctx: Context): string[] {
  return deployed(ctx, 'AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => String(properties.EventSourceArn).includes(':kinesis:'))
    .map(({ properties }) => String(properties.FunctionName));
}

/** A contact record as the stream hands it over; a batch stays as it is. */
function batchOfRecords(event: Event): Event {
  if (Array.isArray(event.Records)) return event;
  const data = Buffer.from(JSON.stringify(event)).toString('base64');
  const kinesis = { data, sequenceNumber: String(event.ContactId), partitionKey: String(event.ContactId) };
  return { Records: [{ eventSource: 'aws:kinesis', eventName: 'aws:kinesis:record', kinesis }] };
}

/** AWS's own events arrive on the default bus, the product's on the product's. */
function putEvent(ctx: Context, event: Event): Target {
  const source = String(event.source);
  const bus = source.startsWith('aws.') ? undefined : deployed(ctx, 'AWS::Events::EventBus')[0]?.ref;
  const at = Date.parse(String(event.time));
  const time = Number.isNaN(at) ? undefined : new Date(at);
  ctx.runtime.events.put({
    source,
    detailType: String(event['detail-type']),
    detail: event.detail,
    bus,
    time,
  });
  return { target: `event-bus/${bus ?? 'default'}`, ok: true, response: { accepted: true } };
}

async function invokeAll(ctx: Context, arns: string[], event: Event): Promise<Target[]> {
  return Promise.all(
    [...new Set(arns)].map(async (target) => {
      const result = await ctx.runtime.lambda.invoke(target, event);
      return { target, ok: result.ok, response: result.ok ? result.payload : result.error };
    }),
  );
}

function functionsOfRoute(ctx: Context, event: Event): string[] {
  const { http } = event.requestContext as { http: { method?: string; path?: string } };
  const routes = deployed(ctx, 'AWS::ApiGatewayV2::Route').map(({ properties }) => ({
    key: String(properties.RouteKey),
    integration: String(properties.Target).replace('integrations/', ''),
  }));
  const found = createRouter(routes)(String(http.method), String(event.rawPath ?? http.path));
  const uri = deployed(ctx, 'AWS::ApiGatewayV2::Integration').find(
    ({ ref }) => ref === found?.route.integration,
  )?.properties.IntegrationUri;
  if (uri === undefined) return [];
  return [/functions\/(arn:[^/]+)\/invocations/.exec(String(uri))?.[1] ?? String(uri)];
}

/** The functions that read the stream of the table named in the event; an invented table name reaches all of them. */
function functionsOfStream(ctx: Context, event: Event): string[] {
  const [record] = event.Records as { eventSourceARN?: string }[];
  const table = /table\/([^/]+)/.exec(record?.eventSourceARN ?? '')?.[1];
  const mappings = deployed(ctx, 'AWS::Lambda::EventSourceMapping').filter(({ properties }) =>
    String(properties.EventSourceArn).includes(':dynamodb:'),
  );
  const named = mappings.filter(({ properties }) => String(properties.EventSourceArn).includes(`/${table}/`));
  return (named.length ? named : mappings).map(({ properties }) => String(properties.FunctionName));
}
