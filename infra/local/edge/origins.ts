import type { GatewayPart } from '../gateway/index.ts';
import type { Origin } from './distribution.ts';
import type { EdgeRequest, EdgeResponse } from './message.ts';
import type { createSite } from './site.ts';

/** An address of CloudFront, which the API sees. */
const EDGE = '130.176.0.1';
type Behind = { site: ReturnType<typeof createSite>; gateway: GatewayPart };

/** Brings the answer of an origin: a bucket of this runtime, or an HTTP API of this runtime. Undefined = neither. */
export async function fetchOrigin(
  origin: Origin | undefined,
  request: EdgeRequest,
  { site, gateway }: Behind,
): Promise<EdgeResponse | undefined> {
  const bucket = origin && bucketOf(origin.domain);
  if (origin && bucket) return site.serve(bucket, origin.path, request);
  const api = apiOf(origin?.domain, gateway.apis());
  if (!api) return undefined;
  const { method, rawQuery, sourceIp } = request;
  return gateway.serve(api, {
    method,
    rawQuery,
    sourceIp,
    path: (origin?.path ?? '') + request.path,
    headers: forwarded(request, origin, api),
    body: await request.body(),
  });
}

function bucketOf(domain: string): string | undefined {
  return /\/_aws\/s3\/([^/]+)/.exec(domain)?.[1] ?? /^([a-z0-9.-]+)\.s3[.-]/.exec(domain)?.[1];
}

/** An API is named by its id in the host; by our own address when there is only one it can be. */
function apiOf(domain: string | undefined, apis: string[]): string | undefined {
  const named = apis.find(
    (id) => domain?.startsWith(`${id}.execute-api.`) || domain?.includes(`/_api/${id}`),
  );
  if (named || apis.length !== 1) return named;
  return domain === undefined || domain.startsWith('127.0.0.1:') ? apis[0] : undefined;
}

/** What reaches an API through CloudFront: the viewer's headers, but the API's own host. */
function forwarded(
  { headers, sourceIp }: EdgeRequest,
  origin: Origin | undefined,
  api: string,
): Record<string, string> {
  const {
    host: _host,
    connection: _hop,
    'transfer-encoding': _coding,
    'keep-alive': _keep,
    ...rest
  } = headers;
  return {
    ...rest,
    ...origin?.headers,
    host: `${api}.execute-api.eu-west-3.amazonaws.com`,
    // As they come on AWS: what the viewer claims, who called the edge, who called the API.
    'x-forwarded-for': [rest['x-forwarded-for'], sourceIp, EDGE].filter(Boolean).join(', '),
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
    via: '2.0 local.cloudfront.net (CloudFront)',
    'x-amz-cf-id': 'local',
  };
}
