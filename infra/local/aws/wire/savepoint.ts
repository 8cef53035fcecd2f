import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs `work` as one unit: everything or nothing, also after `kill -9`. A savepoint rather than BEGIN, because parts call
 * each other inside their units (an object and its event are one).
 */
export function inOneUnit<T>(db: DatabaseSync, work: () => T): T {
  db.exec('SAVEPOINT unit');
  try {
    const result = work();
    db.exec('RELEASE unit');
    return result;
  } catch (error) {
    db.exec('ROLLBACK TO unit; RELEASE unit');
    throw error;
  }
}
