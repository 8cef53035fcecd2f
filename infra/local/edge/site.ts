import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { type EdgeRequest, type EdgeResponse, plainResponse } from './message.ts';

/** Files of the site's bucket. */
export function createSite(ctx: Context) {
  function read(bucket: string, key: string) {
    const object = key ? ctx.runtime.s3.get(bucket, key) : undefined;
    if (!object) return undefined;
    const etag = `"${createHash('md5').update(object.body).digest('hex')}"`;
    const cacheControl = object.metadata['cache-control'];
    const headers: Record<string, string> = { 'content-type': object.contentType, etag };
    if (cacheControl) headers['cache-control'] = cacheControl;
    return { body: object.body, headers };
  }

  return {
    serve(bucket: string, originPath: string, request: EdgeRequest): EdgeResponse {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return plainResponse(405, 'Method Not Allowed');
      const file = read(bucket, decodedKey(originPath + request.path));
      // A bucket that may not be listed answers "forbidden" for what it does not have.
      if (!file) return plainResponse(403, 'Access Denied');
      return { status: 200, ...file, cookies: [] };
    },
  };
}

function decodedKey(path: string): string {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return '';
  }
}
