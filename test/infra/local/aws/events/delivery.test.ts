import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEvents } from '../../../../../infra/local/aws/events/index.ts';
import { ServiceFault } from '../../../../../infra/local/aws/wire/fault.ts';
import type { Service } from '../../../../../infra/local/context.ts';
import { aContext, eventually, served } from '../../../../support/states-context.ts';

const QUEUE = 'arn:aws:sqs:eu-west-3:000000000000:inbox';
const DEAD = 'arn:aws:sqs:eu-west-3:000000000000:dead';

describe('an event put on a bus', () => {
  let context: ReturnType<typeof aContext>;
  let part: ReturnType<typeof createEvents>;
  const rule = (properties: object, type = 'AWS::Events::Rule') =>
    (part as Required<Service>).resource({
      logicalId: 'Rule',
      stack: 'App',
      type,
      properties: { ...properties },
    });
  beforeEach(() => {
    context = aContext();
    part = createEvents(context.ctx);
    Object.assign(context.ctx.runtime, part.runtime);
  });
  afterEach(() => part.stop?.());

  it('reaches the targets of the rules that want it, after a restart too', async () => {
    await rule({
      EventPattern: { source: ['parvis'] },
      Targets: [{ Id: 'q', Arn: QUEUE, InputPath: '$.detail' }],
    });
    part.runtime.events?.put({ source: 'parvis', detailType: 'ContactReceived.v1', detail: { id: 'c-1' } });
    part.runtime.events?.put({ source: 'other', detailType: 'ContactReceived.v1', detail: {} });
    expect(context.sent).toEqual([]);
    context.ctx.db.close();

    const after = aContext({ dataDir: context.dataDir });
    part = createEvents(after.ctx);
    expect(after.ctx.busy.reasons()).toEqual(['events: 1 to deliver']);
    await part.start?.();
    await eventually(() => after.ctx.busy.reasons().length === 0);
    expect(after.sent.map(({ queue, body }) => [queue, body])).toEqual([[QUEUE, '{"id":"c-1"}']]);
  });

  it('goes to the dead letters at once when its target does not exist, with the reason', async () => {
    const { sqs } = context.ctx.runtime;
    const send = sqs.send;
    sqs.send = (arn, body, attributes) => {
      if (arn === QUEUE) throw new ServiceFault('QueueDoesNotExist', 'no such queue');
      send(arn, body, attributes);
    };
    await rule({
      EventPattern: { source: ['parvis'] },
      Targets: [{ Id: 'q', Arn: QUEUE, DeadLetterConfig: { Arn: DEAD } }],
    });
    await part.start?.();
    part.runtime.events?.put({ source: 'parvis', detailType: 'X', detail: {} });
    await eventually(() => context.sent.length);
    expect(context.sent[0]).toMatchObject({ queue: DEAD, attributes: { ERROR_CODE: 'QueueDoesNotExist' } });
  });

  it('is tried again while its target fails', async () => {
    let failures = 1;
    context.ctx.runtime.lambda.invokeAsync = (arn, payload) => {
      if (failures-- > 0) throw new Error('busy');
      context.invoked.push({ arn, payload });
    };
    await rule({
      EventPattern: { source: ['parvis'] },
      Targets: [{ Id: 'f', Arn: 'arn:aws:lambda:eu-west-3:000000000000:function:f', Input: '"hello"' }],
    });
    await part.start?.();
    part.runtime.events?.put({ source: 'parvis', detailType: 'X', detail: {} });
    await eventually(() => context.invoked.length);
    expect(context.invoked[0]?.payload).toBe('hello');
  });

  it('crosses to another bus', async () => {
    await rule({
      EventPattern: { source: ['parvis'] },
      Targets: [{ Id: 'b', Arn: 'arn:aws:events:eu-west-3:000000000000:event-bus/main' }],
    });
    await rule({
      Name: 'second',
      EventBusName: 'main',
      EventPattern: { detail: { id: [{ exists: true }] } },
      Targets: [{ Id: 'q', Arn: QUEUE, InputPath: '$.detail.id' }],
    });
    await part.start?.();
    part.runtime.events?.put({ source: 'parvis', detailType: 'X', detail: { id: 'c-2' } });
    await eventually(() => context.sent.length);
    expect(context.sent[0]?.body).toBe('c-2');
  });

  it('is refused entry by entry over the wire', async () => {
    const server = await served([part], context.server);
    const client = new EventBridgeClient({
      endpoint: `${context.ctx.origin}/_aws/events`,
      region: 'eu-west-3',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const answer = await client.send(
      new PutEventsCommand({
        Entries: [
          { Source: 'parvis', DetailType: 'X', Detail: '{}', Time: new Date() },
          { Source: 'parvis', DetailType: 'X', Detail: '{' },
        ],
      }),
    );
    expect(answer.FailedEntryCount).toBe(1);
    expect(answer.Entries?.map((entry) => entry.ErrorCode)).toEqual([undefined, 'MalformedDetail']);
    server.close();
  });

  it('comes from a schedule once for each day the calendar was moved', async () => {
    await rule(
      {
        ScheduleExpression: 'cron(0 6 * * ? *)',
        ScheduleExpressionTimezone: 'Europe/Paris',
        Target: { Arn: QUEUE, Input: '{"at":"<aws.scheduler.scheduled-time>"}' },
      },
      'AWS::Scheduler::Schedule',
    );
    await part.start?.();
    context.ctx.clock.set(new Date('2026-11-26T12:00:00Z'));
    await eventually(() => context.sent.length === 3);
    expect(context.sent.map(({ body }) => JSON.parse(body).at)).toEqual([
      '2026-11-24T05:00:00Z',
      '2026-11-25T05:00:00Z',
      '2026-11-26T05:00:00Z',
    ]);
  });
});
