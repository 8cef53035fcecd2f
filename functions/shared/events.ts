import * as z from 'zod';
import { late } from './api.ts';

type Makers = Record<string, () => z.ZodType>;
/** Most functions only write one kind of what stands below: its schema, and none of the others, is made when it is read. */
/* @__NO_SIDE_EFFECTS__ */
const lateEach = <const M extends Makers>(makers: M): { readonly [T in keyof M]: ReturnType<M[T]> } => {
  const each = {};
  for (const [type, make] of Object.entries(makers))
    Object.defineProperty(each, type, { get: late(make), enumerable: true });
  return each as { readonly [T in keyof M]: ReturnType<M[T]> };
};

/**
 * What one subject tells the others on the authority's event bus: source `parvis`, ids only, never a name or a text.
 * Each is written to the outbox in the transaction that made it true and published by the outbox's function.
 */
export const busEvents = lateEach({
  /** Somebody was in touch, whatever the channel, and it is known who: what waited for them may end (a call to return). */
  'contact-recorded': () =>
    z.object({
      contactId: z.string(),
      channel: z.string(),
      /** Said by the telephone itself, which has settled its own call-backs; absent when an agent wrote it down. */
      system: z.literal(true).optional(),
    }),
  /** A contact joined a request that was open. */
  'contact-joined': () => z.object({ contactId: z.string(), reference: z.string() }),
  /** What is known of a person changed: the rest of its index follows. */
  'person-changed': () => z.object({ personId: z.string() }),
  /** What a request is found by changed after its opening: the rest of its index follows. */
  'search-due': () => z.object({ reference: z.string() }),
  /** A contact's evidence is kept and its content known: qualification may start. */
  'contact-received': () => z.object({ contactId: z.string(), channel: z.string() }),
  /** A file of a batch was taken in and its evidence kept: reading may start. */
  'scan-received': () => z.object({ batchId: z.string(), fileId: z.string() }),
  /** A clerk changed something about the pages of a file that was closed: it is gone through again. */
  'scan-reopened': () => z.object({ batchId: z.string(), fileId: z.string(), cause: z.string() }),
  'request-opened': () => z.object({ reference: z.string() }),
  /** The department is known (again): the request can be assigned. */
  'request-qualified': () => z.object({ reference: z.string(), department: z.string() }),
  /** Something happened that may end a wait of the request's instruction: see `kind`. */
  'request-answered': () => z.object({ reference: z.string(), messageId: z.string() }),
  'request-withdrawn': () => z.object({ reference: z.string() }),
  /** Anything the instruction may be waiting for happened: it looks at the request and plans again. */
  'request-changed': () => z.object({ reference: z.string() }),
  /** A message to the citizen waits in the records: delivery may start. Acknowledgements and answers are delivered by the instruction machine. */
  'message-queued': () => z.object({ reference: z.string(), messageId: z.string() }),
  /** A letter has all its approvals: its seal may be made. */
  'letter-ready': () => z.object({ reference: z.string(), letterId: z.string() }),
  /** Somebody wants the waiting letters printed now; `by` is agent:<login>. */
  'print-asked': () => z.object({ at: z.string(), by: z.string() }),
  /** An agent decided on a contact that was waiting. */
  'contact-decided': () => z.object({ contactId: z.string() }),
  /** An agent set a contact aside, or gave it back. */
  'contact-set-aside': () => z.object({ contactId: z.string() }),
  /** An agent gave a request to another department than the one that had it. */
  'request-moved': () => z.object({ reference: z.string() }),
  /** Something owed is known to be paid: what waited for it goes on. `reference`: the request whose fee it was. */
  'payment-settled': () =>
    z.object({
      paymentId: z.string(),
      reference: z.string().optional(),
      /** The try that brought the money. */
      attemptId: z.string().optional(),
    }),
  /** Finance decided on a refund: its person is told. */
  'refund-decided': () => z.object({ paymentId: z.string(), refundId: z.string() }),
  /** A prepaid account went below zero: its family is told. */
  'prepaid-below': () => z.object({ family: z.string() }),
  /** Somebody sets out to pay: what becomes of it is asked until it is known. */
  'payment-started': () => z.object({ paymentId: z.string(), attemptId: z.string() }),
  /** A form was sent by somebody signed in: it is among their requests, its documents may go to their safe. */
  'request-lodged': () =>
    z.object({
      reference: z.string(),
      account: z.string(),
      /** Whom in their household it is about: the other parent of a shared child is told (Code civil 372-2). */
      member: z.string().optional(),
    }),
  /** A child kept together by two accounts was changed by one of them: `account` is the one to be told. */
  'shared-child': () =>
    z.object({
      account: z.string(),
      member: z.string(),
      about: z.enum(['joined', 'changed', 'ended']),
    }),
  /** A form that was taken in holds a slot: it becomes an appointment of its request. */
  'appointment-asked': () => z.object({ contactId: z.string(), account: z.string().optional() }),
  /** An appointment was booked, moved, given up, or nears: the person is told. */
  'appointment-changed': () =>
    z.object({
      appointmentId: z.string(),
      change: z.string(),
      revision: z.number().int(),
    }),
  /** A stretch of a desk's day came free (minutes since midnight): whoever waits for one is offered it. */
  'appointment-freed': () =>
    z.object({
      freedBy: z.string(),
      place: z.string(),
      day: z.string(),
      desk: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      /** What its cells bear meanwhile. */
      mark: z.string(),
    }),
  /** Somebody in a waiting list is to be told: that they are in it, that a slot is kept for them, that it is no longer. */
  'waiting-changed': () => z.object({ waiterId: z.string(), change: z.string(), round: z.number().int() }),
  /** Somebody wants the news of a report that another made: `follower` is derived from their address. */
  'report-followed': () => z.object({ reference: z.string(), follower: z.string() }),
  /** Two accounts turned out to be one person's, who proved both: what was under `from` is now under `into`. */
  'account-joined': () =>
    z.object({
      from: z.string(),
      into: z.string(),
      personFrom: z.string(),
      personInto: z.string(),
    }),
  /** It is known whose request it is, or it is said to be somebody else's: their account may follow it. */
  'person-linked': () => z.object({ reference: z.string(), personId: z.string() }),
  /** An account is owed the requests its person made before it: one page of them, on from `after`. */
  'requests-sought': () => z.object({ account: z.string(), after: z.string().nullable() }),
  /** Somebody typed an address to be told of themes: the address itself is asked. */
  'subscription-asked': () => z.object({ subscriber: z.string(), revision: z.number().int() }),
  /** Somebody may act for another, was asked to, or may no longer: both are told (`offered`, `begun`, `over`). */
  'mandate-changed': () => z.object({ mandateId: z.string(), change: z.string(), version: z.number().int() }),
  /** A text that told of something that is no request did not arrive: whoever sent it finds another way. */
  'notice-lost': () => z.object({ reference: z.string(), messageId: z.string(), providerId: z.string() }),
  /** A request, a person or an account is to be erased: the register says why and by whom. */
  'erasure-asked': () =>
    z.object({ kind: z.enum(['request', 'contact', 'person', 'account']), id: z.string() }),
  /** Somebody wants everything that is held of them, or an agent in their name: the archive is made aside. */
  'export-asked': () =>
    z.object({ kind: z.enum(['person', 'account']), id: z.string(), exportId: z.string() }),
  /** An alert to subscribers was decided, for an instant. */
  'alert-scheduled': () => z.object({ alertId: z.string(), revision: z.number().int(), at: z.string() }),
});
export type BusEventType = keyof typeof busEvents;
export type BusEvent = {
  [T in BusEventType]: { type: T; detail: z.infer<(typeof busEvents)[T]> };
}[BusEventType];
export const busSource = 'parvis';

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
