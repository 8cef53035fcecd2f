import * as z from 'zod';
import { groups } from '../requests/followers.ts';
import { late, operation } from '../shared/api.ts';

export const FollowedRequest = late(() =>
  z.object({
    reference: z.string(),
    /** Empty once erased. */
    subject: z.string(),
    group: z.enum(groups),
    state: z.string(),
    channel: z.string(),
    receivedOn: z.string(),
    procedure: z.string().nullable().describe('title'),
    /** Who acts; a department, never one of its people. */
    department: z.string().nullable(),
    promisedOn: z.string().nullable(),
    /** Last day to send what is asked for. */
    until: z.string().nullable(),
    outcome: z.enum(['granted', 'refused', 'answered']).nullable(),
    endedOn: z.string().nullable(),
    appealOf: z.string().nullable(),
    /** Why it stands in the list: sent from it, added by code, or recognised. */
    proof: z.string(),
  }),
);
export type FollowedRequest = z.infer<ReturnType<typeof FollowedRequest>>;

export const listOwnRequests = operation({
  method: 'GET',
  path: '/api/citizen/requests',
  roles: ['citizen'],
  summary:
    'One page of the requests of an account, on every channel: what waits for the person, then open ones, then ended ones',
  query: () =>
    z.object({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
  response: () =>
    z.object({
      requests: z.array(FollowedRequest()),
      next: z.string().nullable(),
      /** Requests from before the account are being looked for. */
      isSeeking: z.boolean(),
      now: z.string(),
    }),
});
export const addOwnRequest = operation({
  method: 'POST',
  path: '/api/citizen/requests',
  roles: ['citizen'],
  summary: 'Add a request to one’s own by its number and tracking code',
  body: () => z.strictObject({ reference: z.string().max(40), trackingCode: z.string().min(6).max(20) }),
  status: 201,
  response: () => z.object({ reference: z.string() }),
});
export const removeOwnRequest = operation({
  method: 'DELETE',
  path: '/api/citizen/requests/{reference}',
  roles: ['citizen'],
  summary: 'Take a request out of one’s list; it goes on, and comes back by its number and code only',
  params: () => z.object({ reference: z.string() }),
});
