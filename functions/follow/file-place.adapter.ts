import { crc32 } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import type { ObjectRef } from '../intake/contact.ts';
import { objects } from '../shared/objects.adapter.ts';
import type { Crc, Pieces, Sink } from './archive.ts';

type Ended = Sink & { end(): Promise<{ versionId: string; size: number }> };
type Given = {
  buckets: Record<ObjectRef['bucket'], string>;
  /** Writes an object piece by piece, of which only a part is held. */
  large(place: { bucket: string; key: string }, contentType: string): Ended;
  newId(): string;
};
export const crc: Crc = (bytes, before) => crc32(bytes, before);

/** Where the pieces of an archive come from and where it is kept for a day, under a name that nobody guesses. */
export const filePlace = (s3: S3Client, { buckets, large, newId }: Given) => {
  const { url, malwareScan } = objects(s3);
  return {
    /** What came from outside is given once it was found clean. */
    async open({ bucket, sealed, ...at }: ObjectRef): Promise<Pieces | null> {
      if (sealed) return null;
      const place = { ...at, bucket: buckets[bucket] };
      if (bucket === 'evidence' && (await malwareScan(place)) !== 'NO_THREATS_FOUND') return null;
      const { Body } = await s3.send(
        new GetObjectCommand({
          Bucket: place.bucket,
          Key: place.key,
          VersionId: place.versionId || undefined,
        }),
      );
      return (Body ?? []) as Pieces;
    },
    place(name: string) {
      const place = { bucket: buckets.documents, key: `files/${newId()}.zip` };
      const { write, end } = large(place, 'application/zip');
      return {
        write,
        async end() {
          const { versionId, size } = await end();
          return { url: await url({ ...place, versionId }, name), size };
        },
      };
    },
  };
};
