import type { BusEvent } from './events.ts';

export type OutboxItem = { pk: string; sk: string; outbox: BusEvent; expiresAt: number };
const keptForDays = 7;

/**
 * What is to be said on the bus, written in the transaction that makes it true. The table's stream carries it to
 * outbox.lambda.ts; the item only has to outlive the stream's 24 hours.
 * @param id unique within `pk`; derived from the cause, so that a repeated cause overwrites instead of doubling
 * @param now epoch seconds
 */
export const outboxItem = (pk: string, id: string, event: BusEvent, now: number): OutboxItem => ({
  pk,
  sk: `OUTBOX#${id}`,
  outbox: event,
  expiresAt: now + keptForDays * 86_400,
});
