import * as z from 'zod';
import { byReference, trackedOnce, uploads, written } from '../requests/public-api.ts';
import { operation } from '../shared/api.ts';

/**
 * The citizen's answer to a request for documents: all of them or some, several files for one. `as` says which accepted
 * equivalent it is. Files are uploaded before, as for messages (`POST /api/public/uploads`).
 */
export const provideDocuments = operation({
  method: 'POST',
  path: '/api/public/requests/{reference}/documents',
  roles: ['public', 'citizen'],
  summary: 'Send documents that were asked for, all or some of them',
  params: byReference,
  headers: trackedOnce,
  body: () =>
    z.strictObject({
      askId: z.string().max(64),
      documents: z
        .array(
          z.strictObject({
            code: z.string().max(100),
            as: z.string().max(100).nullable().default(null),
            uploads: uploads().unwrap().min(1),
          }),
        )
        .min(1)
        .max(20),
      text: written().max(5_000).nullable().default(null),
    }),
  status: 201,
  response: () => z.object({ missing: z.array(z.string()).describe('codes that are still awaited') }),
});

export const withdrawOwn = operation({
  method: 'POST',
  path: '/api/public/requests/{reference}/withdraw',
  roles: ['public', 'citizen'],
  summary: 'Give up a request that nobody has decided yet',
  params: byReference,
  headers: trackedOnce,
  body: () => z.strictObject({ reason: written().max(1_000).nullable().default(null) }),
  response: () => z.object({ state: z.string() }),
});
