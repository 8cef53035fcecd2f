import * as z from 'zod';
import { late, operation } from '../../shared/api.ts';
import { batchStates, pageStates } from './batch.ts';

const roles = ['scanning', 'qualification', 'administrator'] as const;
/** Pages, and where they went: a file or batch balances when the first is the sum of the others. */
const counted = () => ({
  pages: z.number(),
  filed: z.number(),
  separators: z.number(),
  blanks: z.number(),
  rejected: z.number(),
});
const file = late(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    state: z.enum(batchStates),
    ...counted(),
    reason: z.string().nullable(),
    url: z.string().nullable(),
    /** Filing waits until a clerk has decided so many places. */
    doubts: z.number().int().nullable(),
    /** Pages that are nowhere. */
    unaccounted: z.array(z.number().int()),
    /** Pages that the machine has yet to make as clerks asked. */
    pending: z.number().int(),
  }),
);
/** Who has to do something with a page: the reader, tomorrow's reader (daily cap), a clerk, qualification, its request; or nobody any more. */
export const pageOwners = ['machine', 'tomorrow', 'clerk', 'qualification', 'request', 'nobody'] as const;
export type PageOwner = (typeof pageOwners)[number];
export const BatchCard = late(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    receivedAt: z.string(),
    state: z.enum(batchStates),
    ...counted(),
    documents: z.number(),
    failedFiles: z.number(),
    /** Doubtful places that wait for a clerk, and pages that are nowhere: then the account does not balance. */
    doubts: z.number().int(),
    unaccounted: z.number().int(),
    /** Why it stands still (`daily-cap`) or failed whole. */
    reason: z.string().nullable(),
  }),
);
export type BatchCard = z.infer<ReturnType<typeof BatchCard>>;
export const listBatches = operation({
  method: 'GET',
  path: '/api/agent/batches',
  roles,
  summary: 'Batches, newest first; of one day when asked for',
  query: () =>
    z.object({
      /** A day of the authority, YYYY-MM-DD. */
      on: z.iso.date().optional(),
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
  response: () => z.object({ batches: z.array(BatchCard()), next: z.string().nullable(), now: z.string() }),
});
export const BatchView = late(() =>
  BatchCard().extend({
    files: z.array(file()),
    pagesList: z.array(
      z.object({
        fileId: z.string(),
        page: z.number(),
        state: z.enum(pageStates),
        owner: z.enum(pageOwners),
        url: z.string().nullable(),
        width: z.number(),
        height: z.number(),
        /** How sure the reader is of the words, 0 to 1. */
        confidence: z.number().min(0).max(1),
        text: z.string(),
        contactId: z.string().nullable(),
        /** Where the document of this page stands. */
        contactState: z.string().nullable(),
        requestReference: z.string().nullable(),
        reason: z.string().nullable(),
        isHandwritten: z.boolean(),
        /** A new scan took its place; the one it was stays in the original. */
        isReplaced: z.boolean(),
        /** A clerk may still turn it, replace it or say what it counts as: nobody decided on its letter. */
        mayChange: z.boolean(),
        /** Degrees clockwise that a clerk asked for and the picture does not show yet. */
        turn: z.number().int(),
        /** What a clerk said it counts as, or that a new scan takes its place, before the machine has come to it. */
        asked: z.enum(['content', 'blank', 'separator', 'rejected', 'replace']).nullable(),
      }),
    ),
    now: z.string(),
  }),
);
export type BatchView = z.infer<ReturnType<typeof BatchView>>;
export const readBatch = operation({
  method: 'GET',
  path: '/api/agent/batches/{id}',
  roles,
  summary: 'A batch, page by page',
  params: () => z.object({ id: z.string() }),
  response: BatchView,
});
export const readProgress = operation({
  method: 'GET',
  path: '/api/agent/batches/{id}/progress',
  roles,
  summary: 'How many pages of a batch were read or set aside so far',
  params: () => z.object({ id: z.string() }),
  response: () => z.object({ pages: z.number().int(), done: z.number().int(), now: z.string() }),
});
export const separatorSheets = operation({
  method: 'GET',
  path: '/api/agent/separators',
  roles,
  summary:
    'Printable separator sheets (PDF): plain, for a department or a procedure, or to say that versos follow',
  query: () =>
    z.object({
      kind: z.enum(['separator', 'versos']).default('separator'),
      department: z.string().optional(),
      procedure: z.string().optional(),
      copies: z.coerce.number().int().min(1).max(50).default(1),
    }),
  download: 'application/pdf',
});
