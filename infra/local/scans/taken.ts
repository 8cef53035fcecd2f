import type { DatabaseSync } from 'node:sqlite';

/** A file of the scan folder that is in the drop bucket. */
export type Taken = {
  id: number;
  path: string;
  /** Inode, size and time of the local file, to know it again when the runtime died before moving it. */
  mark: string;
  /** Versions of its answers that are older than it, by key. */
  before: Record<string, string>;
  state: 'put' | 'moved' | 'failed' | 'answered';
  /** Where a failed file lies, until its reason is beside it. */
  place?: string;
};

/** The register of files taken: the object and its line are written in one unit, so that none is taken twice. */
export function takenFiles(db: DatabaseSync) {
  db.exec(
    'CREATE TABLE IF NOT EXISTS scans_taken (id INTEGER PRIMARY KEY, path TEXT, mark TEXT, before TEXT, state TEXT, place TEXT)',
  );
  db.exec('CREATE INDEX IF NOT EXISTS scans_by_state ON scans_taken (state, id)');
  const change = db.prepare('UPDATE scans_taken SET state = ?, place = ? WHERE id = ?');
  const read = (rows: unknown) =>
    (rows as Record<string, string>[]).map(
      (row) => ({ ...row, before: JSON.parse(row.before ?? '{}') }) as unknown as Taken,
    );
  return {
    add: (path: string, mark: string, before: Taken['before']) =>
      db
        .prepare("INSERT INTO scans_taken (path, mark, before, state) VALUES (?, ?, ?, 'put')")
        .run(path, mark, JSON.stringify(before)),
    change: (id: number, state: Taken['state'], place?: string) => change.run(state, place ?? null, id),
    /** Put in the bucket but perhaps still in the folder. */
    unmoved: () => read(db.prepare("SELECT * FROM scans_taken WHERE state = 'put' ORDER BY id").all()),
    /** Without an answer of the product, oldest first; a hundred at a time from `after` on. */
    unanswered: (after: number) =>
      read(
        db
          .prepare(
            "SELECT * FROM scans_taken WHERE state IN ('moved', 'failed') AND id > ? ORDER BY id LIMIT 100",
          )
          .all(after),
      ),
  };
}
