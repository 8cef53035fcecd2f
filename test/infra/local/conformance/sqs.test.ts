import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSqs } from '../../../../infra/local/aws/sqs/index.ts';
import { type LocalContext, openLocalContext } from '../../../support/local-context.ts';

let ctx: LocalContext;
let sqs: ReturnType<typeof createSqs>;
let client: SQSClient;

beforeEach(async () => {
  ctx = await openLocalContext();
  sqs = createSqs(ctx);
  ctx.mount(sqs);
  client = new SQSClient({
    region: 'eu-west-3',
    endpoint: `${ctx.origin}/_aws/sqs`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterEach(async () => {
  client.destroy();
  await ctx.close();
});

async function queue(logicalId: string, properties: Record<string, unknown> = {}) {
  const made = await sqs.resource?.({ logicalId, stack: 'app', type: 'AWS::SQS::Queue', properties });
  return { QueueUrl: made?.ref ?? '', arn: made?.attributes?.Arn ?? '' };
}
const receive = async (QueueUrl: string, more = {}) =>
  (await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))).Messages ??
  [];

it('gives a message back as it was sent, attributes included, until it is deleted', async () => {
  const { QueueUrl } = await queue('Contacts');
  const MessageAttributes = { channel: { DataType: 'String', StringValue: 'courrier reçu' } };
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'élève', MessageAttributes }));
  const [message] = await receive(QueueUrl, {
    MessageAttributeNames: ['All'],
    MessageSystemAttributeNames: ['ApproximateReceiveCount'],
  });
  expect(message).toMatchObject({
    Body: 'élève',
    MessageAttributes,
    Attributes: { ApproximateReceiveCount: '1' },
  });
  expect(await receive(QueueUrl)).toEqual([]);
  await client.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl,
      ReceiptHandle: message?.ReceiptHandle,
      VisibilityTimeout: 0,
    }),
  );
  const [again] = await receive(QueueUrl);
  expect(again?.MessageId).toBe(message?.MessageId);
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }));
  const left = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(left.Attributes).toMatchObject({
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '0',
  });
});

it('wakes a long poll as soon as a message arrives', async () => {
  const { QueueUrl } = await queue('Contacts');
  const began = Date.now();
  const waiting = receive(QueueUrl, { WaitTimeSeconds: 20 });
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'now' }));
  expect((await waiting).map((message) => message.Body)).toEqual(['now']);
  expect(Date.now() - began).toBeLessThan(5000);
});

it('delivers a delayed message when the calendar reaches it, and not before', async () => {
  const { QueueUrl } = await queue('Contacts', { DelaySeconds: 600 });
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later' }));
  expect(await receive(QueueUrl)).toEqual([]);
  await ctx.advance(601_000);
  expect(await receive(QueueUrl)).toHaveLength(1);
});

it('puts what failed too often aside, and brings it back when an operator says so', async () => {
  const dead = await queue('Dead');
  const { QueueUrl } = await queue('Contacts', {
    RedrivePolicy: { deadLetterTargetArn: dead.arn, maxReceiveCount: 2 },
  });
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
  for (let attempt = 0; attempt < 2; attempt++) {
    const [message] = await receive(QueueUrl);
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl,
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
  }
  expect(await receive(QueueUrl)).toEqual([]);
  const sources = await client.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: dead.QueueUrl }));
  expect(sources.queueUrls).toEqual([QueueUrl]);
  await client.send(new StartMessageMoveTaskCommand({ SourceArn: dead.arn }));
  expect((await receive(QueueUrl)).map((message) => message.Body)).toEqual(['poison']);
});

it('answers each entry of a batch apart', async () => {
  const { QueueUrl } = await queue('Contacts');
  const Entries = [
    { Id: 'a', MessageBody: 'one' },
    { Id: 'b', MessageBody: 'two', DelaySeconds: 5000 },
  ];
  const sent = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  expect([sent.Successful?.map((entry) => entry.Id), sent.Failed?.map((entry) => entry.Id)]).toEqual([
    ['a'],
    ['b'],
  ]);
  const [message] = await receive(QueueUrl);
  const gone = await client.send(
    new DeleteMessageBatchCommand({
      QueueUrl,
      Entries: [{ Id: 'a', ReceiptHandle: message?.ReceiptHandle }],
    }),
  );
  expect(gone.Successful).toEqual([{ Id: 'a' }]);
});

it('finds queues by name, names the missing one, and empties one', async () => {
  const { QueueUrl } = await queue('Contacts', { QueueName: 'contacts' });
  expect((await client.send(new GetQueueUrlCommand({ QueueName: 'contacts' }))).QueueUrl).toBe(QueueUrl);
  expect((await client.send(new ListQueuesCommand({}))).QueueUrls).toEqual([QueueUrl]);
  await expect(client.send(new GetQueueUrlCommand({ QueueName: 'none' }))).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
  });
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
  await client.send(new PurgeQueueCommand({ QueueUrl }));
  expect(await receive(QueueUrl)).toEqual([]);
});

it('keeps the order of a group and drops a repeat in a FIFO queue', async () => {
  const { QueueUrl } = await queue('Ordered', { FifoQueue: true, ContentBasedDeduplication: true });
  for (const MessageBody of ['1', '2', '2'])
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: 'g' }));
  const first = await receive(QueueUrl, { MaxNumberOfMessages: 1 });
  expect(await receive(QueueUrl)).toEqual([]);
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first[0]?.ReceiptHandle }));
  expect((await receive(QueueUrl)).map((message) => message.Body)).toEqual(['2']);
});
