import type { Day } from '../deadlines/day.ts';
import { legalDeadlines } from '../deadlines/legal.ts';
import type { LegalCase, LegalDeadline, LegalEvent } from '../deadlines/legal-case.ts';
import { legalChannel, type Rules } from '../deadlines/rules.ts';
import type { JournalEvent } from './event.ts';
import type { Whole } from './items.ts';

/** Today, and the day of an instant, in the time zone of the authority. */
export type Today = { day: Day; dayOf(instant: string): Day };
type Told = Pick<Whole, 'request' | 'events'>;

/** A letter counts once it was posted, not when it waits for the printer; what came back never arrived. */
const reached = (event: JournalEvent): boolean =>
  event.type === 'letter-printed' ||
  event.type === 'letter-handed-over' ||
  (event.type === 'message-sent' && event.channel !== 'letter');
/** A letter that was refused or not fetched was presented where the person lives: it arrived. */
const presented: readonly string[] = ['refused', 'unclaimed'];
const cameBack = (event: JournalEvent): boolean =>
  event.type === 'message-delivery-failed' ||
  (event.type === 'letter-came-back' && !presented.includes(event.reason));
/** What waited in the portal leaves it when the person takes their consent back, or never learnt of it. */
const leftPortal = (events: readonly JournalEvent[], { seq }: JournalEvent, messageId: string): boolean =>
  events.some(
    (event) =>
      event.seq > seq &&
      'messageId' in event &&
      event.messageId === messageId &&
      (event.type === 'message-sent' || cameBack(event)),
  );

/** Instant at which a message reached its channel, failures left out: what was sent again counts from then. */
const sentAt = (events: readonly JournalEvent[], messageId: string): string | null => {
  const about = events.filter((event) => 'messageId' in event && event.messageId === messageId);
  const failure = about.findLastIndex(cameBack);
  return about.slice(failure + 1).find(reached)?.at ?? null;
};

/** Withdrawals and transfers that a reopening undid do not count. */
const standing = (events: readonly JournalEvent[]): readonly JournalEvent[] => {
  const reopened = events.findLastIndex(({ type }) => type === 'request-reopened');
  return events.filter(
    ({ type }, index) => index > reopened || (type !== 'request-withdrawn' && type !== 'request-transferred'),
  );
};

type Completed = Extract<JournalEvent, { type: 'documents-completed' }>;
/** What came turned out to be something else: nothing was complete. */
const wasUnticked = (events: readonly JournalEvent[], { askId, seq }: Completed): boolean =>
  events.some((event) => event.type === 'document-unticked' && event.askId === askId && event.seq > seq);
/** Unticked by mistake, or there already when it was: nothing was asked for again. */
const wasThere = (events: readonly JournalEvent[], askId: string, seq: number, day: Day): boolean =>
  events.some(
    (event) =>
      event.type === 'documents-completed' && event.askId === askId && event.seq > seq && event.on <= day,
  );

const legalEvents = (events: readonly JournalEvent[], { dayOf }: Today): LegalEvent[] => {
  const answers = events.flatMap((event) => (event.type === 'answer-decided' ? [event.messageId] : []));
  const sent = (type: 'acknowledged' | 'notified', messageId: string, complete = true): LegalEvent[] => {
    const at = sentAt(events, messageId);
    return at ? [{ type, on: dayOf(at), complete }] : [];
  };
  const clocked = new Set<string>();
  return standing(events).flatMap((event): LegalEvent[] => {
    switch (event.type) {
      case 'acknowledgement-queued':
        return sent('acknowledged', event.messageId, event.kind !== 'aee');
      case 'documents-requested':
        if (!event.stopsClock) return [];
        clocked.add(event.askId);
        return [{ type: 'documents-requested', on: event.on, until: event.until }];
      case 'document-unticked':
        // Asked for again: the days between the first delay and this one were nobody's but the authority's.
        return clocked.has(event.askId) && !wasThere(events, event.askId, event.seq, dayOf(event.at))
          ? [{ type: 'documents-requested', on: dayOf(event.at), until: event.until }]
          : [];
      case 'documents-completed':
        return clocked.has(event.askId) && !wasUnticked(events, event)
          ? [{ type: 'documents-received', on: event.on }]
          : [];
      case 'answer-decided':
        return [{ type: 'decided', on: dayOf(event.at) }, ...sent('notified', event.messageId)];
      case 'message-made-available':
        return answers.includes(event.messageId) && !leftPortal(events, event, event.messageId)
          ? [{ type: 'made-available', on: event.on }]
          : [];
      case 'message-consulted':
        return answers.includes(event.messageId) ? [{ type: 'consulted', on: event.on }] : [];
      case 'request-withdrawn':
        return [{ type: 'withdrawn', on: dayOf(event.at) }];
      case 'request-transferred':
        return [{ type: 'forwarded', on: event.on }];
      default:
        return [];
    }
  });
};

/**
 * The journal as the law reads it. A request that another administration received first was received on that day, and by the
 * competent one on the day it came here. What silence decided is no event: the library finds it.
 */
export const caseOf = ({ request, events }: Told, rules: Rules, today: Today): LegalCase => {
  const { mode, period, article } = rules.silence;
  const { receivedOn, firstReceivedOn, channel } = request;
  return {
    ...{ mode, period, calendar: rules.calendar, commitmentDays: rules.commitmentDays },
    silenceArticle: article,
    channel: legalChannel(channel),
    today: today.day,
    events: [
      { type: 'received', on: firstReceivedOn ?? receivedOn },
      ...(firstReceivedOn ? [{ type: 'transferred', on: receivedOn } as const] : []),
      ...legalEvents(events, today),
    ],
  };
};

/** The deadlines of a request, each with its day, its state, its article and an explanation in plain French. */
export const deadlinesOf = (told: Told, rules: Rules, today: Today): LegalDeadline[] =>
  legalDeadlines(caseOf(told, rules, today));
