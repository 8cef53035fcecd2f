import { describe, expect, it } from 'vitest';
import { createSecrets } from '../../../../infra/local/aws/secrets/index.ts';
import { functionOf, httpApi, idle, keyedTable, newFolder, sdk, startOn, writeAssembly } from './assembly.ts';

const echo = 'export const handler = async () => process.env;';
const variablesOf = async (origin: string) =>
  (await (await fetch(`${origin}/`)).json()) as Record<string, string>;

describe('a template', () => {
  it('is refused, with the names of what nobody here serves', async () => {
    const assembly = writeAssembly({
      resources: { Search: { Type: 'AWS::OpenSearchService::Domain' }, Role: { Type: 'AWS::IAM::Role' } },
    });
    await expect(startOn(assembly)).rejects.toThrow(/AWS::OpenSearchService::Domain \(Test\/Search\)/);
  });

  it('is read with its functions, conditions, parameters and the values of other stacks', async () => {
    const variables = {
      TABLE: { 'Fn::ImportValue': 'shared-table' },
      FAR: { 'Fn::GetAtt': ['Reader', '/exports/table'] },
      URL: { Ref: 'PublicUrl' },
      PLAIN: {
        'Fn::Join': [
          '',
          ['https://', { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'PublicUrl' }] }] }, '/x'],
        ],
      },
      SUB: { 'Fn::Sub': ['${AWS::Region}/${Thing}/${!Kept}/${Api.ApiId}', { Thing: 'thing' }] },
      CHOSEN: { 'Fn::If': ['IsTest', 'yes', 'no'] },
      ABSENT: { 'Fn::If': ['IsTest', { Ref: 'AWS::NoValue' }, 'no'] },
      MAPPED: { 'Fn::FindInMap': ['Sizes', 'small', 'value'] },
    };
    const { origin, stop } = await startOn(
      writeAssembly({
        resources: {},
        bundles: { Fn: echo },
        stacks: {
          Data: {
            Resources: {
              Table: keyedTable(),
              Writer: {
                Type: 'Custom::CrossRegionExportWriter',
                Properties: {
                  WriterProps: { exports: { '/exports/table': { 'Fn::GetAtt': ['Table', 'Arn'] } } },
                },
              },
            },
            Outputs: { T: { Value: { Ref: 'Table' }, Export: { Name: 'shared-table' } } },
          },
          App: {
            Parameters: { PublicUrl: { Type: 'String', Default: 'https://example.fr' } },
            Conditions: {
              IsTest: {
                'Fn::And': [{ 'Fn::Equals': ['a', 'a'] }, { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }],
              },
              Never: { 'Fn::Equals': [1, 2] },
            },
            Mappings: { Sizes: { small: { value: 'S' } } },
            Resources: {
              Fn: functionOf('Fn', { Environment: { Variables: variables } }),
              Reader: { Type: 'Custom::CrossRegionExportReader', Properties: {} },
              Skipped: { Type: 'AWS::SQS::Queue', Condition: 'Never' },
              ...httpApi('Fn'),
            },
          },
        },
      }),
    );
    const seen = await variablesOf(origin);
    expect(seen).toMatchObject({
      TABLE: 'Data-Table',
      FAR: 'arn:aws:dynamodb:eu-west-3:000000000000:table/Data-Table',
      URL: origin,
      PLAIN: `${origin}/x`,
      SUB: expect.stringMatching(/^eu-west-3\/thing\/\$\{Kept\}\/[0-9a-f]{10}$/),
      CHOSEN: 'yes',
      MAPPED: 'S',
      AWS_LAMBDA_FUNCTION_NAME: 'App-Fn',
      AWS_ENDPOINT_URL_SQS: `${origin}/_aws/sqs`,
    });
    expect(seen.ABSENT).toBeUndefined();
    await stop();
  });
});

