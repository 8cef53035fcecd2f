import * as z from 'zod';
import { CitizenAnswer } from '../follow/view-api.ts';
import { CitizenInstruction } from '../instruction/view-api.ts';
import { uploadId } from '../intake/public-api.ts';
import { late, operation } from '../shared/api.ts';

/** Words that somebody can read: not only blanks and marks without ink. */
export const written = late(() => z.string().regex(/[^\s\p{C}]/u));

/** Files joined to a message or an answer. */
export const uploads = late(() =>
  z
    .array(z.strictObject({ uploadId: uploadId(), name: z.string().max(255) }))
    .max(5)
    .default([]),
);

/** Who holds the code of a request, beside its reference; without it, a signed-in account that follows the request. */
export const tracked = late(() => z.object({ 'x-tracking-code': z.string().min(6).max(20).optional() }));
/** The same, for what is done once however often it is sent. */
export const trackedOnce = late(() =>
  z.object({ ...tracked().shape, 'idempotency-key': z.string().min(16).max(64) }),
);
export const byReference = late(() => z.object({ reference: z.string() }));

export const Attachment = late(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    contentType: z.string(),
    size: z.number(),
  }),
);
export const Message = late(() =>
  z.object({
    id: z.string(),
    from: z.enum(['citizen', 'authority']),
    kind: z.enum(['acknowledgement', 'message', 'answer']),
    at: z.string(),
    /** Name and title of the agent (CRPA L111-2), or null for an automatic message and for the citizen's own. */
    author: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    attachments: z.array(Attachment()),
    /** queued | sent | to-print | failed; null for a message of the citizen. */
    delivery: z.enum(['queued', 'sent', 'to-print', 'failed']).nullable(),
  }),
);
export type Message = z.infer<ReturnType<typeof Message>>;

/** A step of the citizen's timeline: `code` has its sentence in the catalogue; `due` is the promised day of a step to come. */
export const TimelineStep = late(() =>
  z.object({
    code: z.enum([
      'received',
      'acknowledged',
      'assigned',
      'in-progress',
      'message-to-you',
      'message-from-you',
      'answered',
      'delivered',
      'closed',
      'withdrawn',
      'documents-asked',
      'documents-received',
      'suspended',
      'resumed',
      'transferred',
      'silence',
      'reopened',
      'contested',
      /** Something else that was done for the person under a mandate. */
      'done-for-you',
    ]),
    status: z.enum(['done', 'current', 'to-come']),
    at: z.string().nullable(),
    due: z.string().nullable(),
    /** Who acts: the department's name, "citizen", or null. */
    actor: z.string().nullable(),
    /** Who did it for the person, under a mandate: their name, empty once it is kept no more; absent where nobody did. */
    helper: z.string().optional(),
  }),
);

export const TrackedRequest = late(() =>
  z.object({
    reference: z.string(),
    subject: z.string(),
    state: z.string(),
    receivedAt: z.string(),
    department: z
      .object({ code: z.string(), name: z.string(), phone: z.string(), email: z.string() })
      .nullable(),
    procedure: z.object({ id: z.string(), title: z.string() }).nullable(),
    yourTurn: z.boolean(),
    promisedOn: z.string().nullable(),
    deadlines: z.array(
      z.object({
        kind: z.string(),
        due: z.string().nullable(),
        state: z.string(),
        article: z.string(),
        why: z.string(),
      }),
    ),
    timeline: z.array(TimelineStep()),
    messages: z.array(Message()),
    documents: z.array(Attachment()),
    mayWrite: z.boolean(),
    instruction: CitizenInstruction(),
    /** The decision, once it is known. */
    answer: CitizenAnswer().nullable(),
    /** The request whose decision this one contests. */
    appealOf: z.string().nullable(),
    /** The caller's account has it among its requests. */
    isFollowed: z.boolean(),
    now: z.string(),
  }),
);
export type TrackedRequest = z.infer<ReturnType<typeof TrackedRequest>>;

export const trackRequest = operation({
  method: 'GET',
  path: '/api/public/requests/{reference}',
  roles: ['public', 'citizen'],
  summary: 'Where a request stands, for who holds its reference and tracking code',
  params: byReference,
  headers: tracked,
  response: TrackedRequest,
});
export const writeMessage = operation({
  method: 'POST',
  path: '/api/public/requests/{reference}/messages',
  roles: ['public', 'citizen'],
  summary: 'Write to the department in charge',
  params: byReference,
  headers: trackedOnce,
  body: () =>
    z.strictObject({
      text: written().max(5_000),
      uploads: uploads(),
    }),
  status: 201,
  response: () => z.object({ messageId: z.string() }),
});
export const readDocument = operation({
  method: 'GET',
  path: '/api/public/requests/{reference}/documents/{documentId}',
  roles: ['public', 'citizen'],
  summary: 'Short-lived address of one document of the request',
  params: () => z.object({ reference: z.string(), documentId: z.string() }),
  headers: tracked,
  response: () => z.object({ url: z.string() }),
});
export const receipt = operation({
  method: 'GET',
  path: '/api/public/requests/{reference}/receipt',
  roles: ['public', 'citizen'],
  summary: 'Receipt (PDF) with what was sent, the reference and what happens next',
  params: byReference,
  headers: tracked,
  download: 'application/pdf',
});
