import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { byId, readers, writers } from './agent-api.ts';

export const listProcedureRevisions = operation({
  method: 'GET',
  path: '/api/agent/procedures/{id}/revisions',
  roles: readers,
  summary: 'Revisions published so far, the newest first: by whom and when',
  params: byId,
  response: () =>
    z.object({ revisions: z.array(z.object({ revision: z.number(), by: z.string(), at: z.string() })) }),
});

/** One thing that differs between two documents; values as they stand in them, `null` when absent. */
export const DocumentChange = late(() =>
  z.object({
    path: z.string(),
    place: z.string(),
    kind: z.enum(['added', 'removed', 'changed']),
    before: z.unknown(),
    after: z.unknown(),
  }),
);
export type DocumentChange = z.infer<ReturnType<typeof DocumentChange>>;

/** First the look: what changed since `from`, and the open requests that are on it. `next` continues the list. */
export const previewRevisionMove = operation({
  method: 'GET',
  path: '/api/agent/procedures/{id}/open-requests',
  roles: writers,
  summary: 'Open requests on an older revision, and what moving them to the newest changes',
  params: byId,
  query: () => z.object({ from: z.coerce.number().int().min(1), next: z.string().max(500).optional() }),
  response: () =>
    z.object({
      to: z.number(),
      changes: z.array(DocumentChange()),
      requests: z.array(z.object({ reference: z.string(), state: z.string(), openedOn: z.string() })),
      next: z.string().nullable(),
    }),
});
/** Then the command; done in the background when there are many. Without `references`, all that are on `from`. */
export const moveOpenRequests = operation({
  method: 'POST',
  path: '/api/agent/procedures/{id}/open-requests/move',
  roles: writers,
  summary: 'Move open requests to the newest revision',
  params: byId,
  body: () =>
    z.object({
      from: z.number().int().min(1),
      to: z.number().int().min(2),
      references: z.array(z.string()).min(1).max(100).optional(),
    }),
  status: 202,
  response: () => z.object({ moving: z.literal(true) }),
});
