import { randomBytes } from 'node:crypto';
import type { Match } from './routes.ts';

/** A request as it reaches the API, after the edge. */
export type ApiRequest = {
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly path: string;
  readonly rawQuery: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  readonly sourceIp: string;
};
type Api = { readonly id: string; readonly domain: string; readonly accountId: string };

const TEXT = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|[\w.-]+\+(json|xml)))/i;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The event of an HTTP API, payload format 2.0. */
export function proxyEvent(request: ApiRequest, match: Match, api: Api, now: Date): Record<string, unknown> {
  const { cookie, ...headers } = request.headers;
  const cookies = cookie
    ?.split(';')
    .map((one) => one.trim())
    .filter(Boolean);
  const query = queryOf(request.rawQuery);
  const path = decoded(request.path);
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString: request.rawQuery,
    ...(cookies?.length && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    ...(Object.keys(match.parameters).length && { pathParameters: match.parameters }),
    requestContext: {
      accountId: api.accountId,
      apiId: api.id,
      domainName: api.domain,
      domainPrefix: api.id,
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomBytes(9).toString('base64'),
      routeKey: match.route.key,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...bodyOf(request.body, headers['content-type'] ?? '', headers['content-encoding']),
  };
}

function bodyOf(body: Buffer, type: string, encoding: string | undefined) {
  if (body.length === 0) return { isBase64Encoded: false };
  const text = TEXT.test(type) && !encoding;
  return { body: body.toString(text ? 'utf8' : 'base64'), isBase64Encoded: !text };
}

/** Repeated names are joined with commas, as the API does. */
function queryOf(raw: string): Record<string, string> | undefined {
  if (!raw) return undefined;
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw))
    query[name] = Object.hasOwn(query, name) ? `${query[name]},${value}` : value;
  return query;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function commonLogTime(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(now.getUTCDate())}/${MONTHS[now.getUTCMonth()]}/${now.getUTCFullYear()}`;
  return `${day}:${two(now.getUTCHours())}:${two(now.getUTCMinutes())}:${two(now.getUTCSeconds())} +0000`;
}
