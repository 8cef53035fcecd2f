import * as z from 'zod';
import { operation } from '../shared/api.ts';

const roles = ['qualification', 'instructor', 'head', 'quality', 'administrator'] as const;

export const listSuppressions = operation({
  method: 'GET',
  path: '/api/agent/suppressions',
  roles,
  summary: 'Mail addresses that are written to no more: they gave a mail back for good, or complained',
  query: () =>
    z.object({
      after: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
  response: () =>
    z.object({
      suppressions: z.array(
        z.object({
          address: z.string(),
          reason: z.enum(['bounced', 'complained']),
          detail: z.string(),
          at: z.string(),
          reference: z.string(),
          lifted: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
        }),
      ),
      next: z.string().nullable(),
      now: z.string(),
    }),
});

/** The address stands in the body: what stands in an address bar is kept by too many. */
export const liftSuppression = operation({
  method: 'POST',
  path: '/api/agent/suppressions/lift',
  roles,
  summary: 'Write to an address again, with the reason why it works or is wanted',
  headers: () => z.object({ 'idempotency-key': z.string().min(16).max(64) }),
  body: () => z.strictObject({ address: z.string().max(254), reason: z.string().trim().min(3).max(300) }),
  response: () => z.object({ address: z.string() }),
});
