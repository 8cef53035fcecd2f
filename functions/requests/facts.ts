import { type Deadline, deadlinesOf, type Facts, type Rules } from '../deadlines/deadlines.ts';
import { commitmentSource, deadlineWhy } from '../deadlines/messages/fr.ts';
import type { JournalEvent } from './event.ts';
import type { Whole } from './items.ts';

export type Today = { day: string; dayOf(instant: string): string };

/** Instant at which a message reached its channel: mail when sent, a letter when printed and posted. */
const sentAt = (events: readonly JournalEvent[], messageIds: readonly string[]): string | null => {
  const found = events.find(
    (event) =>
      (event.type === 'letter-printed' || (event.type === 'message-sent' && event.channel !== 'letter')) &&
      messageIds.includes(event.messageId),
  );
  return found?.at ?? null;
};

/** What the deadlines depend on, read from the journal. */
export const factsOf = ({ request, events }: Pick<Whole, 'request' | 'events'>, { dayOf }: Today): Facts => {
  const acknowledgements = events.filter((event) => event.type === 'acknowledgement-queued');
  const receipt = sentAt(
    events,
    acknowledgements.map(({ messageId }) => messageId),
  );
  const full = sentAt(
    events,
    acknowledgements.filter(({ kind }) => kind !== 'aee').map(({ messageId }) => messageId),
  );
  const { answer, receivedOn, channel, state } = request;
  return {
    receivedOn,
    channel,
    state,
    receiptOn: receipt && dayOf(receipt),
    acknowledgedOn: full && dayOf(full),
    answeredOn: answer ? dayOf(answer.sentAt ?? answer.decidedAt) : null,
  };
};

export type ExplainedDeadline = Deadline & { why: string };
/** The deadlines of a request, each with its article and an explanation in plain French. */
export const explainedDeadlines = (
  whole: Pick<Whole, 'request' | 'events'>,
  rules: Rules,
  today: Today,
): ExplainedDeadline[] =>
  deadlinesOf(factsOf(whole, today), rules, today.day).map((deadline) => ({
    ...deadline,
    article: deadline.article || commitmentSource,
    why: deadlineWhy[deadline.kind],
  }));
