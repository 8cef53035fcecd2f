import * as z from 'zod';
import { followEvents } from './follow-events.ts';
import { instructionEvents } from './instruction-events.ts';
import { letterEvents } from './letter-events.ts';

/**
 * The journal of a request. Ids, codes, dates and salted hashes only: personal content lives in records apart, which can be
 * erased while the chain of hashes stays valid. `type` is kebab-case, past tense, and listed in the README.
 */
const by = z.string().describe('auto | citizen | mandate:<id> | agent:<login>');
const department = z.string();

export const JournalBody = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('request-opened'),
    channel: z.enum(['mail', 'scan', 'form', 'phone', 'counter', 'sms', 'hubee']),
    contactId: z.string(),
    openedBy: by,
    procedure: z.string().nullable(),
    procedureRevision: z.number().int().nullable(),
    department: department.nullable(),
    confidence: z.number().min(0).max(1).nullable(),
    urgency: z.enum(['normal', 'high']),
    receivedOn: z.string().describe('calendar day in the authority time zone'),
    contentHash: z.string(),
    /** The request whose decision it contests. */
    appealOf: z.string().optional(),
  }),
  z.object({
    type: z.literal('request-qualified'),
    department,
    procedure: z.string().nullable(),
    /** Of a procedure that it was not before: the revision it stays on. */
    procedureRevision: z.number().int().nullable().optional(),
    urgency: z.enum(['normal', 'high']),
    by,
    confidence: z.number().min(0).max(1).nullable(),
  }),
  z.object({
    type: z.literal('acknowledgement-queued'),
    kind: z.enum(['ar', 'aee', 'are']),
    messageId: z.string(),
  }),
  z.object({
    type: z.literal('request-assigned'),
    department,
    agent: z.string().nullable(),
    by,
    reason: z.string().nullable(),
    /** When the rules of the department chose: what spoke for it, in codes (functions/instruction/distribution/choose.ts). */
    why: z.array(z.string()).optional(),
  }),
  /** It changed departments too often: the quality unit says whose it is. */
  z.object({ type: z.literal('arbitration-asked'), moves: z.number().int() }),
  z.object({ type: z.literal('arbitration-given'), department, by }),
  z.object({ type: z.literal('work-started'), by }),
  z.object({ type: z.literal('note-added'), noteId: z.string(), contentHash: z.string(), by }),
  z.object({
    type: z.literal('citizen-message-received'),
    messageId: z.string(),
    contentHash: z.string(),
    attachments: z.number().int(),
    /** mandate:<id>, when somebody wrote for the person. */
    by: z.string().optional(),
  }),
  z.object({
    type: z.literal('citizen-message-queued'),
    messageId: z.string(),
    contentHash: z.string(),
    by,
    awaitsReply: z.boolean(),
  }),
  z.object({
    type: z.literal('contact-joined'),
    contactId: z.string(),
    by,
    /** Codes of the proofs when nobody decided, and the slip it came with, which serves once. */
    proofs: z.array(z.string()).optional(),
    slip: z.string().optional(),
    /** A machine wrote it: kept with the request, whatever its state, and nobody has to act. */
    quiet: z.literal(true).optional(),
  }),
  z.object({
    type: z.literal('person-linked'),
    personId: z.string(),
    by,
    confidence: z.number().min(0).max(1),
  }),
  z.object({ type: z.literal('person-unlinked'), personId: z.string(), by }),
  /** No automatic answer left: the acknowledgement is owed, and somebody sees it. */
  z.object({
    type: z.literal('acknowledgement-withheld'),
    kind: z.enum(['ar', 'aee', 'are']),
    reason: z.string(),
  }),
  /** The person who asked at the desk or on the telephone is sent the receipt they could also have had on paper. */
  z.object({ type: z.literal('receipt-queued'), messageId: z.string(), by }),
  z.object({
    type: z.literal('answer-decided'),
    messageId: z.string(),
    outcome: z.enum(['granted', 'refused', 'answered']),
    contentHash: z.string(),
    by,
  }),
  z.object({
    type: z.literal('message-sent'),
    messageId: z.string(),
    channel: z.enum(['email', 'sms', 'letter']),
    providerId: z.string().nullable(),
  }),
  z.object({ type: z.literal('message-delivery-failed'), messageId: z.string(), reason: z.string() }),
  z.object({ type: z.literal('letter-printed'), messageId: z.string(), by }),
  z.object({ type: z.literal('request-closed'), by }),
  z.object({ type: z.literal('request-withdrawn'), by }),
  z.object({ type: z.literal('personal-data-read'), by, reason: z.string() }),
  /** A fee of the request was paid. Cents. */
  z.object({
    type: z.literal('payment-received'),
    paymentId: z.string(),
    cents: z.number().int(),
    means: z.enum(['card', 'debit', 'other']),
    /** mandate:<id>, when somebody paid for the person. */
    by: z.string().optional(),
  }),
  /** Its personal content was erased: what stays is this journal. */
  z.object({ type: z.literal('personal-content-erased'), why: z.enum(['asked', 'retention']), by }),
  ...instructionEvents,
  ...letterEvents,
  ...followEvents(),
]);
export type JournalBody = z.infer<typeof JournalBody>;

/** One line of the journal: `hash` = SHA-256 over the canonical JSON of everything else, `previous` included. */
export type JournalEvent = JournalBody & { seq: number; at: string; previous: string; hash: string };
