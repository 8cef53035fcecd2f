import type { DatabaseSync } from 'node:sqlite';
import type { Block } from './blocks.ts';

export type Location = { Bucket: string; Name: string; Version?: string };
export type Job = {
  id: string;
  status: 'IN_PROGRESS' | 'SUCCEEDED' | 'PARTIAL_SUCCESS' | 'FAILED';
  document: Location;
  topic?: string;
  tag?: string;
  message?: string;
  pages?: number;
  isNotified: boolean;
};

const SCHEMA = `
CREATE TABLE IF NOT EXISTS textract_jobs (id TEXT PRIMARY KEY, token TEXT UNIQUE, status TEXT, document TEXT, topic TEXT, tag TEXT,
  message TEXT, pages INTEGER, notified INTEGER DEFAULT 0);
CREATE INDEX IF NOT EXISTS textract_open ON textract_jobs (status, notified);
CREATE TABLE IF NOT EXISTS textract_pages (job TEXT, page INTEGER, size INTEGER, blocks TEXT, PRIMARY KEY (job, page));`;

export type JobStore = ReturnType<typeof jobStore>;

/** Jobs and the pages already read, so that a job that was killed reads only the rest. */
export function jobStore(db: DatabaseSync) {
  db.exec(SCHEMA);
  const addPage = db.prepare('INSERT OR REPLACE INTO textract_pages VALUES (?, ?, ?, ?)');

  return {
    add(job: Job, token: string | undefined) {
      db.prepare(
        "INSERT INTO textract_jobs (id, token, status, document, topic, tag) VALUES (?, ?, 'IN_PROGRESS', ?, ?, ?)",
      ).run(job.id, token ?? null, JSON.stringify(job.document), job.topic ?? null, job.tag ?? null);
    },
    byToken: (token: string) => read(db.prepare('SELECT * FROM textract_jobs WHERE token = ?').get(token)),
    get: (id: string) => read(db.prepare('SELECT * FROM textract_jobs WHERE id = ?').get(id)),
    /** Jobs to read or to tell about, oldest first. */
    open: () =>
      db
        .prepare("SELECT * FROM textract_jobs WHERE status = 'IN_PROGRESS' OR notified = 0 ORDER BY rowid")
        .all()
        .map((row) => read(row) as Job),
    end(id: string, status: Job['status'], pages: number | undefined, message?: string) {
      db.prepare('UPDATE textract_jobs SET status = ?, pages = ?, message = ? WHERE id = ?').run(
        status,
        pages ?? null,
        message ?? null,
        id,
      );
    },
    notified: (id: string) => db.prepare('UPDATE textract_jobs SET notified = 1 WHERE id = ?').run(id),

    addPage: (job: string, page: number, blocks: Block[]) =>
      addPage.run(job, page, blocks.length, JSON.stringify(blocks)),
    readPages: (job: string): Set<number> =>
      new Set(
        db
          .prepare('SELECT page FROM textract_pages WHERE job = ?')
          .all(job)
          .map((row) => Number(row.page)),
      ),
    /** `count` blocks from `offset` on; only the pages they are on are read. */
    blocks(job: string, offset: number, count: number): { blocks: Block[]; isLast: boolean } {
      const sizes = db
        .prepare('SELECT page, size FROM textract_pages WHERE job = ? ORDER BY page')
        .all(job) as { page: number; size: number }[];
      const one = db.prepare('SELECT blocks FROM textract_pages WHERE job = ? AND page = ?');
      const blocks: Block[] = [];
      let before = 0;
      for (const { page, size } of sizes) {
        const from = Math.max(0, offset - before);
        const left = count - blocks.length;
        if (from < size && left > 0)
          blocks.push(...JSON.parse(String(one.get(job, page)?.blocks)).slice(from, from + left));
        before += size;
      }
      return { blocks, isLast: offset + blocks.length >= before };
    },
  };
}

function read(row: Record<string, unknown> | undefined): Job | undefined {
  if (!row) return undefined;
  const text = (value: unknown) => (value === null ? undefined : String(value));
  return {
    id: String(row.id),
    status: row.status as Job['status'],
    document: JSON.parse(String(row.document)),
    topic: text(row.topic),
    tag: text(row.tag),
    message: text(row.message),
    pages: row.pages === null ? undefined : Number(row.pages),
    isNotified: row.notified === 1,
  };
}
