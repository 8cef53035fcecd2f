import type { AwsRequest, AwsResponse } from '../../context.ts';
import type { Bucket, CorsRule } from './buckets.ts';
import { errorReply } from './call.ts';
import { denied } from './signature.ts';

/** The answer to a browser that asks before it uploads. */
export function preflight(request: AwsRequest, bucket: Bucket | undefined): AwsResponse {
  const method = request.headers['access-control-request-method'] ?? '';
  const wanted = (request.headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const rule = ruleFor(request.headers.origin, method, bucket);
  const isAllowed =
    rule &&
    wanted.every((name) =>
      (rule.AllowedHeaders ?? []).some((pattern) => isLike(pattern.toLowerCase(), name.toLowerCase())),
    );
  if (!rule || !isAllowed)
    return errorReply(denied('CORSResponse: This CORS request is not allowed.'), request.path);
  const headers = headersOf(rule, request.headers.origin ?? '');
  if (wanted.length) headers['access-control-allow-headers'] = wanted.join(', ');
  if (rule.MaxAge !== undefined) headers['access-control-max-age'] = String(rule.MaxAge);
  return { status: 200, headers };
}

/** Lets the page of an allowed origin read the answer. */
export function withCors(
  request: AwsRequest,
  bucket: Bucket | undefined,
  response: AwsResponse,
): AwsResponse {
  const rule = ruleFor(request.headers.origin, request.method, bucket);
  if (!rule) return response;
  return { ...response, headers: { ...response.headers, ...headersOf(rule, request.headers.origin ?? '') } };
}

function ruleFor(
  origin: string | undefined,
  method: string,
  bucket: Bucket | undefined,
): CorsRule | undefined {
  if (!origin || !bucket) return undefined;
  // Pages are served under both names of the loopback (passkeys need `localhost`): whoever allows one means both.
  const names = [origin, origin.replace('//localhost:', '//127.0.0.1:')];
  return bucket.cors.find(
    (rule) =>
      rule.AllowedMethods.includes(method) &&
      rule.AllowedOrigins.some((allowed) => names.some((name) => isLike(allowed, name))),
  );
}

function headersOf(rule: CorsRule, origin: string): Record<string, string> {
  const isForAll = rule.AllowedOrigins.includes('*');
  return {
    'access-control-allow-origin': isForAll ? '*' : origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(rule.ExposedHeaders?.length
      ? { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') }
      : {}),
    ...(isForAll ? {} : { 'access-control-allow-credentials': 'true' }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/** One `*` at most stands for anything. */
function isLike(pattern: string, text: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return pattern === text;
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}
