import { randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import type { Bodies } from './bodies.ts';
import type { Bucket } from './buckets.ts';

export type Upload = {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly tags: Record<string, string>;
  /** Lower case, undefined when none was asked for. */
  readonly algorithm?: string;
  readonly isWholeChecksum: boolean;
  readonly started: Date;
};
export type Part = {
  readonly number: number;
  readonly etag: string;
  readonly size: number;
  readonly body: string;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS s3_uploads(id TEXT PRIMARY KEY, bucket TEXT NOT NULL, upload TEXT NOT NULL, started INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS s3_parts(
    upload TEXT NOT NULL, number INTEGER NOT NULL, etag TEXT NOT NULL, size INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY(upload, number));`;

export type Uploads = ReturnType<typeof openUploads>;

/** Multipart uploads under way. */
export function openUploads({ db, clock }: Context, bodies: Bodies) {
  db.exec(SCHEMA);
  const parts = (id: string): Part[] =>
    db
      .prepare('SELECT * FROM s3_parts WHERE upload = ? ORDER BY number')
      .all(id)
      .map((row) => ({
        number: Number(row.number),
        etag: String(row.etag),
        size: Number(row.size),
        body: String(row.body),
      }));
  const asUpload = (row: Record<string, unknown>): Upload => ({
    ...JSON.parse(String(row.upload)),
    id: String(row.id),
    bucket: String(row.bucket),
    started: new Date(Number(row.started)),
  });

  return {
    parts,
    start(bucket: Bucket, upload: Omit<Upload, 'id' | 'started' | 'bucket'>): Upload {
      const id = randomBytes(24).toString('hex');
      const started = clock.now();
      db.prepare('INSERT INTO s3_uploads VALUES(?, ?, ?, ?)').run(
        id,
        bucket.name,
        JSON.stringify(upload),
        started.getTime(),
      );
      return { ...upload, id, bucket: bucket.name, started };
    },
    get(bucket: Bucket, key: string, id: string): Upload {
      const row = db.prepare('SELECT * FROM s3_uploads WHERE id = ?').get(id);
      const upload = row && asUpload(row);
      if (upload?.bucket === bucket.name && upload.key === key) return upload;
      throw new ServiceFault('NoSuchUpload', 'The specified upload does not exist.', 404, { UploadId: id });
    },
    of: (bucket: Bucket): Upload[] =>
      db.prepare('SELECT * FROM s3_uploads WHERE bucket = ? ORDER BY started').all(bucket.name).map(asUpload),
    addPart(upload: Upload, part: Part): void {
      const replaced = parts(upload.id).filter(({ number }) => number === part.number);
      db.prepare('INSERT OR REPLACE INTO s3_parts VALUES(?, ?, ?, ?, ?)').run(
        upload.id,
        part.number,
        part.etag,
        part.size,
        part.body,
      );
      bodies.remove(replaced.map(({ body }) => body));
    },
    /** Forgets the upload and its parts, in the caller's unit; the bodies go afterwards. */
    end(upload: Upload): void {
      const ended = parts(upload.id).map(({ body }) => body);
      db.prepare('DELETE FROM s3_parts WHERE upload = ?').run(upload.id);
      db.prepare('DELETE FROM s3_uploads WHERE id = ?').run(upload.id);
      setImmediate(() => bodies.remove(ended));
    },
    holds: (body: string) => db.prepare('SELECT 1 FROM s3_parts WHERE body = ?').get(body) !== undefined,
  };
}
