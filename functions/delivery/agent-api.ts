import * as z from 'zod';
import { preferences } from '../requests/records.ts';
import { late, operation } from '../shared/api.ts';

const write = ['instructor', 'head', 'administrator'] as const;
/** Who prints and posts for the whole authority. */
const mailroom = ['scanning', 'administrator'] as const;
const key = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));
const place = late(() => z.object({ reference: z.string(), messageId: z.string() }));

/** Letters that wait for the printer: no e-mail address, or it failed, or post was chosen. */
export const listLetters = operation({
  method: 'GET',
  path: '/api/agent/letters',
  roles: [...write, 'scanning'],
  summary: 'Letters to print and post, oldest first',
  query: () => z.object({ after: z.string().max(500).optional() }),
  response: () =>
    z.object({
      letters: z.array(
        z.object({
          messageId: z.string(),
          reference: z.string(),
          /** Lines of the address; empty when nobody knows it. */
          recipient: z.string(),
          queuedAt: z.string(),
          url: z.string(),
          kind: z.enum(['acknowledgement', 'message', 'answer']),
          subject: z.string(),
          pages: z.number().int(),
          registered: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
    }),
});
export const markPrinted = operation({
  method: 'POST',
  path: '/api/agent/letters/{messageId}/printed',
  roles: [...write, 'scanning'],
  summary: 'The letter was printed and posted',
  params: () => z.object({ messageId: z.string() }),
  body: () => z.strictObject({ reference: z.string().max(100) }),
  status: 200,
  response: () => z.object({ version: z.number().int() }),
});

export const Part = late(() =>
  z.object({
    number: z.number().int(),
    envelope: z.enum(['dl', 'c4']),
    registered: z.boolean(),
    department: z.string().nullable(),
    letters: z.number().int(),
    sheets: z.number().int(),
    /** Estimate of the postage, in cents. */
    cents: z.number().int(),
    /** Address of the PDF, valid some minutes; null while it is being made, or once it has expired. */
    url: z.string().nullable(),
  }),
);
const Summary = late(() =>
  z.object({
    id: z.string(),
    at: z.string(),
    by: z.string(),
    state: z.enum(['preparing', 'ready', 'posted']),
    parts: z.array(Part()),
  }),
);

export const listPrintBatches = operation({
  method: 'GET',
  path: '/api/agent/print-batches',
  roles: mailroom,
  summary: 'Batches of letters merged for the printer, newest first',
  query: () => z.object({ before: z.string().max(40).optional() }),
  response: () => z.object({ batches: z.array(Summary()), next: z.string().nullable(), now: z.string() }),
});
export const askPrintBatch = operation({
  method: 'POST',
  path: '/api/agent/print-batches',
  roles: mailroom,
  summary: 'Make a batch of the waiting letters now, without waiting for the daily one',
  headers: key,
  body: () => z.strictObject({}),
  status: 202,
});
export const readPrintBatch = operation({
  method: 'GET',
  path: '/api/agent/print-batches/{batchId}',
  roles: mailroom,
  summary: 'One batch and its letters',
  params: () => z.object({ batchId: z.string().max(40) }),
  response: () =>
    z.object({
      batch: Summary(),
      letters: z.array(
        z.object({
          number: z.number().int(),
          part: z.number().int(),
          reference: z.string(),
          messageId: z.string(),
          recipient: z.string(),
          pages: z.number().int(),
          grams: z.number().int(),
          cents: z.number().int(),
          state: z.enum(['waiting', 'posted', 'failed']),
        }),
      ),
    }),
});
/** Idempotent: what is posted stays posted, whatever is said again. */
export const confirmPosted = operation({
  method: 'POST',
  path: '/api/agent/print-batches/{batchId}/parts/{part}/posted',
  roles: mailroom,
  summary: 'A part was printed and posted; letters that failed wait for the next batch',
  params: () => z.object({ batchId: z.string().max(40), part: z.coerce.number().int() }),
  body: () => z.strictObject({ failed: z.array(z.number().int()).max(1_000).default([]) }),
  status: 200,
  response: () => z.object({ posted: z.number().int(), failed: z.number().int() }),
});

export const returnReasons = ['unknown-address', 'inaccessible', 'refused', 'unclaimed'] as const;
/** By the code of the letter, as a scanner or a hand reader gives it, or by its reference (its latest letter then). */
export const noteReturned = operation({
  method: 'POST',
  path: '/api/agent/returned-letters',
  roles: [...write, 'scanning'],
  summary: 'A letter came back: its address is frozen and somebody is asked to find another',
  body: () =>
    z.strictObject({
      code: z.string().max(200),
      reason: z.enum(returnReasons),
    }),
  status: 200,
  response: () => z.object({ reference: z.string(), messageId: z.string() }),
});

export const Attempt = late(() =>
  z.object({
    channel: z.enum(['email', 'sms', 'letter', 'portal']),
    at: z.string(),
    state: z.string(),
    reason: z.string().nullable(),
    /** How many texts a text message took. */
    parts: z.number().int().nullable().default(null),
  }),
);
export const readDeliveries = operation({
  method: 'GET',
  path: '/api/agent/requests/{reference}/deliveries',
  roles: ['reception', 'qualification', 'instructor', 'head', 'signatory', 'quality', 'administrator'],
  summary: 'How the person wants to be written to, and what became of each message on its way',
  params: () => z.object({ reference: z.string() }),
  response: () =>
    z.object({
      prefers: z.enum(preferences),
      portalConsent: z.boolean(),
      /** Addresses that gave a message back and are written to no more. */
      frozen: z.array(z.enum(['email', 'phone', 'address'])),
      /** Its acknowledgement was kept back, and an agent may send it. */
      withheld: z.boolean().default(false),
      messages: z.array(
        z.object({
          messageId: z.string(),
          kind: z.enum(['acknowledgement', 'message', 'answer']),
          subject: z.string(),
          state: z.string().nullable(),
          history: z.array(Attempt()),
        }),
      ),
      maySend: z.boolean(),
    }),
});
/** Only what is given changes. A message that is on its way or was read is left alone: `not-allowed-in-state`. */
export const sendAgain = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/messages/{messageId}/send-again',
  roles: write,
  summary: 'Mend the address of the person and send a message again',
  params: place,
  headers: key,
  body: () =>
    z.strictObject({
      email: z.email().max(254).optional(),
      phone: z.string().max(30).optional(),
      address: z.string().min(5).max(500).optional(),
    }),
  status: 200,
  response: () => z.object({ version: z.number().int() }),
});
