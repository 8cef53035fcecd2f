import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import {
  functionOf,
  idle,
  keyedTable,
  newFolder,
  received,
  sdk,
  startOn,
  until,
  writeAssembly,
} from './assembly.ts';

/** Notes each message it is given; fails a message as often as its body says, alone or with its batch. */
const noting = `${sdk('client-dynamodb', 'DynamoDBClient, UpdateItemCommand')}
const client = new DynamoDBClient({});
export const handler = async ({ Records, fails = 0, name }) => {
  const tried = async (id) => Number((await client.send(new UpdateItemCommand({ TableName: process.env.NOTES, Key: { pk: { S: id } },
    UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': { N: '1' } }, ReturnValues: 'ALL_NEW' }))).Attributes.n.N);
  if (!Records) {
    if (await tried(name) <= fails) throw new Error('again');
    return 'done';
  }
  const batchItemFailures = [];
  for (const { messageId, body } of Records) {
    const { id, fails } = JSON.parse(body);
    if (await tried(id) <= fails) batchItemFailures.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures };
};`;

const template = (more: object = {}) =>
  writeAssembly({
    resources: {
      Notes: keyedTable(),
      Dead: { Type: 'AWS::SQS::Queue' },
      Work: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          VisibilityTimeout: 60,
          RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 2 },
        },
      },
      Fn: functionOf('Fn', { Environment: { Variables: { NOTES: { Ref: 'Notes' } } }, ...more }),
      Retry: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: {
          FunctionName: { Ref: 'Fn' },
          Qualifier: '$LATEST',
          MaximumRetryAttempts: 1,
          DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
        },
      },
      Feed: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Work', 'Arn'] },
          FunctionName: { Ref: 'Fn' },
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ScalingConfig: { MaximumConcurrency: 2 },
        },
      },
    },
    bundles: { Fn: noting },
  });

async function send(origin: string, body: object) {
  const client = new SQSClient({
    endpoint: `${origin}/_aws/sqs`,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'local' },
  });
  await client.send(
    new SendMessageCommand({
      QueueUrl: `${origin}/_aws/sqs/000000000000/Test-Work`,
      MessageBody: JSON.stringify(body),
    }),
  );
}
async function tries(origin: string, id: string): Promise<number> {
  const answer = await fetch(`${origin}/_aws/dynamodb`, {
    method: 'POST',
    headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem' },
    body: JSON.stringify({ TableName: 'Test-Notes', Key: { pk: { S: id } } }),
  });
  const { Item } = (await answer.json()) as { Item?: { n: { N: string } } };
  return Number(Item?.n.N ?? 0);
}

describe('a queue that calls a function', () => {
  it('tries a failed message again, alone, and gives it up to the dead letters', async () => {
    const { origin, stop } = await startOn(template());
    for (const [id, fails] of [
      ['good', 0],
      ['slow', 1],
      ['bad', 99],
    ] as const)
      await send(origin, { id, fails });
    await until(async () => (await tries(origin, 'slow')) === 2 || undefined);
    expect(
      await until(async () => {
        const dead = await received(origin, 'Test-Dead');
        return dead.length ? dead : undefined;
      }),
    ).toMatchObject([{ id: 'bad' }]);
    await idle(origin);
    expect([await tries(origin, 'good'), await tries(origin, 'bad')]).toEqual([1, 2]);
    await stop();
  });
});

describe('an invocation nobody waits for', () => {
  const invoke = (origin: string, payload: object) =>
    fetch(`${origin}/_aws/lambda/2015-03-31/functions/Test-Fn/invocations`, {
      method: 'POST',
      headers: { 'x-amz-invocation-type': 'Event' },
      body: JSON.stringify(payload),
    });

  it('is tried again, then told to the OnFailure destination', async () => {
    const { origin, stop } = await startOn(template());
    expect((await invoke(origin, { name: 'once', fails: 1 })).status).toBe(202);
    await invoke(origin, { name: 'never', fails: 9 });
    await idle(origin);
    expect([await tries(origin, 'once'), await tries(origin, 'never')]).toEqual([2, 2]);
    expect(await received(origin, 'Test-Dead')).toMatchObject([
      {
        requestPayload: { name: 'never' },
        requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 },
        responsePayload: { errorMessage: 'again' },
      },
    ]);
    await stop();
  });

  it('is not lost when the runtime stops before it was made', async () => {
    const data = newFolder();
    const assembly = template();
    const first = await startOn(assembly, data);
    await invoke(first.origin, { name: 'kept', fails: 1 });
    await until(async () => (await tries(first.origin, 'kept')) === 1 || undefined);
    await first.stop();
    const second = await startOn(assembly, data);
    await idle(second.origin);
    expect(await tries(second.origin, 'kept')).toBe(2);
    await second.stop();
  });

  it('ends when its function overruns its time', async () => {
    const { origin, stop } = await startOn(
      writeAssembly({
        resources: { Fn: functionOf('Fn', { Timeout: 1 }) },
        bundles: { Fn: 'export const handler = () => new Promise(() => setTimeout(() => {}, 60000));' },
      }),
    );
    const answer = await fetch(`${origin}/_aws/lambda/2015-03-31/functions/Test-Fn/invocations`, {
      method: 'POST',
      body: '{}',
    });
    expect(answer.headers.get('x-amz-function-error')).toBe('Unhandled');
    expect(await answer.json()).toMatchObject({ errorMessage: 'Task timed out after 1.00 seconds' });
    await stop();
  });
});
