import * as z from 'zod';

/** Lines of the journal that the instruction writes: steps, documents, opinions, the clock of the law. Days are calendar days. */
const by = z.string().describe('auto | citizen | agent:<login>');
const day = z.string();

export const outcomes = ['granted', 'refused', 'answered'] as const;
export const opinionResults = ['favourable', 'reserved', 'unfavourable'] as const;

export const instructionEvents = [
  z.object({ type: z.literal('step-started'), step: z.string(), kind: z.string() }),
  z.object({
    type: z.literal('step-completed'),
    step: z.string(),
    outcome: z.enum([...outcomes, ...opinionResults]).nullable(),
    by,
  }),
  z.object({ type: z.literal('points-checked'), step: z.string(), points: z.array(z.string()), by }),
  /** `stopsClock`: texts demand what is missing, so the legal clock is suspended (svr) or starts again (sva), CRPA L114-5. */
  z.object({
    type: z.literal('documents-requested'),
    askId: z.string(),
    documents: z.array(z.string()),
    on: day,
    until: day,
    stopsClock: z.boolean(),
    messageId: z.string(),
    by,
  }),
  z.object({
    type: z.literal('document-provided'),
    askId: z.string(),
    document: z.string(),
    documentId: z.string(),
    by,
  }),
  /** Everything that was asked for is there; `on` is the day the last of it was received. */
  z.object({ type: z.literal('documents-completed'), askId: z.string(), on: day, by }),
  z.object({ type: z.literal('documents-overdue'), askId: z.string(), on: day }),
  /** What came was not it: the ask waits again, as it is said here, and was never complete. */
  z.object({
    type: z.literal('document-unticked'),
    askId: z.string(),
    document: z.string(),
    documents: z.array(z.string()),
    provided: z.array(z.string()),
    on: day,
    until: day,
    stopsClock: z.boolean(),
    by,
  }),
  z.object({
    type: z.literal('reminder-queued'),
    about: z.enum(['documents', 'opinion', 'visa']),
    number: z.number().int(),
    messageId: z.string().nullable(),
  }),
  z.object({
    type: z.literal('opinion-requested'),
    opinionId: z.string(),
    department: z.string(),
    due: day.nullable(),
    by,
  }),
  z.object({
    type: z.literal('opinion-given'),
    opinionId: z.string(),
    result: z.enum(opinionResults),
    contentHash: z.string(),
    by,
  }),
  /** The request ended first: nobody waits for it any more. */
  z.object({ type: z.literal('opinion-dropped'), opinionId: z.string() }),
  z.object({
    type: z.literal('request-suspended'),
    reason: z.string().describe('code'),
    until: day.nullable(),
    by,
  }),
  z.object({ type: z.literal('request-resumed'), by }),
  /** To the competent administration, the person told (CRPA L114-2); `to` is its code, `on` the day it leaves. */
  z.object({ type: z.literal('request-transferred'), to: z.string(), on: day, messageId: z.string(), by }),
  /** It came from another administration first seized on that day: the delay of rejection runs from there (L114-3). */
  z.object({ type: z.literal('first-receipt-noted'), on: day, by }),
  z.object({ type: z.literal('request-reopened'), reason: z.string().describe('code'), by }),
  /** Follows the request `lead`: answered with it. */
  z.object({ type: z.literal('request-grouped'), lead: z.string(), by }),
  z.object({ type: z.literal('request-ungrouped'), by }),
  /** Those grouped under this one received its answer. */
  z.object({ type: z.literal('group-answered'), messageId: z.string(), requests: z.number().int() }),
  z.object({
    type: z.literal('request-escalated'),
    to: z.string().nullable().describe('login'),
    deadline: z.string(),
    due: day,
  }),
  /** Silence decided at 24:00 of the day `on` (CRPA L231-1, L231-4). */
  z.object({
    type: z.literal('implicit-decision-born'),
    effect: z.enum(['granted', 'refused']),
    on: day,
    messageId: z.string(),
    contentHash: z.string(),
  }),
  z.object({
    type: z.literal('procedure-revision-moved'),
    from: z.number().int(),
    to: z.number().int(),
    by,
  }),
] as const;
