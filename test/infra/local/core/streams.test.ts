import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import {
  functionOf,
  httpApi,
  idle,
  keyedTable,
  newFolder,
  received,
  sdk,
  startOn,
  writeAssembly,
} from './assembly.ts';

const streamed = { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } };
const mapping = (properties: object = {}) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    EventSourceArn: { 'Fn::GetAtt': ['Source', 'StreamArn'] },
    FunctionName: { Ref: 'Fn' },
    StartingPosition: 'LATEST',
    ...properties,
  },
});

/** Copies what it is given into another table, and fails as the items ask. */
const copier = `${sdk('client-dynamodb', 'DynamoDBClient, PutItemCommand, UpdateItemCommand')}
const client = new DynamoDBClient({});
let order = 0;
export const handler = async ({ Records }) => {
  for (const { dynamodb } of Records) {
    const { pk, fails } = dynamodb.NewImage;
    const count = await client.send(new UpdateItemCommand({ TableName: process.env.COPIES, Key: { pk: { S: 'tries ' + pk.S } },
      UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': { N: '1' } }, ReturnValues: 'ALL_NEW' }));
    if (fails && Number(count.Attributes.n.N) <= Number(fails.N)) throw new Error('again');
    await client.send(new PutItemCommand({ TableName: process.env.COPIES, Item: { pk: { S: pk.S }, at: { N: String(order++) } } }));
  }
};`;

const template = (more: object, bundle = copier) =>
  writeAssembly({
    resources: {
      Source: keyedTable(streamed),
      Copies: keyedTable(),
      Lost: { Type: 'AWS::SQS::Queue' },
      Fn: functionOf('Fn', { Environment: { Variables: { COPIES: { Ref: 'Copies' } } } }),
      Feed: mapping(more),
      ...httpApi('Fn'),
    },
    bundles: { Fn: bundle },
  });

const clientOf = (origin: string) =>
  new DynamoDBClient({
    endpoint: `${origin}/_aws/dynamodb`,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'local' },
  });
const write = (client: DynamoDBClient, pk: string, fails = 0) =>
  client.send(
    new PutItemCommand({ TableName: 'Test-Source', Item: { pk: { S: pk }, fails: { N: String(fails) } } }),
  );
const copies = async (client: DynamoDBClient) => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'Test-Copies' }));
  const made = Items.filter((item) => item.at).sort((a, b) => Number(a.at?.N) - Number(b.at?.N));
  return {
    made: made.map((item) => item.pk?.S),
    tries: Object.fromEntries(Items.filter((item) => item.n).map((item) => [item.pk?.S, Number(item.n?.N)])),
  };
};

/** Keeps what it was called with, a call an item. */
const caller = `${sdk('client-dynamodb', 'DynamoDBClient, PutItemCommand')}
const client = new DynamoDBClient({});
let calls = 0;
export const handler = ({ Records }) => client.send(new PutItemCommand({ TableName: process.env.COPIES, Item: {
  pk: { S: 'call ' + calls }, at: { N: String(calls++) }, all: { S: Records.map(({ dynamodb }) => dynamodb.NewImage.pk.S).join(' ') } } }));`;

describe('a stream that calls a function', () => {
  it('gathers what comes within its window, and leaves nothing out', async () => {
    const { origin, stop } = await startOn(template({ MaximumBatchingWindowInSeconds: 2 }, caller));
    const client = clientOf(origin);
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    for (const pk of all) await write(client, pk);
    await idle(origin);
    const { Items = [] } = await client.send(new ScanCommand({ TableName: 'Test-Copies' }));
    const calls = Items.sort((a, b) => Number(a.at?.N) - Number(b.at?.N)).map(({ all }) => all?.S);
    expect(calls.join(' ').split(' ')).toEqual(all);
    expect(calls.length).toBeLessThan(all.length / 2);
    await stop();
  });

  it('hands over every change in order, again after a failure, and is busy meanwhile', async () => {
    const { origin, stop } = await startOn(template({ BatchSize: 2 }));
    const client = clientOf(origin);
    for (const pk of ['a', 'b', 'c', 'd', 'e']) await write(client, pk, pk === 'c' ? 2 : 0);
    expect((await fetch(`${origin}/local/idle`)).status).toBe(409);
    await idle(origin);
    const { made, tries } = await copies(client);
    expect(made).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(tries['tries c']).toBe(3);
    await stop();
  });

  it('goes on where it was after the runtime stopped, and hands nothing over twice', async () => {
    const data = newFolder();
    const assembly = template({});
    const first = await startOn(assembly, data);
    await write(clientOf(first.origin), 'before');
    await idle(first.origin);
    await first.stop();
    const second = await startOn(assembly, data);
    await write(clientOf(second.origin), 'after');
    await idle(second.origin);
    const { made, tries } = await copies(clientOf(second.origin));
    expect(made.sort()).toEqual(['after', 'before']);
    expect(tries).toEqual({ 'tries before': 1, 'tries after': 1 });
    await second.stop();
  });

  it('halves a batch around a change that cannot be handled and sends that one away', async () => {
    const assembly = template({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 1,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Lost', 'Arn'] } } },
    });
    const { origin, stop } = await startOn(assembly);
    const client = clientOf(origin);
    await Promise.all([write(client, 'good'), write(client, 'bad', 99), write(client, 'better')]);
    await idle(origin);
    expect((await copies(client)).made.sort()).toEqual(['better', 'good']);
    expect(await received(origin, 'Test-Lost')).toMatchObject([
      { requestContext: { condition: 'RetryAttemptsExhausted' }, DDBStreamBatchInfo: { batchSize: 1 } },
    ]);
    await stop();
  });

  it('leaves out what its filter leaves out', async () => {
    const { origin, stop } = await startOn(
      template({
        FilterCriteria: {
          Filters: [
            {
              Pattern: JSON.stringify({
                eventName: ['INSERT'],
                dynamodb: { NewImage: { pk: { S: [{ prefix: 'yes' }] } } },
              }),
            },
          ],
        },
      }),
    );
    const client = clientOf(origin);
    for (const pk of ['no-1', 'yes-1', 'no-2', 'yes-2']) await write(client, pk);
    await idle(origin);
    expect((await copies(client)).made).toEqual(['yes-1', 'yes-2']);
    await stop();
  });
});
