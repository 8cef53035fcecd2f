import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { startDatabase } from './binary.ts';

/**
 * The database looks up the last sequence number of a stream at each write, in a table it neither indexes nor trims:
 * writes slow down from the first thousand on. Two indexes and a trigger, made once, keep them flat. The trigger stays
 * within one table, since the numbering of a stream begins anew when its last record goes.
 */
const REMEDY = `
  CREATE INDEX IF NOT EXISTS sr_tab_seq ON _stream_records(table_name, CAST(sequence_number AS INTEGER));
  CREATE INDEX IF NOT EXISTS sr_tab_shard_seq ON _stream_records(table_name, shard_id, CAST(sequence_number AS INTEGER));
  CREATE TRIGGER IF NOT EXISTS sr_trim AFTER INSERT ON _stream_records WHEN NEW.id % 200 = 0 BEGIN
    DELETE FROM _stream_records WHERE table_name = NEW.table_name AND created_at < NEW.created_at - 86400; END;`;

/** Makes sure the database file exists and carries the remedy. */
export async function seedDatabase(file: string, pidFile: string): Promise<void> {
  // A kill during the very first start may leave a file without its tables: the database makes what is missing.
  if (!isMade(file)) await (await startDatabase(file, pidFile)).stop();
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec(REMEDY);
  db.close();
}

function isMade(file: string): boolean {
  if (!existsSync(file)) return false;
  const db = new DatabaseSync(file, { timeout: 5000 });
  try {
    return db.prepare("SELECT 1 FROM sqlite_master WHERE name = '_stream_records'").get() !== undefined;
  } finally {
    db.close();
  }
}
