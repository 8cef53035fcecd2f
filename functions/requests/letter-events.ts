import * as z from 'zod';
import { outcomes } from './instruction-events.ts';

/** Lines of the journal about letters: their circuit in the signature book, their seal, and how they reach people. */
const by = z.string().describe('auto | citizen | agent:<login>');
/** Whom the approver stands in for, and under which published order. */
const standsIn = {
  onBehalfOf: z.string().nullable().describe('login'),
  delegation: z.string().nullable().describe('id of the delegation'),
};
const day = z.string();

export const letterEvents = [
  /** The exact PDF that everybody in the circuit sees is `sha256`. */
  z.object({
    type: z.literal('letter-submitted'),
    letterId: z.string(),
    template: z.string().nullable(),
    outcome: z.enum(outcomes),
    sha256: z.string(),
    steps: z.number().int(),
    by,
  }),
  z.object({
    type: z.literal('letter-approved'),
    letterId: z.string(),
    step: z.number().int(),
    kind: z.enum(['visa', 'opinion', 'signature']),
    sha256: z.string(),
    by,
    ...standsIn,
  }),
  /** Back to its writer; the reason is a note, which can be erased. */
  z.object({
    type: z.literal('letter-returned'),
    letterId: z.string(),
    step: z.number().int(),
    by,
    ...standsIn,
  }),
  /** Right of remorse: an approver takes back an approval on which nobody has acted yet. */
  z.object({
    type: z.literal('letter-approval-taken-back'),
    letterId: z.string(),
    step: z.number().int(),
    by,
  }),
  /** The writer takes it out of the book. */
  z.object({ type: z.literal('letter-recalled'), letterId: z.string(), by }),
  /** `personal`: the signatory's signature; `seal`: the authority's seal; `unsigned`: allowed by L212-2 only. */
  z.object({
    type: z.literal('letter-sealed'),
    letterId: z.string(),
    sha256: z.string(),
    mode: z.enum(['personal', 'seal', 'unsigned']),
    evidenceSha256: z.string(),
    by,
  }),
  /** There to be read in the portal, with the person's consent given before (CRPA R112-17). */
  z.object({ type: z.literal('message-made-available'), messageId: z.string(), on: day }),
  z.object({ type: z.literal('message-consulted'), messageId: z.string(), on: day }),
  /** Unread fifteen days: deemed notified on the day it was available (R112-20). */
  z.object({ type: z.literal('message-deemed-notified'), messageId: z.string(), on: day }),
  /** An outside mailing service took it over. */
  z.object({ type: z.literal('letter-handed-over'), messageId: z.string(), providerId: z.string() }),
  z.object({ type: z.literal('letter-came-back'), messageId: z.string(), reason: z.string(), by }),
  /** Word that a message is there to be read, sent by a channel that does not carry the message itself. */
  z.object({
    type: z.literal('notice-sent'),
    messageId: z.string(),
    channel: z.enum(['email', 'sms']),
    providerId: z.string().nullable(),
  }),
  /** The mail server of the person took it: the proof that a mail reached its mailbox. */
  z.object({ type: z.literal('message-delivered'), messageId: z.string(), providerId: z.string() }),
  z.object({ type: z.literal('message-delayed'), messageId: z.string(), providerId: z.string() }),
  /** The person called it unwanted: that address is not written to any more. */
  z.object({ type: z.literal('message-complained'), messageId: z.string(), providerId: z.string() }),
  /** An agent mended the address and had it sent again. */
  z.object({ type: z.literal('message-resent'), messageId: z.string(), by }),
  z.object({
    type: z.literal('delivery-preference-changed'),
    prefers: z.enum(['email', 'sms', 'letter', 'portal']),
    by,
  }),
  z.object({ type: z.literal('delivery-consent-changed'), portal: z.boolean(), by }),
] as const;
