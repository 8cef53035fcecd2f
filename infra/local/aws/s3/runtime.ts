import type { Runtime } from '../../context.ts';
import type { Store } from './call.ts';
import { remove } from './delete.ts';
import { store } from './write.ts';

/** The object store for other parts of the runtime, without the wire. */
export function portOf(to: Store): Runtime['s3'] {
  const { bodies, buckets, objects } = to;
  return {
    put(bucketName, key, content, meta = {}) {
      const metadata = Object.entries(meta.metadata ?? {}).map(([name, value]) => [
        `x-amz-meta-${name}`,
        value,
      ]);
      const headers = {
        'content-type': meta.contentType ?? 'binary/octet-stream',
        ...Object.fromEntries(metadata),
      };
      const fresh = { key, content, headers, tags: {}, checksums: {} };
      to.ctx.meter.count('s3', 'PutObject');
      return { versionId: store(to, buckets.get(bucketName), fresh, 'PutObject').versionId };
    },
    get(bucketName, key, versionId) {
      const version = objects.find(buckets.get(bucketName), key, versionId);
      if (!version || version.isMarker) return undefined;
      const metadata = Object.entries(version.headers)
        .filter(([name]) => name.startsWith('x-amz-meta-'))
        .map(([name, value]) => [name.slice('x-amz-meta-'.length), value]);
      return {
        body: bodies.read(version.body),
        contentType: version.headers['content-type'] ?? 'binary/octet-stream',
        metadata: Object.fromEntries(metadata),
      };
    },
    list: (bucketName, prefix) =>
      objects
        .list(buckets.get(bucketName), prefix, '', -1)
        .map(({ key, size, versionId, modified }) => ({ key, size, versionId, lastModified: modified })),
    delete(bucketName, key) {
      remove(to, buckets.get(bucketName), key);
    },
  };
}
