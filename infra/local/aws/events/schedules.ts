import type { Context } from '../../context.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import { type Occurrences, readExpression } from './expression.ts';

export type Schedule = {
  readonly arn: string;
  readonly expression: string;
  readonly timeZone: string;
  /** Called once for each occurrence, with its due instant. */
  readonly fire: (due: Date) => void;
};
type Row = { arn: string; expression: string; anchor: string; last: string | null };

const KIND = 'events.schedule';
const DAY_MS = 86_400_000;

/** Schedules on the virtual clock. Their anchor and last occurrence are kept, so that a restart loses and repeats none. */
export function openSchedules(ctx: Context) {
  const { db, clock } = ctx;
  db.exec(
    'CREATE TABLE IF NOT EXISTS events_schedules (arn TEXT PRIMARY KEY, expression TEXT, anchor TEXT, last TEXT)',
  );
  const select = db.prepare('SELECT * FROM events_schedules WHERE arn = ?');
  const insert = db.prepare('INSERT OR REPLACE INTO events_schedules VALUES (?, ?, ?, NULL)');
  const fired = db.prepare('UPDATE events_schedules SET last = ? WHERE arn = ?');
  const known = new Map<string, Schedule & { next: Occurrences; anchor: Date }>();
  let watch: NodeJS.Timeout | undefined;

  clock.on(KIND, (payload, due) => {
    const schedule = known.get((payload as { arn: string }).arn);
    if (!schedule) return;
    inOneUnit(db, () => {
      fired.run(due.toISOString(), schedule.arn);
      schedule.fire(due);
      plan(schedule.arn, due);
    });
  });

  /**
   * The occurrence after `after`; when the calendar was moved past many, at most one for each of the last two days, and one for
   * every sixty days before them: all find the same present to work on, and a move by two years must not take minutes.
   */
  function plan(arn: string, after: Date): void {
    const schedule = known.get(arn);
    let due = schedule?.next(after);
    if (!due) return;
    const now = clock.now();
    if (due < now) {
      const past = +now - +due - 2 * DAY_MS;
      const step = past > 0 ? Math.max(Math.min(past, 60 * DAY_MS), DAY_MS) : DAY_MS;
      const later = schedule?.next(new Date(after.getTime() + step - 1));
      if (later && later > due) due = new Date(Math.min(+later, +now));
    }
    clock.at(`events:${arn}`, due, KIND, { arn });
  }

  function planAll(): void {
    for (const { arn, anchor } of known.values()) {
      const { last } = select.get(arn) as Row;
      // A calendar moved back leaves "last" in the future: the schedule follows the calendar.
      const after = new Date(last ?? anchor);
      plan(arn, after > clock.now() ? clock.now() : after);
    }
  }

  return {
    add(schedule: Schedule): void {
      const { arn, expression } = schedule;
      const row = select.get(arn) as Row | undefined;
      if (row?.expression !== expression) insert.run(arn, expression, clock.now().toISOString());
      const anchor = new Date((select.get(arn) as Row).anchor);
      known.set(arn, { ...schedule, anchor, next: readExpression(expression, schedule.timeZone, anchor) });
    },
    start(): void {
      planAll();
      let offset = clock.offset();
      watch = setInterval(() => {
        const moved = clock.offset() - offset;
        offset = clock.offset();
        if (moved < -60_000) planAll();
      }, 500).unref();
    },
    stop: () => clearInterval(watch),
  };
}
