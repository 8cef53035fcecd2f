/** A call to an API of AWS, before it is signed. `path` is percent-encoded; names of headers are lower case. */
export type Call = {
  method: 'GET' | 'POST';
  host: string;
  path: string;
  query?: string;
  headers?: Record<string, string>;
  body?: string;
};
export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
export type Digests = {
  /** SHA-256 in hexadecimal. */
  hash(text: string): string;
  hmac(key: string | Uint8Array, text: string): Uint8Array;
};

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Headers of a call signed by Signature Version 4, for the few operations of AWS that no client of ours covers.
 * @param scope region and the service's name in signatures
 * @param now UTC, ISO 8601
 */
export function signedHeaders(
  { method, host, path, query = '', headers = {}, body = '' }: Call,
  scope: { region: string; service: string },
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  now: string,
  { hash, hmac }: Digests,
): Record<string, string> {
  const instant = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const day = instant.slice(0, 8);
  const sent: Record<string, string> = {
    ...headers,
    host,
    'x-amz-date': instant,
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
  };
  const names = Object.keys(sent).sort();
  const signed = names.join(';');
  const canonical = [
    method,
    // Every service but S3 wants the path encoded once more.
    path.split('/').map(encodeURIComponent).join('/'),
    query.split('&').filter(Boolean).sort().join('&'),
    ...names.map((name) => `${name}:${sent[name]?.trim()}`),
    '',
    signed,
    hash(body),
  ].join('\n');
  const place = `${day}/${scope.region}/${scope.service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', instant, place, hash(canonical)].join('\n');
  const key = ['aws4_request', scope.service, scope.region, day].reduceRight<string | Uint8Array>(
    (former, part) => hmac(former, part),
    `AWS4${secretAccessKey}`,
  );
  const signature = hex(hmac(key, text));
  const { host: _, ...rest } = sent;
  return {
    ...rest,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${place}, SignedHeaders=${signed}, Signature=${signature}`,
  };
}
