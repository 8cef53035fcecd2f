import type { DatabaseSync } from 'node:sqlite';

/** What a payment was ordered with, field by field as it came. */
export type Ordered = Record<
  'exer' | 'mel' | 'montant' | 'numcli' | 'objet' | 'refdet' | 'saisie' | 'urlnotif' | 'urlredirect',
  string
>;
export const results = ['P', 'V', 'A', 'R', 'Z'] as const;
export type Result = (typeof results)[number];
/** How the notification behaves: `now`, never, minutes late, twice, or full of lies about another payment. */
export const notifications = ['now', 'lost', 'late', 'twice', 'wrong'] as const;
export type Notify = (typeof notifications)[number];

/** One operation of the stand-in. Times in milliseconds of the virtual clock. */
export type Operation = {
  idOp: string;
  ordered: Ordered;
  createdAt: number;
  result: Result | null;
  paidAt: number | null;
  /** Before that the result is "not known yet" (P5). */
  knownAt: number | null;
  authorisation: string | null;
  /** Fields that its details tell otherwise than they were ordered. */
  lies: Partial<Ordered>;
};

const minute = 60_000;
const openFor = 15 * minute;
export const isOpen = ({ createdAt }: Operation, now: number): boolean => now - createdAt <= openFor;
export const isPaid = ({ result }: Operation): boolean => result === 'P' || result === 'V';

/** What nobody paid is purged in the night (at two, UTC) that follows it. */
export const isPurged = (operation: Operation, now: number): boolean => {
  if (isPaid(operation)) return false;
  const night = new Date(operation.createdAt);
  night.setUTCHours(2, 0, 0, 0);
  const next = night.getTime() > operation.createdAt ? night.getTime() : night.getTime() + 24 * 60 * minute;
  return now >= next;
};

export type Store = ReturnType<typeof operationStore>;
/** Operations in the one SQLite file: they survive a power cut like everything else. */
export function operationStore(db: DatabaseSync) {
  db.exec(
    'CREATE TABLE IF NOT EXISTS payfip_operation (id TEXT PRIMARY KEY, created INTEGER NOT NULL, operation TEXT NOT NULL) STRICT',
  );
  db.exec('CREATE TABLE IF NOT EXISTS payfip_mood (id INTEGER PRIMARY KEY, mood TEXT NOT NULL) STRICT');
  const put = db.prepare('INSERT OR REPLACE INTO payfip_operation (id, created, operation) VALUES (?, ?, ?)');
  const get = db.prepare('SELECT operation FROM payfip_operation WHERE id = ?');
  const all = db.prepare(
    'SELECT operation FROM payfip_operation ORDER BY created DESC, rowid DESC LIMIT 200',
  );
  const setMood = db.prepare('INSERT OR REPLACE INTO payfip_mood (id, mood) VALUES (1, ?)');
  const readMood = db.prepare('SELECT mood FROM payfip_mood WHERE id = 1');
  const read = (row: unknown) => JSON.parse((row as { operation: string }).operation) as Operation;
  return {
    save: (operation: Operation): void =>
      void put.run(operation.idOp, operation.createdAt, JSON.stringify(operation)),
    find(idOp: string): Operation | undefined {
      const row = get.get(idOp);
      return row ? read(row) : undefined;
    },
    /** The newest first. */
    list: (): Operation[] => all.all().map(read),
    mood(): Mood {
      const row = readMood.get() as { mood: string } | undefined;
      return { ...calm, ...(row && (JSON.parse(row.mood) as Mood)) };
    },
    setMood: (mood: Mood): void => void setMood.run(JSON.stringify(mood)),
  };
}

/** What the next calls and payments meet: a trouble so many times, and how notifications of the payment page behave. */
export type Trouble = 'technical' | 'unavailable' | 'protocol' | 'garbage' | 'lost-answer';
export type Mood = {
  trouble: { kind: Trouble; on: 'create' | 'detail' | 'all'; times: number } | null;
  notify: Notify;
  /** Milliseconds from paying to the result being known, and to a late notification. */
  knownAfter: number;
  after: number;
};
const calm: Mood = { trouble: null, notify: 'now', knownAfter: 0, after: 3 * minute };