describe('a value that the template only refers to', () => {
  const secret = {
    Type: 'AWS::SecretsManager::Secret',
    Properties: { GenerateSecretString: { PasswordLength: 48, ExcludePunctuation: true } },
  };
  const asked = (end: string) => ({
    'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Key' }, end, '}}']],
  });
  const withKeys = (KEYS: unknown) =>
    writeAssembly({
      resources: {
        Key: secret,
        Fn: functionOf('Fn', { Environment: { Variables: { KEYS } } }),
        ...httpApi('Fn'),
      },
      bundles: { Fn: echo },
    });

  it('is the text of the secret, wherever it is named, the same at each start', async () => {
    const data = newFolder();
    const seen = [];
    for (const _ of [1, 2]) {
      const keys = { 'Fn::Join': [' ', [asked(':SecretString:::'), asked(':SecretString')]] };
      const { origin, stop } = await startOn(withKeys(keys), data, [createSecrets]);
      seen.push((await variablesOf(origin)).KEYS);
      await stop();
    }
    const [first = '', again] = seen;
    expect(first).toMatch(/^([a-zA-Z0-9]{48}) \1$/);
    expect(again).toBe(first);
  });

  it('stops the start when it asks for what nobody here reads', async () => {
    const part = withKeys(asked(':SecretString:password::'));
    await expect(startOn(part, newFolder(), [createSecrets])).rejects.toThrow(/which is not read here/);
  });
});

describe('a resource made by code', () => {
  const maker = `${sdk('client-dynamodb', 'DynamoDBClient, PutItemCommand')}
  const client = new DynamoDBClient({});
  export const handler = async (event) => {
    await client.send(new PutItemCommand({ TableName: process.env.CALLS, Item: { pk: { S: event.RequestType + ' ' + event.ResourceProperties.Wish } } }));
    await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify({ Status: event.ResourceProperties.Wish === 'bad' ? 'FAILED' : 'SUCCESS', Reason: 'it was bad', PhysicalResourceId: 'made', Data: { Answer: event.ResourceProperties.Wish.toUpperCase() } }) });
  };`;
  const template = (wish: string) =>
    writeAssembly({
      resources: {
        Calls: keyedTable(),
        Maker: functionOf('Maker', { Environment: { Variables: { CALLS: { Ref: 'Calls' } } } }),
        Made: {
          Type: 'Custom::Thing',
          Properties: { ServiceToken: { 'Fn::GetAtt': ['Maker', 'Arn'] }, Wish: wish },
        },
        Fn: functionOf('Fn', {
          Environment: { Variables: { ANSWER: { 'Fn::GetAtt': ['Made', 'Answer'] } } },
        }),
        ...httpApi('Fn'),
      },
      bundles: { Maker: maker, Fn: echo },
    });
  const calls = async (origin: string) => {
    const answer = await fetch(`${origin}/_aws/dynamodb`, {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.Scan' },
      body: '{"TableName":"Test-Calls"}',
    });
    return ((await answer.json()) as { Items: { pk: { S: string } }[] }).Items.map(
      (item) => item.pk.S,
    ).sort();
  };

  it('is made once, again when its properties change, and answers what others ask of it', async () => {
    const data = newFolder();
    for (const [wish, expected] of [
      ['one', ['Create one']],
      ['one', ['Create one']],
      ['two', ['Create one', 'Update two']],
    ] as const) {
      const { origin, stop } = await startOn(template(wish), data);
      await idle(origin);
      expect(await calls(origin)).toEqual(expected);
      expect((await variablesOf(origin)).ANSWER).toBe(wish.toUpperCase());
      await stop();
    }
  });

  it('stops the start when it cannot be made, with its reason', async () => {
    await expect(startOn(template('bad'))).rejects.toThrow(/Custom::Thing Test\/Made: it was bad/);
  });
});

describe('a table whose template has changed', () => {
  it('keeps its items and gains the new index', async () => {
    const data = newFolder();
    const table = (more: Record<string, unknown>) =>
      writeAssembly({ resources: { Table: keyedTable(more) } });
    const call = async (origin: string, operation: string, input: object) => {
      const answer = await fetch(`${origin}/_aws/dynamodb`, {
        method: 'POST',
        headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
        body: JSON.stringify(input),
      });
      return (await answer.json()) as { Count?: number };
    };
    const first = await startOn(table({}), data);
    await call(first.origin, 'PutItem', {
      TableName: 'Test-Table',
      Item: { pk: { S: 'a' }, who: { S: 'x' } },
    });
    await first.stop();
    const second = await startOn(
      table({
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'who', AttributeType: 'S' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'byWho',
            KeySchema: [{ AttributeName: 'who', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
      }),
      data,
    );
    const found = await call(second.origin, 'Query', {
      TableName: 'Test-Table',
      IndexName: 'byWho',
      KeyConditionExpression: 'who = :x',
      ExpressionAttributeValues: { ':x': { S: 'x' } },
    });
    expect(found.Count).toBe(1);
    await second.stop();
  });
});
