import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSqs } from '../../../../infra/local/aws/sqs/index.ts';
import { openLocalContext } from '../../../support/local-context.ts';

const template = (properties = {}) => ({
  logicalId: 'Contacts',
  stack: 'app',
  type: 'AWS::SQS::Queue',
  properties,
});
const arn = 'arn:aws:sqs:eu-west-3:000000000000:app-Contacts';

it('gives a message held at the moment of a crash to the next process', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'parvis-sqs-'));
  const before = await openLocalContext({ dataDir });
  const first = createSqs(before);
  await first.resource?.(template());
  first.runtime.sqs?.send(arn, 'letter', { kind: 'scan' });
  expect(first.port.receive(arn, 10)).toHaveLength(1);
  await before.close();

  const after = await openLocalContext({ dataDir });
  const second = createSqs(after);
  await second.resource?.(template());
  await second.start?.();
  expect(second.port.receive(arn, 10)).toMatchObject([
    {
      body: 'letter',
      attributes: { ApproximateReceiveCount: '2' },
      messageAttributes: { kind: { dataType: 'String', stringValue: 'scan' } },
    },
  ]);
  await after.close();
  rmSync(dataDir, { recursive: true });
});

it('counts as work what a consumer could take now, and nothing else', async () => {
  const ctx = await openLocalContext();
  const sqs = createSqs(ctx);
  await sqs.resource?.(template());
  sqs.runtime.sqs?.send(arn, 'letter');
  expect(ctx.busy.reasons()).toEqual([]);
  let leave = () => {};
  await new Promise<void>((wake) => {
    leave = sqs.port.onMessage(arn, wake);
  });
  expect(ctx.busy.reasons()).toEqual(['queue app-Contacts: 1 visible']);
  const [message] = sqs.port.receive(arn, 10);
  expect(ctx.busy.reasons()).toEqual([]);
  sqs.port.release(arn, message?.receiptHandle ?? '', 60_000);
  expect(ctx.busy.reasons()).toEqual([]);
  await ctx.advance(61_000);
  expect(ctx.busy.reasons()).toHaveLength(1);
  leave();
  await ctx.close();
});

it('does not keep a message waiting for a date that the calendar left behind', async () => {
  const ctx = await openLocalContext();
  const sqs = createSqs(ctx);
  await sqs.resource?.(template());
  await ctx.advance(30 * 86_400_000);
  sqs.runtime.sqs?.send(arn, 'letter');
  await ctx.advance(-30 * 86_400_000);
  expect(sqs.port.receive(arn, 10)).toHaveLength(1);
  await ctx.close();
});
