import { GetObjectCommand, ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { largeObject } from '../../functions/documents/filing/large-object.adapter.ts';
import { createS3 } from '../../infra/local/aws/s3/index.ts';
import { type LocalContext, openLocalContext } from '../support/local-context.ts';

let ctx: LocalContext;
let client: S3Client;
let bucket: string;
beforeAll(async () => {
  ctx = await openLocalContext();
  const s3 = createS3(ctx);
  ctx.mount(s3);
  client = new S3Client({
    region: 'eu-west-3',
    endpoint: `${ctx.origin}/_aws/s3`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const properties = { VersioningConfiguration: { Status: 'Enabled' } };
  const made = await s3.resource?.({ logicalId: 'Docs', stack: 'data', type: 'AWS::S3::Bucket', properties });
  bucket = made?.ref ?? '';
});
afterAll(async () => {
  client?.destroy();
  await ctx?.close();
});

it.each([
  ['nothing', 0, 1],
  ['a letter', 3, 100_000],
  ['a part exactly', 2, 4 * 1024 * 1024],
  ['three hundred pages', 24, 1_000_000],
])('keeps %s as it was written, in one version of known size', async (key, pieces, length) => {
  const object = largeObject(client, { bucket, key }, 'application/pdf');
  for (let piece = 0; piece < pieces; piece++) await object.write(Buffer.alloc(length, piece + 1));
  const { versionId, size } = await object.end();
  const { Body, VersionId, ContentType } = await client.send(
    new GetObjectCommand({ Bucket: bucket, Key: key }),
  );
  const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
  expect([VersionId, ContentType, bytes.length, size]).toEqual([
    versionId,
    'application/pdf',
    pieces * length,
    pieces * length,
  ]);
  for (let piece = 0; piece < pieces; piece++) expect(bytes[piece * length]).toBe(piece + 1);
  expect((await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }))).Uploads ?? []).toEqual([]);
});
