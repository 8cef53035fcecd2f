import type { AwsRequest } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { verifiedChecksums } from './checksums.ts';

export type Payload = { readonly body: Buffer; readonly checksums: Record<string, string> };

/** The body of an upload, out of its aws-chunked framing if it has one, with its checksums verified. */
export function payloadOf(request: AwsRequest): Payload {
  const isChunked = (request.headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const { body, trailers } = isChunked ? unchunk(request.body) : { body: request.body, trailers: {} };
  const announced = request.headers['x-amz-decoded-content-length'];
  if (isChunked && announced !== undefined && Number(announced) !== body.length)
    throw new ServiceFault('IncompleteBody', 'The request body terminated unexpectedly');
  // Presigned URLs carry in their query what would have been headers.
  const hoisted = Object.fromEntries([...request.query].map(([name, value]) => [name.toLowerCase(), value]));
  return { body, checksums: verifiedChecksums(body, { ...hoisted, ...request.headers, ...trailers }) };
}

/** `<hex size>[;chunk-signature=…]\r\n<data>\r\n`…, a chunk of size 0, then trailing headers. */
function unchunk(raw: Buffer): { body: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = raw.indexOf('\r\n', at);
    const size = Number.parseInt(raw.toString('latin1', at, lineEnd), 16);
    if (lineEnd < 0 || Number.isNaN(size))
      throw new ServiceFault('IncompleteBody', 'The request body terminated unexpectedly');
    at = lineEnd + 2;
    if (size === 0) break;
    chunks.push(raw.subarray(at, at + size));
    at += size + 2;
  }
  const lines = raw.toString('latin1', at).split('\r\n').filter(Boolean);
  const trailers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase().trim(), line.slice(colon + 1).trim()];
  });
  return {
    body: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks),
    trailers: Object.fromEntries(trailers),
  };
}
