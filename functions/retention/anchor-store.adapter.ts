import { ListObjectVersionsCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Head } from '../requests/journal.ts';
import { anchorKey, anchorOf, anchorsUnder } from './anchors.ts';
import type { Anchor } from './verify-journal.ts';

type Page = { anchors: ({ reference: string } & Anchor)[]; next: string | null };

/**
 * Heads of journals in a bucket under object lock: what was put stays, whoever asks. Every version is read, so that a marker
 * of deletion hides nothing.
 */
export const anchorStore = (s3: S3Client, Bucket: string) => {
  /** @param after key that the page before ended with */
  const page = async (Prefix: string, after?: string, MaxKeys = 1_000): Promise<Page> => {
    const found = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix, KeyMarker: after, MaxKeys }));
    const anchors = (found.Versions ?? []).flatMap(({ Key }) => anchorOf(Key ?? '') ?? []);
    return { anchors, next: found.IsTruncated ? (found.NextKeyMarker ?? null) : null };
  };
  return {
    async put(reference: string, head: Head): Promise<void> {
      const Key = anchorKey(reference, head);
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key, ContentType: 'text/plain' }));
    },
    /** Every head that a request ever had, as far as it was anchored. */
    async of(reference: string): Promise<Anchor[]> {
      const anchors: Anchor[] = [];
      let after: string | undefined;
      do {
        const { anchors: some, next } = await page(`${anchorsUnder}${reference}/`, after);
        anchors.push(...some);
        after = next ?? undefined;
      } while (after);
      return anchors;
    },
    page: (after?: string) => page(anchorsUnder, after),
  };
};
