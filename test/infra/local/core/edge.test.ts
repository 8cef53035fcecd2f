import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3 } from '../../../../infra/local/aws/s3/index.ts';
import { functionOf, httpApi, newFolder, startOn, writeAssembly } from './assembly.ts';

const page = `<!doctype html><p>${'Bonjour. '.repeat(200)}</p>`;
const rewrite = `function handler(event) {
  var request = event.request;
  if (request.uri === '/old') return { statusCode: 301, statusDescription: 'Moved', headers: { location: { value: '/new' } } };
  if (!request.uri.includes('.')) request.uri = '/index.html';
  request.headers['x-seen'] = { value: event.viewer.ip };
  return request;
}`;
const stamp = `function handler(event) { event.response.headers['x-stamp'] = { value: event.request.uri }; return event.response; }`;

const distribution = {
  Type: 'AWS::CloudFront::Distribution',
  Properties: {
    DistributionConfig: {
      Enabled: true,
      DefaultRootObject: 'index.html',
      Origins: [
        { Id: 'site', DomainName: { 'Fn::GetAtt': ['Site', 'RegionalDomainName'] }, S3OriginConfig: {} },
        {
          Id: 'api',
          DomainName: {
            'Fn::Join': [
              '',
              [{ Ref: 'Api' }, '.execute-api.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }],
            ],
          },
          OriginCustomHeaders: [{ HeaderName: 'X-Origin-Key', HeaderValue: 'shared' }],
        },
      ],
      DefaultCacheBehavior: {
        TargetOriginId: 'site',
        Compress: true,
        ResponseHeadersPolicyId: { Ref: 'Headers' },
        FunctionAssociations: [
          { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['Rewrite', 'FunctionARN'] } },
          { EventType: 'viewer-response', FunctionARN: { 'Fn::GetAtt': ['Stamp', 'FunctionARN'] } },
        ],
      },
      CacheBehaviors: [
        {
          PathPattern: '/api/*',
          TargetOriginId: 'api',
          AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
        },
      ],
      CustomErrorResponses: [{ ErrorCode: 403, ResponsePagePath: '/404.html', ResponseCode: 404 }],
    },
  },
};
const headersPolicy = {
  Type: 'AWS::CloudFront::ResponseHeadersPolicy',
  Properties: {
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: {
        ContentTypeOptions: { Override: true },
        ContentSecurityPolicy: {
          Override: true,
          ContentSecurityPolicy: {
            'Fn::Sub': [
              "default-src 'self'; connect-src 'self' https://${Bucket}",
              { Bucket: { 'Fn::GetAtt': ['Site', 'RegionalDomainName'] } },
            ],
          },
        },
      },
      CustomHeadersConfig: {
        Items: [{ Header: 'Permissions-Policy', Value: 'camera=(self)', Override: true }],
      },
    },
  },
};

let runtime: Awaited<ReturnType<typeof startOn>>;
beforeAll(async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'asset.site', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'asset.site', 'index.html'), page);
  writeFileSync(join(folder, 'asset.site', '404.html'), 'nothing here');
  writeFileSync(join(folder, 'asset.site', 'assets', 'config.json'), '{"api":"<<marker:0>>"}');
  const files = {
    site: {
      source: { path: 'asset.site', packaging: 'zip' },
      destinations: { here: { bucketName: 'staging', objectKey: 'site.zip' } },
    },
  };
  writeFileSync(join(folder, 'Site.assets.json'), JSON.stringify({ files }));
  const assembly = writeAssembly(
    {
      resources: {
        Site: { Type: 'AWS::S3::Bucket', Properties: {} },
        Rewrite: {
          Type: 'AWS::CloudFront::Function',
          Properties: { FunctionCode: rewrite, Name: 'rewrite' },
        },
        Stamp: { Type: 'AWS::CloudFront::Function', Properties: { FunctionCode: stamp, Name: 'stamp' } },
        Headers: headersPolicy,
        Edge: distribution,
        Copy: {
          Type: 'Custom::CDKBucketDeployment',
          Properties: {
            ServiceToken: 'none',
            SourceBucketNames: ['staging'],
            SourceObjectKeys: ['site.zip'],
            SourceMarkers: [{ '<<marker:0>>': { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } }],
            DestinationBucketName: { Ref: 'Site' },
            SystemMetadata: { 'cache-control': 'max-age=60' },
          },
        },
        Fn: functionOf('Fn'),
        ...httpApi('Fn'),
      },
      bundles: { Fn: 'export const handler = async ({ headers, rawPath }) => ({ headers, rawPath });' },
    },
    folder,
  );
  runtime = await startOn(assembly, newFolder(), [createS3]);
});
afterAll(() => runtime?.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(runtime.origin + path, { headers, redirect: 'manual' });

describe('the edge', () => {
  it('serves the site with its headers, compressed, under a function’s rewriting', async () => {
    const answer = await get('/demarches/carte', { 'accept-encoding': 'br' });
    expect(await answer.text()).toBe(page);
    const wanted = {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'max-age=60',
      'x-stamp': '/demarches/carte',
      'x-content-type-options': 'nosniff',
      'permissions-policy': 'camera=(self)',
    };
    for (const [name, value] of Object.entries(wanted))
      expect([name, answer.headers.get(name)]).toEqual([name, value]);
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'self'; connect-src 'self' ${runtime.origin}`,
    );
  });

  it('tells a browser that what it holds is still good', async () => {
    const { headers } = await get('/');
    const again = await get('/', { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('redirects from a function, and shows the page for what is missing', async () => {
    const moved = await get('/old');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/new']);
    const missing = await get('/nothing.png');
    expect([missing.status, await missing.text()]).toEqual([404, 'nothing here']);
  });

  it('fills deployed files with what was unknown when they were made', async () => {
    expect(await (await get('/assets/config.json')).json()).toEqual({
      api: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/_api\//),
    });
  });

  it('carries the API’s paths to the API, with the header that proves the way', async () => {
    const { headers, rawPath } = (await (await get('/api/x')).json()) as {
      headers: Record<string, string>;
      rawPath: string;
    };
    expect(rawPath).toBe('/api/x');
    expect(headers).toMatchObject({
      'x-origin-key': 'shared',
      host: expect.stringContaining('.execute-api.'),
    });
  });

  it('refuses to write to the site', async () => {
    expect((await fetch(`${runtime.origin}/index.html`, { method: 'POST', body: 'x' })).status).toBe(403);
  });
});
