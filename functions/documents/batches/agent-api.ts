import * as z from 'zod';
import { late, operation } from '../../shared/api.ts';
import { batchStates, pageStates } from './batch.ts';

const roles = ['scanning', 'qualification', 'administrator'] as const;
const file = late(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    state: z.enum(batchStates),
    pages: z.number(),
    reason: z.string().nullable(),
    url: z.string().nullable(),
  }),
);
export const BatchCard = late(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    receivedAt: z.string(),
    state: z.enum(batchStates),
    pages: z.number(),
    filed: z.number(),
    separators: z.number(),
    blanks: z.number(),
    rejected: z.number(),
    documents: z.number(),
    failedFiles: z.number(),
  }),
);
export type BatchCard = z.infer<ReturnType<typeof BatchCard>>;
export const listBatches = operation({
  method: 'GET',
  path: '/api/agent/batches',
  roles,
  summary: 'Batches, newest first',
  query: () =>
    z.object({
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
export const separatorSheets = operation({
  method: 'GET',
  path: '/api/agent/separators',
  roles,
  summary: 'Printable separator sheets (PDF): plain or for one department',
  query: () =>
    z.object({
      department: z.string().optional(),
      copies: z.coerce.number().int().min(1).max(50).default(1),
    }),
  download: 'application/pdf',
});
