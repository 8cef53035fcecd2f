import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutBucketAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createS3 } from '../../../../infra/local/aws/s3/index.ts';
import { type LocalContext, openLocalContext } from '../../../support/local-context.ts';

let ctx: LocalContext;
let s3: ReturnType<typeof createS3>;
let client: S3Client;
let Bucket: string;

beforeEach(async () => {
  ctx = await openLocalContext();
  s3 = createS3(ctx);
  ctx.mount(s3);
  client = new S3Client({
    region: 'eu-west-3',
    endpoint: `${ctx.origin}/_aws/s3`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  Bucket = await bucket('Evidence', { VersioningConfiguration: { Status: 'Enabled' } });
});
afterEach(async () => {
  client.destroy();
  await ctx.close();
});

async function bucket(logicalId: string, properties: Record<string, unknown> = {}): Promise<string> {
  return (await s3.resource?.({ logicalId, stack: 'data', type: 'AWS::S3::Bucket', properties }))?.ref ?? '';
}
const put = (Key: string, Body: string | Buffer = Key, more = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const read = async (Key: string, more = {}) => {
  const answer = await client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...answer, text: await answer.Body?.transformToString() };
};

it('gives an object back as it came, whatever its name, with type, metadata and tags', async () => {
  const Key = "courriers/été 2026/a+b (1) 'ç'&=?.pdf";
  await put(Key, 'contenu', {
    ContentType: 'application/pdf',
    Metadata: { batch: 'b1' },
    Tagging: 'kind=scan',
  });
  expect(await read(Key)).toMatchObject({
    text: 'contenu',
    ContentType: 'application/pdf',
    Metadata: { batch: 'b1' },
    TagCount: 1,
    ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
  });
  const head = await client.send(new HeadObjectCommand({ Bucket, Key }));
  expect([head.ContentLength, head.ContentType]).toEqual([7, 'application/pdf']);
});

it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
  'verifies a %s checksum and gives it back',
  async (algorithm) => {
    await put('sum', 'some bytes', { ChecksumAlgorithm: algorithm });
    const answer = await read('sum', { ChecksumMode: 'ENABLED' });
    expect(answer[`Checksum${algorithm}`]).toEqual(expect.any(String));
    await expect(
      put('bad', 'some bytes', { ChecksumSHA256: 'A'.repeat(43).concat('=') }),
    ).rejects.toMatchObject({ name: 'BadDigest' });
  },
);

it('takes a stream of 25 MB whole', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  const Body = Readable.from(Array.from({ length: 25 }, () => chunk));
  await client.send(new PutObjectCommand({ Bucket, Key: 'big', Body, ContentLength: 25 * 1024 * 1024 }));
  const answer = await client.send(new GetObjectCommand({ Bucket, Key: 'big' }));
  expect((await answer.Body?.transformToByteArray())?.length).toBe(25 * 1024 * 1024);
});

it('reads a range, and says when there is none', async () => {
  await put('range', '0123456789');
  expect((await read('range', { Range: 'bytes=2-4' })).text).toBe('234');
  expect((await read('range', { Range: 'bytes=-3' })).text).toBe('789');
  await expect(read('range', { Range: 'bytes=20-' })).rejects.toMatchObject({ name: 'InvalidRange' });
});

it('names what is missing', async () => {
  await expect(read('none')).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
  await expect(client.send(new HeadBucketCommand({ Bucket: 'none' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
  await expect(client.send(new PutBucketAclCommand({ Bucket, ACL: 'private' }))).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('acl'),
  });
});

it('writes once when told to, and reads only what changed', async () => {
  await put('once', 'first', { IfNoneMatch: '*' });
  await expect(put('once', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  const { ETag } = await read('once');
  await expect(read('once', { IfNoneMatch: ETag })).rejects.toMatchObject({
    $metadata: { httpStatusCode: 304 },
  });
  await expect(put('once', 'third', { IfMatch: '"other"' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
});

it('keeps every version, and a deleted object behind its marker', async () => {
  const first = await put('doc', 'one');
  await put('doc', 'two');
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'doc' }));
  await expect(read('doc')).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect((await read('doc', { VersionId: first.VersionId })).text).toBe('one');
  const listed = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'do' }));
  expect([listed.Versions?.length, listed.DeleteMarkers?.length]).toEqual([2, 1]);
  const VersionId = listed.DeleteMarkers?.[0]?.VersionId;
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'doc', VersionId }));
  expect((await read('doc')).text).toBe('two');
});

it('lists by pages and by folders, in the order of the keys', async () => {
  const keys = ['a', 'b/1', 'b/2', 'c/1', 'd', 'é'];
  for (const key of keys) await put(key);
  const seen: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket, MaxKeys: 2, ContinuationToken }));
    seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  expect(seen).toEqual(keys);
  const folders = await client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', MaxKeys: 3 }));
  expect(folders.Contents?.map(({ Key }) => Key)).toEqual(['a']);
  expect(folders.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['b/', 'c/']);
  const rest = await client.send(
    new ListObjectsV2Command({ Bucket, Delimiter: '/', ContinuationToken: folders.NextContinuationToken }),
  );
  expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['d', 'é']);
});

it('copies, tags and deletes several at once', async () => {
  await put('from é', 'content', { Tagging: 'a=1' });
  const CopySource = `${Bucket}/${encodeURIComponent('from é')}`;
  await client.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource }));
  expect((await read('to')).text).toBe('content');
  const TagSet = [{ Key: 'état', Value: 'lu & <classé>' }];
  await client.send(new PutObjectTaggingCommand({ Bucket, Key: 'to', Tagging: { TagSet } }));
  expect((await client.send(new GetObjectTaggingCommand({ Bucket, Key: 'to' }))).TagSet).toEqual(TagSet);
  const Objects = [{ Key: 'to' }, { Key: 'from é' }];
  const gone = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect(gone.Deleted?.map(({ Key, DeleteMarker }) => [Key, DeleteMarker])).toEqual([
    ['to', true],
    ['from é', true],
  ]);
});

it('puts parts together in order, or forgets them', async () => {
  const Key = 'parts';
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'image/tiff' }),
  );
  const sizes = [5 * 1024 * 1024, 10];
  const Parts = await Promise.all(
    sizes.map(async (size, index) => {
      const Body = Buffer.alloc(size, String(index));
      const part = await client.send(
        new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: index + 1, Body }),
      );
      return { PartNumber: index + 1, ETag: part.ETag };
    }),
  );
  expect((await client.send(new ListPartsCommand({ Bucket, Key, UploadId }))).Parts).toHaveLength(2);
  await client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
  );
  const whole = await read(Key);
  expect([whole.text?.length, whole.text?.at(-1), whole.ContentType]).toEqual([
    5 * 1024 * 1024 + 10,
    '1',
    'image/tiff',
  ]);
  expect(whole.ETag).toMatch(/-2"$/);
  const other = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId: other.UploadId }));
  await expect(
    client.send(new ListPartsCommand({ Bucket, Key, UploadId: other.UploadId })),
  ).rejects.toMatchObject({
    name: 'NoSuchUpload',
  });
});
