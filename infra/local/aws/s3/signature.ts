import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AwsRequest } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';

/** The secret of every access key of the local runtime; the key's id only says which function calls. */
const SECRET_ACCESS_KEY = 'local';

/** How far a signature may be ahead of the clock. */
const SKEW = 15 * 60_000;

/**
 * Lets through what is signed. Signatures in headers come from this machine's own functions and are taken as they are;
 * presigned URLs travel through browsers and mails, so signature and expiry are verified. Throws AccessDenied and its kin.
 */
export function authorize(request: AwsRequest, now: Date): void {
  if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) return;
  if (!request.query.has('X-Amz-Signature')) throw denied('Access Denied');
  const { query } = request;
  const date = query.get('X-Amz-Date') ?? '';
  const scope = scopeOf(query.get('X-Amz-Credential') ?? '');
  const signedAt = parseAmzDate(date);
  const seconds = Number(query.get('X-Amz-Expires'));
  if (!(seconds > 0 && seconds <= 604_800))
    throw new ServiceFault(
      'AuthorizationQueryParametersError',
      'X-Amz-Expires must be between 1 and 604800 seconds',
    );
  const expires = signedAt + seconds * 1000;
  if (now.getTime() > expires)
    throw denied('Request has expired', { Expires: new Date(expires).toISOString() });
  if (signedAt - now.getTime() > SKEW) throw denied('Request is not yet valid');
  const canonical = canonicalRequest(request);
  const hash = createHash('sha256').update(canonical).digest('hex');
  const expected = sign(scope, `AWS4-HMAC-SHA256\n${date}\n${scope.join('/')}\n${hash}`);
  if (!isSame(expected, query.get('X-Amz-Signature') ?? ''))
    throw new ServiceFault(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
      403,
      {
        CanonicalRequest: canonical,
      },
    );
}

/** Verifies the signature of a POST policy; throws as S3 does. */
export function authorizePolicy(fields: Record<string, string>, policy: string): void {
  const scope = scopeOf(fields['x-amz-credential'] ?? '');
  if (
    fields['x-amz-algorithm'] !== 'AWS4-HMAC-SHA256' ||
    !isSame(sign(scope, policy), fields['x-amz-signature'] ?? '')
  )
    throw new ServiceFault(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
      403,
    );
}

/** Date, region, service and `aws4_request` of a credential. */
function scopeOf(credential: string): string[] {
  const scope = credential.split('/').slice(1);
  if (scope.length !== 4 || scope[2] !== 's3' || scope[3] !== 'aws4_request')
    throw new ServiceFault(
      'AuthorizationQueryParametersError',
      'Error parsing the X-Amz-Credential parameter',
    );
  return scope;
}

function sign(scope: string[], text: string): string {
  const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${SECRET_ACCESS_KEY}`);
  return hmac(key, text).toString('hex');
}

function canonicalRequest({ method, rawUrl, query, headers }: AwsRequest): string {
  const path = (rawUrl.split('?')[0] ?? '')
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  const pairs = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const signed = (query.get('X-Amz-SignedHeaders') ?? 'host').split(';');
  const lines = signed.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  const payload = query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
  return [method, path, pairs.sort().join('&'), lines.join(''), signed.join(';'), payload].join('\n');
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

function parseAmzDate(date: string): number {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  if (parts.length === 0)
    throw new ServiceFault('AuthorizationQueryParametersError', 'X-Amz-Date must be in the ISO8601 format');
  const [year, month, day, hour, minute, second] = parts.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

export const denied = (message: string, details = {}) =>
  new ServiceFault('AccessDenied', message, 403, details);
