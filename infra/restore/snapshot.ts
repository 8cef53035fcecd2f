import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

/** What a runtime writes anew when it starts, or that belongs to the process that was. */
const left = /^(dynamodb\.db|runtime\.db)|\.pid$|^pid$|^logs$|\.log$/;

/**
 * A copy of a folder of data while its runtime works, as a backup would give it: the two databases page by page under their own
 * locks, files as they are (what they hold is written once and never changed).
 */
export async function snapshot(from: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  for (const name of ['dynamodb.db', 'runtime.db']) {
    const database = new DatabaseSync(join(from, name), { readOnly: true });
    try {
      await backup(database, join(to, name));
    } finally {
      database.close();
    }
  }
  for (const name of readdirSync(from))
    if (!left.test(name) && existsSync(join(from, name)))
      cpSync(join(from, name), join(to, name), { recursive: true });
}
