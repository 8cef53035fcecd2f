import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AwsRequest } from './context.ts';

/** Reads a whole body; stops as soon as it is larger than allowed (default: 5 GB, the largest single upload of S3). */
export async function readBody(request: IncomingMessage, largest = 5 * 2 ** 30): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > largest) throw new TooLarge();
    chunks.push(chunk as Buffer);
  }
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
}

export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** Header names in lower case, repeated ones joined (cookies with a semicolon, as HTTP/2 does). */
export function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

export function awsRequest(request: IncomingMessage, path: string, body: Buffer): AwsRequest {
  const [plain = '/', query = ''] = path.split(/\?(.*)/s);
  return {
    method: request.method ?? 'GET',
    path: plain || '/',
    rawUrl: request.url ?? '/',
    query: new URLSearchParams(query),
    headers: headersOf(request),
    body,
  };
}

export type Reply = { status: number; headers?: Record<string, string | string[]>; body?: string | Buffer };

/** Writes an answer whole; the body of an answer to HEAD is left out, its length is not. */
export function reply(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers = {}, body = '' }: Reply,
): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const lengths =
    status === 204 || status === 304 || headers['content-length']
      ? {}
      : { 'content-length': String(bytes.length) };
  response.writeHead(status, { ...headers, ...lengths });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

export const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});
