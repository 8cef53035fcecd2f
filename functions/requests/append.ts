import type { BusEvent } from '../shared/events.ts';
import { apply } from './apply.ts';
import { decide } from './decide.ts';
import type { JournalEvent } from './event.ts';
import type { RecordItem, Snapshot } from './items.ts';
import { emptyHead, type Hash, seal } from './journal.ts';
import type { Card } from './records.ts';
import type { Command, Request } from './request.ts';
import type { MailOfRequest } from './thread-items.ts';

/** What is asked of a request, with the content, the announcements and the ranking that go with it. */
export type Change = {
  commands: Command[];
  records?: RecordItem[];
  /** Records of another request, written or taken away in the same transaction. */
  elsewhere?: ({ of: string; record: RecordItem } | { of: string; gone: RecordItem['sk'] })[];
  announce?: BusEvent[];
  /** Mails that belong to it from now on: what answers them is recognised. */
  mails?: MailOfRequest[];
  card?: Card;
  due?: string;
  repair?: Snapshot['repair'];
};
/**
 * A command done once: the same key is a success, the same key with another fingerprint a misuse. `at` is the instant it
 * happened when that is not now (what is taken over from elsewhere).
 */
export type CommandKey<Write = never> = { key: string; fingerprint?: string; at?: string; only?: Write[] };
export type Appended = { request: Request; repeated: boolean };
/** The one way a request changes; `ask` sees the state it decides upon, and may be asked again when another came first. */
export type Append = (
  reference: string,
  command: CommandKey,
  ask: (current: Snapshot | null) => Change | Promise<Change>,
) => Promise<Appended>;
export type Step = { events: JournalEvent[]; next: Snapshot };

/**
 * Journal lines and snapshot that a change makes of what was there; `null` when it was all true already.
 * Refuses as `decide` does.
 */
export const step = (
  before: Snapshot | null,
  change: Change,
  { reference, at, hash }: { reference: string; at: string; hash: Hash },
): Step | null => {
  let request: Request | null = before?.request ?? null;
  let head = before?.head ?? emptyHead;
  const events: JournalEvent[] = [];
  for (const command of change.commands) {
    for (const event of seal(decide(request, command), head, at, hash)) {
      request = apply(request, event, reference);
      head = { seq: event.seq, hash: event.hash };
      events.push(event);
    }
  }
  const isMending = change.repair !== undefined && change.repair?.reason !== before?.repair?.reason;
  const isMoved = change.due !== undefined && change.due !== before?.due;
  if (!request || (events.length === 0 && !isMending && !isMoved)) return null;
  return {
    events,
    next: {
      request,
      head,
      card: change.card ?? before?.card ?? { subject: '', sender: '' },
      due: change.due ?? before?.due ?? request.receivedOn,
      repair: change.repair === undefined ? (before?.repair ?? null) : change.repair,
    },
  };
};
