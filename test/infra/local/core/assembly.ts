import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll } from 'vitest';
import { createSqs } from '../../../../infra/local/aws/sqs/index.ts';
import { freePort } from '../../../../infra/local/dynamo/binary.ts';
import type { Make, Part } from '../../../../infra/local/part.ts';
import { startRuntime } from '../../../../infra/local/runtime.ts';

type Resources = Record<
  string,
  { Type: string; Properties?: Record<string, unknown>; [more: string]: unknown }
>;
export type Sketch = {
  resources: Resources;
  /** Source of each bundle, by the logical id of its function. */
  bundles?: Record<string, string>;
  stacks?: Record<
    string,
    {
      Resources: Resources;
      Outputs?: unknown;
      Parameters?: unknown;
      Conditions?: unknown;
      Mappings?: unknown;
    }
  >;
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes when the tests of its file have ended. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-'));
  folders.push(folder);
  return folder;
}

/** An AWS client inside a bundle: the real one, from this repository. */
export const sdk = (name: string, imports: string) =>
  `import { ${imports} } from '${import.meta.resolve(`@aws-sdk/${name}`)}';`;

/** Writes a cloud assembly as `cdk synth` would: one template, and one folder per bundle. */
export function writeAssembly(
  { resources, bundles = {}, stacks = {} }: Sketch,
  folder = newFolder(),
): string {
  const bucket = 'staging';
  const files: Record<string, unknown> = {};
  for (const [id, source] of Object.entries(bundles)) {
    mkdirSync(join(folder, `asset.${id}`), { recursive: true });
    writeFileSync(join(folder, `asset.${id}`, 'index.mjs'), source);
    files[id] = {
      source: { path: `asset.${id}`, packaging: 'zip' },
      destinations: { here: { bucketName: bucket, objectKey: `${id}.zip` } },
    };
  }
  writeFileSync(join(folder, 'Test.assets.json'), JSON.stringify({ files }));
  for (const [name, template] of Object.entries({ Test: { Resources: resources }, ...stacks }))
    writeFileSync(join(folder, `${name}.template.json`), JSON.stringify(template));
  return folder;
}

export const functionOf = (id: string, properties: Record<string, unknown> = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: 'staging', S3Key: `${id}.zip` },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Timeout: 10,
    ...properties,
  },
});

export const httpApi = (functionId: string, routeKey = '$default'): Resources => ({
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
  Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName: '$default' } },
  Call: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: { Ref: 'Api' },
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::GetAtt': [functionId, 'Arn'] },
    },
  },
  Route: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: { Ref: 'Api' },
      RouteKey: routeKey,
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Call' }]] },
    },
  },
});

export const keyedTable = (properties: Record<string, unknown> = {}) => ({
  Type: 'AWS::DynamoDB::GlobalTable',
  Properties: {
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
    ...properties,
  },
});

/** The runtime on a free port, with the queues and whatever else a test brings. */
export async function startOn(assembly: string, dataDir = newFolder(), services: Make<Part>[] = []) {
  const port = await freePort();
  const parts = { services: [createSqs, ...services] };
  return startRuntime({ port, smtpPort: 0, dataDir, collectivity: 'test', assembly, parts });
}

export async function until<T>(
  look: () => Promise<T | undefined> | T | undefined,
  withinMs = 8000,
): Promise<T> {
  for (
    const end = Date.now() + withinMs;
    Date.now() < end;
    await new Promise((again) => setTimeout(again, 20))
  ) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
  }
  throw new Error('not seen in time');
}

export const idle = (origin: string) =>
  until(async () => ((await fetch(`${origin}/local/idle`)).status === 200 ? true : undefined));

/** What a queue holds, by the wire; it is read as JSON and stays there, hidden for a while. */
export async function received(origin: string, queue: string): Promise<unknown[]> {
  const client = new SQSClient({
    endpoint: `${origin}/_aws/sqs`,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'local' },
  });
  const QueueUrl = `${origin}/_aws/sqs/000000000000/${queue}`;
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 2 }),
  );
  return Messages.map(({ Body = '' }) => JSON.parse(Body) as unknown);
}
