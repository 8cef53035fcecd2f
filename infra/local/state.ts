import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Opens (or creates) the one state file of the runtime. Each part creates its own tables, prefixed with its name. */
export function openState(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, 'runtime.db'));
  db.exec('PRAGMA journal_mode = WAL');
  // NORMAL under WAL: what returned survives the end of the process; only a loss of power may take the last moments.
  db.exec('PRAGMA synchronous = NORMAL');
  db.exec('PRAGMA busy_timeout = 5000');
  db.exec('CREATE TABLE IF NOT EXISTS runtime_value (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  return db;
}

/** A small durable map for facts of the runtime itself (clock, hashes of what was deployed). */
export type Facts = { get(key: string): string | undefined; set(key: string, value: string): void };

export function factsOf(db: DatabaseSync): Facts {
  const read = db.prepare('SELECT value FROM runtime_value WHERE key = ?');
  const write = db.prepare('INSERT OR REPLACE INTO runtime_value (key, value) VALUES (?, ?)');
  return {
    get: (key) => (read.get(key) as { value: string } | undefined)?.value,
    set: (key, value) => void write.run(key, value),
  };
}
