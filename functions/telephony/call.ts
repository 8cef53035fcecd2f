import type { CallOutcome, CallPart } from '../intake/contact.ts';
import type { Known } from './call-news.ts';

/** A call as everything said of it tells it. `topic` is the subject that was chosen, or typed by who answered. */
export type Call = CallPart & {
  topic: string | null;
  queuedAt: string | null;
  wantsCallBack: boolean;
};

const secondsBetween = (from: string | null, to: string | null): number | null =>
  from && to ? Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000)) : null;

/** How it ended; `null` while it goes on. */
const outcomeOf = (known: Known, isAnswered: boolean): CallOutcome | null => {
  if (isAnswered) return 'answered';
  if (!known.endedAt) return null;
  if (known.wantsCallBack) return 'missed';
  if (known.closed && !known.queuedAt) return 'out-of-hours';
  return known.cutOff || known.direction?.value === 'outbound' ? 'missed' : 'abandoned';
};

/** The call that what is known makes; the wait is counted from the queue. `null` as long as nobody said anything. */
export const foldCall = (known: Known): Call | null => {
  if (!known.heardAt) return null;
  const of = <F extends keyof Known>(field: F) => known[field]?.value ?? null;
  const direction = of('direction') ?? 'inbound';
  const [queuedAt, connectedAt, endedAt] = [of('queuedAt'), of('connectedAt'), of('endedAt')];
  const startedAt = of('startedAt') ?? queuedAt ?? connectedAt ?? endedAt ?? of('heardAt') ?? '';
  const isAnswered = connectedAt !== null && (direction === 'inbound' || of('pickedUpAt') !== null);
  const waits = isAnswered ? (queuedAt ?? startedAt) : queuedAt;
  return {
    ...{ direction, startedAt, connectedAt, endedAt, queuedAt },
    number: of('number'),
    outcome: outcomeOf(known, isAnswered),
    waitSeconds: direction === 'inbound' ? secondsBetween(waits, isAnswered ? connectedAt : endedAt) : null,
    talkSeconds: isAnswered ? secondsBetween(connectedAt, endedAt) : null,
    agent: of('agent'),
    group: of('group'),
    topic: of('topic'),
    disposition: of('disposition'),
    wantsCallBack: of('wantsCallBack') === true,
  };
};

/** The part of it that the contact shows. */
export const partOf = ({
  topic: _topic,
  queuedAt: _queuedAt,
  wantsCallBack: _wants,
  ...part
}: Call): CallPart => part;
