import * as z from 'zod';
import { written } from '../requests/public-api.ts';
import { late, operation } from '../shared/api.ts';
import { opinionResult } from './view-api.ts';

/** The work on a request step by step: documents, opinions, checks, decision. Each is done once by its idempotency key. */
export const byReference = late(() => z.object({ reference: z.string() }));
/** Version of the request the agent was looking at: another one is refused as a conflict. */
export const version = late(() => z.number().int());
export const once = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));
export const accepted = late(() => z.object({ version: version() }));
export const write = ['instructor', 'head', 'administrator'] as const;
const slug = late(() => z.string().regex(/^[a-z][a-z0-9-]*$/));
/** Hexadecimal with hyphens, as every piece is named: nothing that a person could write a name in. */
const pieceId = late(() => z.string().regex(/^[0-9a-f][0-9a-f-]{7,79}$/));
const free = late(() => written().max(5_000));

/** Lists what is missing, grants days and says the effect on the clock in words (CRPA L114-5, R112-11-4). */
export const askDocuments = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/documents-requests',
  roles: write,
  summary: 'Ask the citizen for documents; those that texts demand stop or restart the legal clock',
  params: byReference,
  headers: once,
  body: () =>
    z.strictObject({
      version: version(),
      documents: z
        .array(
          z.strictObject({
            /** Code of a document of the procedure; null for any other, which then has a label. */
            code: slug().nullable(),
            label: written().max(200).nullable().default(null),
            /** The text that demands a document that the procedure does not know. */
            requiredBy: z.string().max(120).nullable().default(null),
          }),
        )
        .min(1)
        .max(20),
      /** Days granted from today; null for those of the procedure. */
      days: z.number().int().min(1).max(365).nullable().default(null),
      /** Refused unless a text demands each of them. */
      stopsClock: z.boolean(),
      text: free().nullable().default(null),
    }),
  status: 201,
  response: () => z.object({ version: version(), askId: z.string() }),
});

/** A document came by post, at the counter or in a message; the last one completes the request for documents. */
export const receiveDocuments = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/documents-requests/{askId}/received',
  roles: [...write, 'reception'],
  summary: 'Say that documents that were asked for are there',
  params: () => z.object({ reference: z.string(), askId: z.string() }),
  headers: once,
  body: () =>
    z.strictObject({
      version: version(),
      documents: z
        .array(
          z.strictObject({
            code: z.string().max(100),
            /** A piece of the request that is this document, when there is one; an id, since the journal keeps it. */
            documentId: pieceId().nullable().default(null),
          }),
        )
        .max(20),
      /** Day of receipt when it was not today. */
      on: z.iso.date().nullable().default(null),
      /** What is still missing is not needed any more. */
      complete: z.boolean().default(false),
    }),
  response: accepted,
});

/** What came was not what was asked for: it is awaited again, and so is the clock of the law. */
export const untickDocument = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/documents-requests/{askId}/unticked',
  roles: write,
  summary:
    'Say that a document that came is not what was asked for; the citizen is told and the clock waits again',
  params: () => z.object({ reference: z.string(), askId: z.string() }),
  headers: once,
  body: () =>
    z.strictObject({ version: version(), code: z.string().max(100), text: free().nullable().default(null) }),
  response: accepted,
});

export const askOpinions = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/opinions',
  roles: write,
  summary: 'Ask departments for their opinion, all at the same time',
  params: byReference,
  headers: once,
  body: () =>
    z.strictObject({
      version: version(),
      departments: z.array(slug()).min(1).max(10),
      question: written().min(5).max(500),
      due: z.iso.date().nullable().default(null),
    }),
  status: 201,
  response: accepted,
});

export const giveOpinion = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/opinions/{opinionId}',
  roles: [...write, 'signatory'],
  summary: 'Give the opinion that a department was asked for',
  params: () => z.object({ reference: z.string(), opinionId: z.string() }),
  headers: once,
  body: () => z.strictObject({ result: opinionResult(), text: free() }),
  response: accepted,
});

export const checkPoints = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/checks',
  roles: write,
  summary: 'Tick points of the check under way; the last one completes it',
  params: byReference,
  headers: once,
  body: () =>
    z.strictObject({
      version: version(),
      step: slug(),
      /** Everything that is ticked now. */
      points: z.array(slug()).max(20),
    }),
  response: accepted,
});

export const completeStep = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/steps/{step}/complete',
  roles: write,
  summary: 'Go on without what a step still waits for, with a reason',
  params: () => z.object({ reference: z.string(), step: z.string() }),
  headers: once,
  body: () => z.strictObject({ version: version(), reason: written().max(500) }),
  response: accepted,
});

export const decideOutcome = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/decision',
  roles: write,
  summary: 'Decide, at the decision step; the letter that says it follows',
  params: byReference,
  headers: once,
  body: () => z.strictObject({ version: version(), outcome: z.enum(['granted', 'refused', 'answered']) }),
  response: accepted,
});
