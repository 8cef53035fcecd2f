import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';

export type Suppressed = {
  readonly address: string;
  readonly reason: 'BOUNCE' | 'COMPLAINT';
  readonly since: Date;
};
export type Suppression = ReturnType<typeof openSuppression>;

/** The account's list of addresses that SES does not write to any more. */
export function openSuppression({ db, clock }: Context) {
  db.exec(
    'CREATE TABLE IF NOT EXISTS ses_suppressed(address TEXT PRIMARY KEY, reason TEXT NOT NULL, since INTEGER NOT NULL)',
  );
  const asSuppressed = (row: Record<string, unknown>): Suppressed => ({
    address: String(row.address),
    reason: row.reason as Suppressed['reason'],
    since: new Date(Number(row.since)),
  });
  const find = (address: string): Suppressed | undefined => {
    const row = db.prepare('SELECT * FROM ses_suppressed WHERE address = ?').get(address.toLowerCase());
    return row && asSuppressed(row);
  };
  return {
    find,
    get(address: string): Suppressed {
      const found = find(address);
      if (found) return found;
      throw new ServiceFault(
        'NotFoundException',
        `Email address ${address} does not exist on your suppression list.`,
        404,
      );
    },
    put: (address: string, reason: Suppressed['reason']) =>
      void db
        .prepare('INSERT OR REPLACE INTO ses_suppressed VALUES(?, ?, ?)')
        .run(address.toLowerCase(), reason, clock.now().getTime()),
    remove: (address: string) =>
      void db.prepare('DELETE FROM ses_suppressed WHERE address = ?').run(address.toLowerCase()),
    /** In the order of the addresses, after `after`. */
    list: (after: string, limit: number): Suppressed[] =>
      db
        .prepare('SELECT * FROM ses_suppressed WHERE address > ? ORDER BY address LIMIT ?')
        .all(after, limit)
        .map(asSuppressed),
  };
}
