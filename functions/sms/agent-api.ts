import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const roles = ['reception', 'qualification', 'instructor', 'head', 'quality', 'administrator'] as const;
export const OptOutShown = late(() =>
  z.object({
    number: z.string(),
    at: z.string(),
    by: z.string(),
    lifted: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  }),
);

export const listOptOuts = operation({
  method: 'GET',
  path: '/api/agent/sms/opt-outs',
  roles,
  summary: 'Numbers that asked for no more text messages, the oldest first',
  query: () =>
    z.object({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
  response: () => z.object({ optOuts: z.array(OptOutShown()), next: z.string().nullable(), now: z.string() }),
});

/** The number stands in the body: what stands in an address bar is kept by too many. */
export const liftOptOut = operation({
  method: 'POST',
  path: '/api/agent/sms/opt-outs/lift',
  roles,
  summary: 'Send text messages to a number again, with the reason: its owner asked for it',
  headers: () => z.object({ 'idempotency-key': z.string().min(16).max(64) }),
  body: () => z.strictObject({ number: z.string().max(30), reason: z.string().trim().min(3).max(300) }),
  response: () => z.object({ number: z.string() }),
});
