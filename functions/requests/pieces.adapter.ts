import { createHash } from 'node:crypto';
import type { ObjectRef } from '../intake/contact.ts';
import type { Objects } from '../shared/objects.adapter.ts';
import type { StoredFile } from './records.ts';

type Claimed = { key: string; versionId: string; name: string; contentType: string; size: number };
type Place = { reference: string; messageId: string; index: number };

/** Turns a claimed upload into a piece of a message; tried again, it is the same piece under the same key. */
export const pieces =
  (claimUpload: (uploadId: string, name: string, to: string) => Promise<Claimed>) =>
  async (
    upload: { uploadId: string; name: string },
    { reference, messageId, index }: Place,
  ): Promise<StoredFile> => {
    const to = `requests/${reference}/${messageId}/${index}`;
    const { key, versionId, name, contentType, size } = await claimUpload(upload.uploadId, upload.name, to);
    const id = createHash('sha256').update(to).digest('hex').slice(0, 24);
    return { id, name, contentType, size, object: { bucket: 'evidence', key, versionId } };
  };

/**
 * Addresses of what a request holds, valid some minutes. What came from outside has none, an empty one, until malware
 * protection found it clean, and none at all when it is sealed: a verdict may come after the request was opened, so it is asked for each time.
 */
export const addresses =
  (objects: Pick<Objects, 'url' | 'malwareScan'>, buckets: Record<ObjectRef['bucket'], string>) =>
  async ({ bucket, sealed, ...at }: ObjectRef, name?: string): Promise<string> => {
    if (sealed) return '';
    const place = { ...at, bucket: buckets[bucket] };
    const isHeld = bucket === 'evidence' && (await objects.malwareScan(place)) !== 'NO_THREATS_FOUND';
    return isHeld ? '' : objects.url(place, name);
  };
