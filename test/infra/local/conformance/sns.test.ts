import {
  ListSubscriptionsByTopicCommand,
  PublishBatchCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { outbox } from '../../../../infra/local/aws/ses/outbox.ts';
import { createSns } from '../../../../infra/local/aws/sns/index.ts';
import { createSqs } from '../../../../infra/local/aws/sqs/index.ts';
import { type LocalContext, openLocalContext } from '../../../support/local-context.ts';

let ctx: LocalContext;
let sqs: ReturnType<typeof createSqs>;
let client: SNSClient;
let TopicArn: string;
let subscribe: (logicalId: string, properties: Record<string, unknown>) => Promise<unknown> | undefined;
let queue: (logicalId: string) => Promise<string>;

beforeEach(async () => {
  ctx = await openLocalContext();
  sqs = createSqs(ctx);
  const sns = createSns(ctx);
  for (const part of [sqs, sns]) ctx.mount(part);
  TopicArn =
    (await sns.resource?.({ logicalId: 'Alerts', stack: 'app', type: 'AWS::SNS::Topic', properties: {} }))
      ?.ref ?? '';
  subscribe = (logicalId, properties) =>
    sns.resource?.({
      logicalId,
      stack: 'app',
      type: 'AWS::SNS::Subscription',
      properties: { TopicArn, ...properties },
    });
  queue = async (logicalId) =>
    (await sqs.resource?.({ logicalId, stack: 'app', type: 'AWS::SQS::Queue', properties: {} }))?.attributes
      ?.Arn ?? '';
  client = new SNSClient({
    region: 'eu-west-3',
    endpoint: `${ctx.origin}/_aws/sns`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterEach(async () => {
  client.destroy();
  await ctx.close();
});

const bodies = (arn: string) => sqs.port.receive(arn, 10).map(({ body }) => body);

it('puts a text message in the outbox and counts the texts it takes', async () => {
  const Message = 'Votre demande VC-2026-000123-W avance. '.repeat(5);
  const { MessageId } = await client.send(new PublishCommand({ PhoneNumber: '+33612345678', Message }));
  expect(outbox(ctx)).toMatchObject([
    { id: MessageId, kind: 'sms', to: '+33612345678', text: Message, requestReference: 'VC-2026-000123-W' },
  ]);
  expect(ctx.counted).toContainEqual({ service: 'sns', operation: 'PublishSms', units: 2 });
  await expect(client.send(new PublishCommand({ PhoneNumber: '0612345678', Message }))).rejects.toMatchObject(
    {
      name: 'InvalidParameterException',
    },
  );
});

it('gives a notice to queues, raw or wrapped, and to functions', async () => {
  const [wrapped, raw] = [await queue('Wrapped'), await queue('Raw')];
  await subscribe('S1', { Protocol: 'sqs', Endpoint: wrapped });
  await subscribe('S2', { Protocol: 'sqs', Endpoint: raw, RawMessageDelivery: true });
  await subscribe('S3', { Protocol: 'lambda', Endpoint: 'arn:aws:lambda:eu-west-3:000000000000:function:f' });
  await client.send(new PublishCommand({ TopicArn, Subject: 'alarme', Message: 'é & <b>' }));
  expect(bodies(raw)).toEqual(['é & <b>']);
  expect(JSON.parse(bodies(wrapped)[0] ?? '')).toMatchObject({
    Type: 'Notification',
    TopicArn,
    Subject: 'alarme',
    Message: 'é & <b>',
  });
  expect(ctx.invocations).toMatchObject([
    { payload: { Records: [{ EventSource: 'aws:sns', Sns: { Message: 'é & <b>' } }] } },
  ]);
  const listed = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(listed.Subscriptions?.map(({ Protocol }) => Protocol)).toEqual(['sqs', 'sqs', 'lambda']);
});

it('keeps back what a filter does not want', async () => {
  const [byAttribute, byBody] = [await queue('Attribute'), await queue('Body')];
  const base = { Protocol: 'sqs', RawMessageDelivery: true };
  await subscribe('S1', {
    ...base,
    Endpoint: byAttribute,
    FilterPolicy: { kind: ['sms', { prefix: 'let' }] },
  });
  await subscribe('S2', {
    ...base,
    Endpoint: byBody,
    FilterPolicyScope: 'MessageBody',
    FilterPolicy: { n: [{ numeric: ['>', 1] }] },
  });
  const kind = (StringValue: string) => ({ kind: { DataType: 'String', StringValue } });
  await client.send(
    new PublishBatchCommand({
      TopicArn,
      PublishBatchRequestEntries: [
        { Id: '1', Message: '{"n":1}', MessageAttributes: kind('letter') },
        { Id: '2', Message: '{"n":2}', MessageAttributes: kind('email') },
      ],
    }),
  );
  expect([bodies(byAttribute), bodies(byBody)]).toEqual([['{"n":1}'], ['{"n":2}']]);
});

it('names what it does not do', async () => {
  const missing = client.send(new PublishCommand({ TopicArn: `${TopicArn}x`, Message: 'm' }));
  await expect(missing).rejects.toMatchObject({ name: 'NotFoundException' });
  await expect(client.send(new SubscribeCommand({ TopicArn, Protocol: 'https' }))).rejects.toThrow(
    'SNS Subscribe',
  );
});
