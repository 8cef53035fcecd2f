import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { EdgeResponse } from './message.ts';

const TEXTUAL =
  /^(text\/|application\/(javascript|json|xml|manifest\+json|wasm|[\w.-]+\+(json|xml))|image\/svg|font\/(ttf|otf))/;
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const KEPT = 200;
/** By ETag and encoding: a build's files are compressed once. */
const kept = new Map<string, Buffer>();

/** Compresses as CloudFront does: text between 1,000 bytes and 10 MB, brotli before gzip, unless the origin did. */
export async function compressed(response: EdgeResponse, accepts: string): Promise<EdgeResponse> {
  const { headers, body } = response;
  const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : undefined;
  const suits =
    response.status === 200 &&
    body.length >= 1000 &&
    body.length <= 10_000_000 &&
    TEXTUAL.test(headers['content-type'] ?? '');
  if (!encoding || !suits || headers['content-encoding']) return response;
  const key = headers.etag && `${encoding} ${headers.etag}`;
  const bytes = (key && kept.get(key)) || (await squeeze(body, encoding));
  if (key) keep(key, bytes);
  const vary = headers.vary ? `${headers.vary}, Accept-Encoding` : 'Accept-Encoding';
  const changed: Record<string, string> = { ...headers, vary, 'content-encoding': encoding };
  if (headers.etag?.startsWith('"')) changed.etag = `W/${headers.etag}`;
  return { ...response, headers: changed, body: bytes };
}

function squeeze(body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  if (encoding === 'gzip') return gzipped(body);
  return brotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

function keep(key: string, bytes: Buffer) {
  kept.set(key, bytes);
  const oldest = kept.size > KEPT && kept.keys().next().value;
  if (oldest) kept.delete(oldest);
}
