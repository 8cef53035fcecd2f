import { randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import type { Bodies } from './bodies.ts';
import type { Bucket } from './buckets.ts';

/** One version of an object, or a delete marker. `headers` are answered as they came (system headers and x-amz-meta-…). */
export type Version = {
  readonly seq: number;
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly isLatest: boolean;
  readonly isMarker: boolean;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly headers: Record<string, string>;
  readonly tags: Record<string, string>;
  /** `x-amz-checksum-…` headers. */
  readonly checksums: Record<string, string>;
  readonly modified: Date;
  readonly body: string;
};
export type NewVersion = Pick<Version, 'key' | 'size' | 'etag' | 'headers' | 'tags' | 'checksums' | 'body'>;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS s3_objects(
    seq INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL,
    latest INTEGER NOT NULL, marker INTEGER NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, headers TEXT NOT NULL,
    tags TEXT NOT NULL, checksums TEXT NOT NULL, modified INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS s3_objects_latest ON s3_objects(bucket, key) WHERE latest = 1;
  CREATE INDEX IF NOT EXISTS s3_objects_versions ON s3_objects(bucket, key, seq DESC);
  CREATE INDEX IF NOT EXISTS s3_objects_body ON s3_objects(body);`;

export type Objects = ReturnType<typeof openObjects>;

/** All versions of all objects. A write is visible whole, or not at all. */
export function openObjects(ctx: Context, bodies: Bodies) {
  const { db } = ctx;
  db.exec(SCHEMA);
  const insert = db.prepare(
    `INSERT INTO s3_objects(bucket, key, version, latest, marker, size, etag, headers, tags, checksums, modified, body)
       VALUES(?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const outdate = db.prepare('UPDATE s3_objects SET latest = 0 WHERE bucket = ? AND key = ? AND latest = 1');
  const latest = db.prepare('SELECT * FROM s3_objects WHERE bucket = ? AND key = ? AND latest = 1');
  const one = db.prepare('SELECT * FROM s3_objects WHERE bucket = ? AND key = ? AND version = ?');
  const removeSeq = db.prepare('DELETE FROM s3_objects WHERE seq = ?');
  const promote = db.prepare(
    `UPDATE s3_objects SET latest = 1 WHERE seq = (
       SELECT seq FROM s3_objects WHERE bucket = ? AND key = ? ORDER BY seq DESC LIMIT 1)`,
  );

  function remove(version: Version): void {
    inOneUnit(db, () => {
      removeSeq.run(version.seq);
      if (version.isLatest) promote.run(version.bucket, version.key);
    });
    // After the unit, which may yet be rolled back; a crash in between leaves a file that start() sweeps.
    if (version.body)
      setImmediate(() => !db.isOpen || objects.holds(version.body) || bodies.remove([version.body]));
  }

  function add(bucket: Bucket, fresh: NewVersion, isMarker: boolean): Version {
    const versionId = bucket.isVersioned ? randomBytes(16).toString('hex') : 'null';
    inOneUnit(db, () => {
      const replaced = bucket.isVersioned ? undefined : one.get(bucket.name, fresh.key, 'null');
      if (replaced) remove(asVersion(replaced));
      outdate.run(bucket.name, fresh.key);
      const { key, size, etag, headers, tags, checksums, body } = fresh;
      const texts = [headers, tags, checksums].map((value) => JSON.stringify(value)) as [
        string,
        string,
        string,
      ];
      insert.run(
        bucket.name,
        key,
        versionId,
        Number(isMarker),
        size,
        etag,
        ...texts,
        ctx.clock.now().getTime(),
        body,
      );
    });
    return asVersion(one.get(bucket.name, fresh.key, versionId) ?? {});
  }

  const objects = {
    put: (bucket: Bucket, fresh: NewVersion): Version => add(bucket, fresh, false),
    mark: (bucket: Bucket, key: string): Version =>
      add(bucket, { key, size: 0, etag: '', headers: {}, tags: {}, checksums: {}, body: '' }, true),
    /** The version asked for, or the latest, delete markers included. */
    find(bucket: Bucket, key: string, versionId?: string): Version | undefined {
      const row =
        versionId === undefined ? latest.get(bucket.name, key) : one.get(bucket.name, key, versionId);
      return row && asVersion(row);
    },
    /** Throws what S3 answers when it is not there. */
    get(bucket: Bucket, key: string, versionId?: string): Version {
      const version = objects.find(bucket, key, versionId);
      if (!version && versionId !== undefined)
        throw new ServiceFault('NoSuchVersion', 'The specified version does not exist.', 404, { Key: key });
      if (!version || (version.isMarker && versionId === undefined))
        throw new ServiceFault('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });
      if (version.isMarker)
        throw new ServiceFault(
          'MethodNotAllowed',
          'The specified method is not allowed against this resource.',
          405,
        );
      return version;
    },
    remove,
    tag: (version: Version, tags: Record<string, string>) =>
      void db.prepare('UPDATE s3_objects SET tags = ? WHERE seq = ?').run(JSON.stringify(tags), version.seq),
    /** Latest versions that are not markers, in key order, from after `after`. */
    list: (bucket: Bucket, prefix: string, after: string, limit: number): Version[] =>
      db
        .prepare(
          `SELECT * FROM s3_objects WHERE bucket = ? AND latest = 1 AND marker = 0 AND key > ? AND key >= ? AND key < ?
             ORDER BY key LIMIT ?`,
        )
        .all(bucket.name, after, prefix, `${prefix}\u{10ffff}`, limit)
        .map(asVersion),
    /** All versions, by key, then newest first, from after the given one. */
    versions: (
      bucket: Bucket,
      prefix: string,
      after: { key: string; seq: number },
      limit: number,
    ): Version[] =>
      db
        .prepare(
          `SELECT * FROM s3_objects WHERE bucket = ? AND key >= ? AND key < ? AND (key > ? OR (key = ? AND seq < ?))
             ORDER BY key, seq DESC LIMIT ?`,
        )
        .all(bucket.name, prefix, `${prefix}\u{10ffff}`, after.key, after.key, after.seq, limit)
        .map(asVersion),
    holds: (body: string) => db.prepare('SELECT 1 FROM s3_objects WHERE body = ?').get(body) !== undefined,
  };
  return objects;
}

function asVersion(row: Record<string, unknown>): Version {
  return {
    seq: Number(row.seq),
    bucket: String(row.bucket),
    key: String(row.key),
    versionId: String(row.version),
    isLatest: row.latest === 1,
    isMarker: row.marker === 1,
    size: Number(row.size),
    etag: String(row.etag),
    headers: JSON.parse(String(row.headers)),
    tags: JSON.parse(String(row.tags)),
    checksums: JSON.parse(String(row.checksums)),
    modified: new Date(Number(row.modified)),
    body: String(row.body),
  };
}
