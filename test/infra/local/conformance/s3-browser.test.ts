import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createS3 } from '../../../../infra/local/aws/s3/index.ts';
import { type LocalContext, openLocalContext } from '../../../support/local-context.ts';

let ctx: LocalContext;
let client: S3Client;
let Bucket: string;
const origin = 'https://portail.example';

beforeEach(async () => {
  ctx = await openLocalContext();
  const s3 = createS3(ctx);
  ctx.mount(s3);
  client = new S3Client({
    region: 'eu-west-3',
    endpoint: `${ctx.origin}/_aws/s3`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const CorsRules = [
    {
      AllowedOrigins: [origin, ctx.origin],
      AllowedMethods: ['POST', 'GET'],
      AllowedHeaders: ['*'],
      ExposedHeaders: ['ETag'],
      MaxAge: 60,
    },
  ];
  const properties = {
    CorsConfiguration: { CorsRules },
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  };
  const made = await s3.resource?.({
    logicalId: 'Uploads',
    stack: 'data',
    type: 'AWS::S3::Bucket',
    properties,
  });
  Bucket = made?.ref ?? '';
});
afterEach(async () => {
  client.destroy();
  await ctx.close();
});

const policy = (more: Partial<PresignedPostOptions> = {}) =>
  createPresignedPost(client, {
    Bucket,
    Key: 'depot/d1/photo.jpg',
    Conditions: [
      ['content-length-range', 1, 100],
      ['starts-with', '$Content-Type', 'image/'],
    ],
    Expires: 600,
    ...more,
  });

async function upload(
  form: { url: string; fields: Record<string, string> },
  content: string,
  extra: Record<string, string> = {},
) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, 'Content-Type': 'image/jpeg', ...extra }))
    body.append(name, value);
  body.append('file', new Blob([content]), 'été.jpg');
  const response = await fetch(form.url, { method: 'POST', body, headers: { origin } });
  const text = await response.text();
  return {
    status: response.status,
    code: /<Code>(.*)<\/Code>/.exec(text)?.[1],
    text,
    headers: response.headers,
  };
}

it('takes a file that a browser sends with a presigned form, and tells of it', async () => {
  const { status, headers } = await upload(await policy(), 'jpeg bytes');
  expect([status, headers.get('access-control-allow-origin')]).toEqual([204, origin]);
  const stored = await client.send(new GetObjectCommand({ Bucket, Key: 'depot/d1/photo.jpg' }));
  expect([await stored.Body?.transformToString(), stored.ContentType]).toEqual(['jpeg bytes', 'image/jpeg']);
  expect(ctx.events).toMatchObject([
    {
      source: 'aws.s3',
      detailType: 'Object Created',
      detail: {
        bucket: { name: Bucket },
        object: { key: 'depot/d1/photo.jpg', size: 10 },
        reason: 'PostObject',
      },
    },
  ]);
});

it('names a file after the one that was chosen when the form says so', async () => {
  await upload(await policy({ Key: 'depot/d1/${filename}' }), 'x');
  expect(ctx.runtime.s3.list(Bucket, 'depot/').map(({ key }) => key)).toEqual(['depot/d1/été.jpg']);
});

it.each([
  ['is too large', 'x'.repeat(101), {}, 'EntityTooLarge'],
  ['is empty', '', {}, 'EntityTooSmall'],
  ['has another type', 'x', { 'Content-Type': 'text/html' }, 'AccessDenied'],
  ['goes elsewhere', 'x', { key: 'other' }, 'AccessDenied'],
  ['brings a field nobody allowed', 'x', { 'x-amz-meta-a': 'b' }, 'AccessDenied'],
])('refuses a file that %s', async (_, content, extra, code) => {
  const { fields, url } = await policy();
  expect(await upload({ url, fields: { ...fields, ...extra } }, content, extra)).toMatchObject({ code });
  expect(ctx.runtime.s3.list(Bucket, '')).toEqual([]);
});

it('refuses a form that was altered, or that is out of date by the calendar', async () => {
  const { url, fields } = await policy();
  const altered = await upload({ url, fields: { ...fields, 'X-Amz-Signature': 'a'.repeat(64) } }, 'x');
  expect(altered).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  await ctx.advance(601_000);
  expect(await upload({ url, fields }, 'x')).toMatchObject({ status: 403, code: 'AccessDenied' });
});

it('answers a browser that asks first, for the allowed pages only', async () => {
  const ask = (from: string) =>
    fetch(`${ctx.origin}/_aws/s3/${Bucket}`, {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-requested-with',
      },
    });
  const allowed = await ask(`http://localhost:${ctx.port}`);
  expect([allowed.status, allowed.headers.get('access-control-allow-headers')]).toEqual([
    200,
    'x-requested-with',
  ]);
  expect((await ask('https://elsewhere.example')).status).toBe(403);
});

it('opens a presigned link until its date, under the name it was given, and no other link', async () => {
  const Key = "lettres/réponse (1) à l'usager.pdf";
  await client.send(new PutObjectCommand({ Bucket, Key, Body: 'pdf' }));
  const ResponseContentDisposition = 'attachment; filename="réponse.pdf"';
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key, ResponseContentDisposition }), {
    expiresIn: 60,
  });
  const opened = await fetch(url);
  expect([opened.status, await opened.text()]).toEqual([200, 'pdf']);
  expect(opened.headers.get('content-disposition')).toContain('attachment');
  expect((await fetch(url.replace('lettres', 'autres'))).status).toBe(403);
  expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
  await ctx.advance(61_000);
  const late = await fetch(url);
  expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
});

it('takes a presigned PUT once signed with its type', async () => {
  const command = new PutObjectCommand({ Bucket, Key: 'put', ContentType: 'image/png' });
  const url = await getSignedUrl(client, command, {
    expiresIn: 60,
    signableHeaders: new Set(['content-type']),
  });
  const put = (type: string) => fetch(url, { method: 'PUT', body: 'png', headers: { 'content-type': type } });
  expect((await put('text/html')).status).toBe(403);
  expect((await put('image/png')).status).toBe(200);
  expect(ctx.runtime.s3.get(Bucket, 'put')).toMatchObject({ contentType: 'image/png' });
});
