import { createHash } from 'node:crypto';
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
