import { createHash } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Entry } from './journal.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
export type MachineRow = { arn: string; name: string; role: string; definition: string; created: string };
export type Execution = {
  arn: string;
  machine: string;
  name: string;
  status: Status;
  definition: string;
  input: string;
  output?: string;
  error?: string;
  cause?: string;
  started: string;
  stopped?: string;
  redrives: number;
  redriven?: string;
};
export type Token = { token: string; execution: string; step: string; attempt: number; beat: string };

const SCHEMA = `
CREATE TABLE IF NOT EXISTS states_definitions (hash TEXT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS states_machines (arn TEXT PRIMARY KEY, name TEXT, role TEXT, definition TEXT, created TEXT);
CREATE TABLE IF NOT EXISTS states_executions (arn TEXT PRIMARY KEY, machine TEXT, name TEXT, status TEXT, definition TEXT,
  input TEXT, output TEXT, error TEXT, cause TEXT, started TEXT, stopped TEXT, redrives INTEGER DEFAULT 0, redriven TEXT);
CREATE INDEX IF NOT EXISTS states_by_machine ON states_executions (machine, status, started);
CREATE INDEX IF NOT EXISTS states_by_status ON states_executions (status, started);
CREATE TABLE IF NOT EXISTS states_journal (execution TEXT, seq INTEGER, type TEXT, at TEXT, step TEXT, details TEXT, kept TEXT,
  PRIMARY KEY (execution, seq)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS states_tokens (token TEXT PRIMARY KEY, execution TEXT, step TEXT, attempt INTEGER, beat TEXT);`;

export type Store = ReturnType<typeof statesStore>;

/** Machines, executions, their journals and the task tokens handed out. Instants are ISO 8601 on the virtual clock. */
export function statesStore(db: DatabaseSync) {
  db.exec(SCHEMA);
  const sql = {
    execution: db.prepare('SELECT * FROM states_executions WHERE arn = ?'),
    append: db.prepare('INSERT INTO states_journal VALUES (?, ?, ?, ?, ?, ?, ?)'),
    entries: db.prepare('SELECT * FROM states_journal WHERE execution = ? ORDER BY seq'),
    definition: db.prepare('SELECT text FROM states_definitions WHERE hash = ?'),
  };
  const rows = <T>(found: unknown) => found as T[];
  const row = <T>(found: unknown) => (found ? clean<T>(found as Record<string, SQLOutputValue>) : undefined);

  return {
    saveDefinition(text: string): string {
      const hash = createHash('sha256').update(text).digest('hex');
      db.prepare('INSERT OR IGNORE INTO states_definitions VALUES (?, ?)').run(hash, text);
      return hash;
    },
    definition: (hash: string) => row<{ text: string }>(sql.definition.get(hash))?.text ?? '{}',
    saveMachine(machine: MachineRow) {
      db.prepare(
        `INSERT INTO states_machines VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (arn) DO UPDATE SET role = excluded.role, definition = excluded.definition`,
      ).run(machine.arn, machine.name, machine.role, machine.definition, machine.created);
    },
    machine: (arn: string) =>
      row<MachineRow>(db.prepare('SELECT * FROM states_machines WHERE arn = ?').get(arn)),
    machines: () => rows<MachineRow>(db.prepare('SELECT * FROM states_machines ORDER BY name').all()),

    addExecution(it: Execution) {
      db.prepare(
        `INSERT INTO states_executions (arn, machine, name, status, definition, input, started)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ).run(it.arn, it.machine, it.name, it.status, it.definition, it.input, it.started);
    },
    saveEnd(it: Execution) {
      db.prepare(
        `UPDATE states_executions SET status = ?, output = ?, error = ?, cause = ?, stopped = ?, redrives = ?, redriven = ?
         WHERE arn = ?`,
      ).run(
        it.status,
        it.output ?? null,
        it.error ?? null,
        it.cause ?? null,
        it.stopped ?? null,
        it.redrives,
        it.redriven ?? null,
        it.arn,
      );
    },
    execution: (arn: string) => row<Execution>(sql.execution.get(arn)),
    running: () =>
      rows<Record<string, SQLOutputValue>>(
        db.prepare("SELECT * FROM states_executions WHERE status = 'RUNNING' ORDER BY started").all(),
      ).map(clean<Execution>),
    /** Newest first; pages of `limit` from `offset`. */
    executions(machine: string | undefined, status: string | undefined, limit: number, offset: number) {
      const where = '(?1 IS NULL OR machine = ?1) AND (?2 IS NULL OR status = ?2)';
      return rows<Record<string, SQLOutputValue>>(
        db
          .prepare(
            `SELECT * FROM states_executions WHERE ${where} ORDER BY started DESC, arn LIMIT ?3 OFFSET ?4`,
          )
          .all(machine ?? null, status ?? null, limit, offset),
      ).map(clean<Execution>);
    },

    append(execution: string, entry: Entry) {
      const { seq, type, at, step, details, kept } = entry;
      const text = kept ? JSON.stringify(kept) : null;
      sql.append.run(execution, seq, type, at.toISOString(), step ?? null, JSON.stringify(details), text);
    },
    entries(execution: string): Entry[] {
      return rows<Record<string, string | number | null>>(sql.entries.all(execution)).map((line) => ({
        seq: Number(line.seq),
        type: String(line.type),
        at: new Date(String(line.at)),
        step: line.step === null ? undefined : String(line.step),
        details: JSON.parse(String(line.details)),
        kept: line.kept ? JSON.parse(String(line.kept)) : undefined,
      }));
    },

    saveToken({ token, execution, step, attempt, beat }: Token) {
      db.prepare('INSERT OR REPLACE INTO states_tokens VALUES (?, ?, ?, ?, ?)').run(
        token,
        execution,
        step,
        attempt,
        beat,
      );
    },
    beat: (token: string, at: Date) =>
      db.prepare('UPDATE states_tokens SET beat = ? WHERE token = ?').run(at.toISOString(), token),
    token: (token: string) =>
      row<Token>(db.prepare('SELECT * FROM states_tokens WHERE token = ?').get(token)),
  };
}

/** SQLite's null is an absent member here. */
function clean<T>(row: Record<string, SQLOutputValue>): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}
