import type { Context } from '../../context.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import type { MailEvent, SendingEvents } from './sending-events.ts';
import type { Suppression } from './suppression.ts';

type Outcome = { readonly set?: string; readonly mail: MailEvent; readonly recipients: string[] };

/** A mail server answers after SES has answered the sender: never sooner here either, or a bounce would overtake its message. */
const AFTER_MS = 250;

export type Outcomes = ReturnType<typeof openOutcomes>;

/** What becomes of each message, told a moment later; durable, so that a restart does not lose a bounce. */
export function openOutcomes({ db, busy }: Context, suppression: Suppression, events: SendingEvents) {
  db.exec(
    'CREATE TABLE IF NOT EXISTS ses_outcomes(seq INTEGER PRIMARY KEY AUTOINCREMENT, outcome TEXT NOT NULL)',
  );
  const timers = new Set<NodeJS.Timeout>();
  const waiting = () => Number(db.prepare('SELECT count(*) AS count FROM ses_outcomes').get()?.count);
  busy.watch(() => (waiting() > 0 ? [`mail: ${waiting()} under way`] : []));

  function tell(seq: number): void {
    inOneUnit(db, () => {
      const row = db.prepare('DELETE FROM ses_outcomes WHERE seq = ? RETURNING outcome').get(seq);
      if (!row) return;
      const { set, mail, recipients } = JSON.parse(String(row.outcome)) as Outcome;
      for (const recipient of recipients) conclude(suppression, events, set, mail, recipient);
    });
  }
  function later(seq: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      try {
        tell(seq);
      } catch (error) {
        // It stays under way, and is told at the next start: a timer must not end the runtime.
        process.stderr.write(`mail ${seq}: ${(error as Error).stack}\n`);
      }
    }, AFTER_MS);
    timers.add(timer);
  }

  return {
    add(outcome: Outcome): void {
      const { lastInsertRowid } = db
        .prepare('INSERT INTO ses_outcomes(outcome) VALUES(?)')
        .run(JSON.stringify(outcome));
      later(Number(lastInsertRowid));
    },
    start(): void {
      for (const { seq } of db.prepare('SELECT seq FROM ses_outcomes ORDER BY seq').all()) later(Number(seq));
    },
    stop(): void {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** The simulator's addresses and any domain that begins with `bounce.` do not accept what they get. */
function conclude(
  suppression: Suppression,
  events: SendingEvents,
  set: string | undefined,
  mail: MailEvent,
  recipient: string,
): void {
  const [local = '', domain = ''] = recipient.toLowerCase().split('@');
  const isSimulator = domain === 'simulator.amazonses.com';
  const simulated = isSimulator ? local.split('+')[0] : '';
  if (simulated === 'suppressionlist' || suppression.find(recipient))
    events.bounced(set, mail, recipient, true);
  else if (simulated === 'bounce' || domain.startsWith('bounce.')) {
    events.bounced(set, mail, recipient, false);
    // The simulator's addresses are never suppressed, so that they can be used again.
    if (!isSimulator) suppression.put(recipient, 'BOUNCE');
  } else {
    events.delivered(set, mail, [recipient]);
    if (simulated === 'complaint') events.complained(set, mail, recipient);
  }
}
