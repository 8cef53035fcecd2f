import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createS3 } from '../../../../infra/local/aws/s3/index.ts';
import { type LocalContext, openLocalContext } from '../../../support/local-context.ts';

const DAY = 86_400_000;
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
let ctx: LocalContext;
let s3: ReturnType<typeof createS3>;

beforeEach(async () => {
  ctx = await openLocalContext();
  s3 = createS3(ctx);
  ctx.mount(s3);
});
afterEach(() => ctx.close());

const provision = (type: string, properties: Record<string, unknown>) =>
  s3.resource?.({ logicalId: 'Thing', stack: 'data', type, properties });
const detailTypes = () => ctx.events.map(({ detailType }) => detailType);
const settled = async () => {
  while (ctx.busy.reasons().length) await new Promise((resolve) => setImmediate(resolve));
};

/** A zip of one entry, as archivers write it; `flags` 1 says that it has a password. */
function zip(content: string, flags = 0): Buffer {
  const data = deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(1, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from('a'), data]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00'),
    fields,
    Buffer.alloc(14),
    Buffer.from('a'),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

it.each([
  ['a clean file', Buffer.from('bonjour'), 'NO_THREATS_FOUND'],
  ['the test virus', Buffer.from(`--${EICAR}--`), 'THREATS_FOUND'],
  ['the test virus in an archive', zip(EICAR), 'THREATS_FOUND'],
  ['a clean archive', zip('bonjour'), 'NO_THREATS_FOUND'],
  ['an archive behind a password', zip('bonjour', 1), 'UNSUPPORTED'],
])('marks %s with the verdict and tells of it', async (_, body, verdict) => {
  const NotificationConfiguration = { EventBridgeConfiguration: {} };
  await provision('AWS::S3::Bucket', { BucketName: 'depot', NotificationConfiguration });
  await provision('AWS::GuardDuty::MalwareProtectionPlan', {
    ProtectedResource: { S3Bucket: { BucketName: 'depot' } },
  });
  s3.runtime.s3?.put('depot', 'file', body);
  expect(ctx.busy.reasons()).toEqual(['malware scans: 1']);
  await settled();
  expect(detailTypes()).toEqual([
    'Object Created',
    'Object Tags Added',
    'GuardDuty Malware Protection Object Scan Result',
  ]);
  expect(ctx.events.at(-1)?.detail).toMatchObject({
    s3ObjectDetails: { bucketName: 'depot', objectKey: 'file' },
    scanResultDetails: { scanResultStatus: verdict },
  });
});

it('removes what the law says to remove when the calendar reaches the day', async () => {
  const Rules = [
    {
      Status: 'Enabled',
      Prefix: 'tmp/',
      ExpirationInDays: 7,
      NoncurrentVersionExpiration: { NoncurrentDays: 2 },
    },
  ];
  const properties = {
    BucketName: 'kept',
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: { Rules },
  };
  await provision('AWS::S3::Bucket', properties);
  await s3.start?.();
  s3.runtime.s3?.put('kept', 'tmp/old', Buffer.from('1'));
  s3.runtime.s3?.put('kept', 'kept', Buffer.from('2'));
  const keys = () => s3.runtime.s3?.list('kept', '').map(({ key }) => key);
  await ctx.advance(6 * DAY);
  expect(keys()).toEqual(['kept', 'tmp/old']);
  await ctx.advance(3 * DAY);
  expect(keys()).toEqual(['kept']);
  const versions = () =>
    ctx.db.prepare("SELECT count(*) AS count FROM s3_objects WHERE marker = 0 AND key = 'tmp/old'").get()
      ?.count;
  expect(versions()).toBe(1);
  await ctx.advance(4 * DAY);
  expect(versions()).toBe(0);
});

it('keeps what was answered over a crash, and no half-written body', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'parvis-s3-'));
  const open = async () => {
    const context = await openLocalContext({ dataDir });
    const part = createS3(context);
    context.mount(part);
    await part.resource?.({
      logicalId: 'B',
      stack: 's',
      type: 'AWS::S3::Bucket',
      properties: { BucketName: 'evidence' },
    });
    await part.start?.();
    return { context, part };
  };
  const before = await open();
  before.part.runtime.s3?.put('evidence', 'letter', Buffer.from('kept'), { metadata: { batch: 'b1' } });
  writeFileSync(join(dataDir, 'objects', 'tmp', 'half'), 'half-wri');
  const folder = readdirSync(join(dataDir, 'objects')).find((name) => name !== 'tmp') ?? '';
  writeFileSync(join(dataDir, 'objects', folder, `${folder}ff`), 'whole, but never answered');
  await before.context.close();
  const after = await open();
  expect(after.part.runtime.s3?.get('evidence', 'letter')).toMatchObject({
    metadata: { batch: 'b1' },
    body: Buffer.from('kept'),
  });
  expect(readdirSync(join(dataDir, 'objects', folder))).toHaveLength(1);
  expect(readdirSync(join(dataDir, 'objects', 'tmp'))).toEqual([]);
  await after.context.close();
  rmSync(dataDir, { recursive: true });
});

it('names a bucket the same at every start, and refuses a notification it would not serve', async () => {
  const made = await provision('AWS::S3::Bucket', {});
  expect(made?.ref).toMatch(/^data-thing-[0-9a-f]{8}$/);
  expect(await provision('AWS::S3::Bucket', {})).toEqual(made);
  const NotificationConfiguration = { QueueConfigurations: [{ Event: 's3:ObjectCreated:*' }] };
  await expect(provision('AWS::S3::Bucket', { NotificationConfiguration })).rejects.toThrow(
    'use EventBridge',
  );
});
