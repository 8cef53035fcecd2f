import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const secret = late(() => z.string().min(20).max(64));
const Share = late(() =>
  z.object({
    id: z.string(),
    label: z.string(),
    documents: z.array(z.object({ id: z.string(), name: z.string() })),
    createdAt: z.string(),
    expiresAt: z.string(),
    opened: z.number(),
    downloads: z.number(),
    lastOpenedAt: z.string().nullable(),
  }),
);
export type Share = z.infer<ReturnType<typeof Share>>;

/** The secret is shown once and kept hashed; the link holds it after `#`, which no server ever sees. */
export const shareDocuments = operation({
  method: 'POST',
  path: '/api/citizen/safe/shares',
  roles: ['citizen'],
  summary: 'Share documents of the safe by a link, for 1 to 30 days',
  body: () =>
    z.strictObject({
      documents: z.array(z.string().max(64)).min(1).max(20),
      days: z.number().int().min(1).max(30),
      label: z.string().trim().max(80).default(''),
    }),
  status: 201,
  response: () => z.object({ secret: z.string(), share: Share() }),
});
export const listShares = operation({
  method: 'GET',
  path: '/api/citizen/safe/shares',
  roles: ['citizen'],
  summary: 'Links that are open, with how often each was used',
  response: () => z.object({ shares: z.array(Share()) }),
});
export const endShare = operation({
  method: 'DELETE',
  path: '/api/citizen/safe/shares/{id}',
  roles: ['citizen'],
  summary: 'Close a link at once',
  params: () => z.object({ id: z.string().max(64) }),
  status: 204,
});

/** Wrong, ended and withdrawn links answer alike. */
export const openShare = operation({
  method: 'POST',
  path: '/api/public/shared',
  roles: ['public'],
  summary: 'What somebody shares by a link',
  body: () => z.strictObject({ secret: secret() }),
  response: () =>
    z.object({
      from: z.string().describe('given name of who shares'),
      label: z.string(),
      expiresAt: z.string(),
      documents: z.array(
        z.object({ id: z.string(), name: z.string(), contentType: z.string(), size: z.number() }),
      ),
      now: z.string(),
    }),
});
export const downloadShared = operation({
  method: 'POST',
  path: '/api/public/shared/download',
  roles: ['public'],
  summary: 'Address of one shared document, valid ten minutes; its owner sees that it was taken',
  body: () => z.strictObject({ secret: secret(), document: z.string().max(64) }),
  response: () => z.object({ url: z.string() }),
});

export const askArchive = operation({
  method: 'POST',
  path: '/api/citizen/safe/archive',
  roles: ['citizen'],
  summary: 'Have one file made of everything in the safe; it is ready within a minute',
  status: 202,
  response: () => z.object({ state: z.enum(['making', 'ready', 'failed']) }),
});
export const readArchive = operation({
  method: 'GET',
  path: '/api/citizen/safe/archive',
  roles: ['citizen'],
  summary: 'Whether the file of everything is ready, and where',
  response: () =>
    z.object({
      state: z.enum(['none', 'making', 'ready', 'failed']),
      url: z.string().nullable(),
      size: z.number(),
      documents: z.number(),
    }),
});
