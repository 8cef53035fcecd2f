import * as z from 'zod';
import { operation } from '../shared/api.ts';

/**
 * Whoever holds a letter of ours proves who they are, by their day of birth or by the tracking code of the request, and follows
 * it. Every refusal is the same: nothing is learnt by trying.
 */
export const openByCode = operation({
  method: 'POST',
  path: '/api/public/codes',
  roles: ['public', 'citizen'],
  summary: 'Follow the request that the code of a letter stands for, with a proof of who one is',
  body: () =>
    z.strictObject({
      code: z.string().min(1).max(80).describe('as printed on the letter, in any spacing'),
      birthDate: z.iso.date().nullable().default(null),
      trackingCode: z.string().max(20).nullable().default(null),
    }),
  response: () =>
    z.object({
      reference: z.string(),
      trackingCode: z.string().describe('good for a short while, beside the one of the request'),
      document: z.string().nullable().describe('the awaited document whose part the code stands on'),
    }),
});
