import * as z from 'zod';
import { byReference, tracked, trackedOnce } from '../requests/public-api.ts';
import { preferences } from '../requests/records.ts';
import { late, operation } from '../shared/api.ts';

const Choice = late(() =>
  z.object({
    prefers: z.enum(preferences),
    /** Given before, expressly, and withdrawn at any time (CRPA R112-17). */
    portalConsent: z.boolean(),
    /** Where each way leads, with most of it hidden; null when nothing is known. */
    email: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
  }),
);

export const readDelivery = operation({
  method: 'GET',
  path: '/api/public/requests/{reference}/delivery',
  roles: ['public', 'citizen'],
  summary: 'How the person of a request is written to',
  params: byReference,
  headers: tracked,
  response: Choice,
});
/** `portal` needs `consent: true`; anything else withdraws a consent that was given, and what was not read leaves by post or mail. */
export const chooseDelivery = operation({
  method: 'POST',
  path: '/api/public/requests/{reference}/delivery',
  roles: ['public', 'citizen'],
  summary: 'Choose how to be written to: mail, text message, letter, or decisions in the portal',
  params: byReference,
  headers: trackedOnce,
  body: () =>
    z.strictObject({
      prefers: z.enum(preferences),
      consent: z.boolean().default(false),
      email: z.email().max(254).optional(),
      phone: z.string().max(30).optional(),
      address: z.string().min(5).max(500).optional(),
    }),
  status: 200,
  response: Choice,
});
