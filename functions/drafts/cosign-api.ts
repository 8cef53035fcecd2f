import * as z from 'zod';
import { submitForm } from '../intake/public-api.ts';
import { Procedure } from '../procedures/procedure.ts';
import { late, operation } from '../shared/api.ts';

const params = late(() => z.object({ id: z.string().max(64) }));
const headers = late(() => z.object({ 'x-cosign-secret': z.string().max(64) }));
const lodged = late(() => z.object({ reference: z.string(), trackingCode: z.string().optional() }));

/** The same refusals as `submitForm`. Repeated under the same key, it answers the same. */
export const askCosignature = operation({
  method: 'POST',
  path: '/api/public/cosignatures',
  roles: ['public', 'citizen'],
  summary: 'Send a form that a second person must sign: they are written to, and it is lodged once they have',
  headers: () => submitForm.headers,
  body: () => submitForm.body,
  status: 201,
  response: () =>
    z.object({
      id: z.string(),
      /** Opens the page of the first person. */
      secret: z.string(),
      second: z.string(),
      until: z.string(),
    }),
});
export const readCosignature = operation({
  method: 'GET',
  path: '/api/public/cosignatures/{id}',
  roles: ['public'],
  summary: 'The form that waits, for whoever holds one of its two links',
  params,
  headers,
  response: () =>
    z.object({
      role: z.enum(['first', 'second']),
      title: z.string(),
      state: z.enum(['waiting', 'signed', 'refused', 'withdrawn', 'expired']),
      first: z.object({ name: z.string(), at: z.string() }),
      second: z.object({ email: z.string() }),
      until: z.string(),
      procedure: Procedure().nullable(),
      answers: z.record(z.string(), z.unknown()),
      files: z.array(z.object({ field: z.string(), uploadId: z.string(), name: z.string() })),
      signed: z.object({ name: z.string(), at: z.string() }).optional(),
      refused: z.object({ reason: z.string(), at: z.string() }).optional(),
      lodged: lodged().optional(),
      now: z.string(),
    }),
});
export const sendCosignCode = operation({
  method: 'POST',
  path: '/api/public/cosignatures/{id}/code',
  roles: ['public'],
  summary: 'A code of six digits to the address of the second person, good for ten minutes',
  params,
  headers,
  status: 204,
});
export const signCosignature = operation({
  method: 'POST',
  path: '/api/public/cosignatures/{id}/sign',
  roles: ['public'],
  summary: 'Sign with the code; the request is lodged',
  params,
  headers,
  body: () => z.strictObject({ code: z.string().max(12), name: z.string().trim().min(2).max(150) }),
  response: lodged,
});
export const refuseCosignature = operation({
  method: 'POST',
  path: '/api/public/cosignatures/{id}/refuse',
  roles: ['public'],
  summary: 'Refuse to sign, with the reason, which the first person reads',
  params,
  headers,
  body: () => z.strictObject({ reason: z.string().trim().min(2).max(1_000) }),
  status: 204,
});
export const withdrawCosignature = operation({
  method: 'POST',
  path: '/api/public/cosignatures/{id}/withdraw',
  roles: ['public'],
  summary: 'The first person gives it up before the second has signed',
  params,
  headers,
  status: 204,
});
