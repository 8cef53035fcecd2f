import * as z from 'zod';
import { appealKinds, scores } from '../requests/follow-events.ts';
import { byReference, tracked, trackedOnce, uploads, written } from '../requests/public-api.ts';
import { operation } from '../shared/api.ts';

/** What a person does once the answer is there. All of it opens to the tracking code or to an account that follows the request. */
const base = '/api/public/requests/{reference}' as const;
const all = ['public', 'citizen'] as const;

export const rateAnswer = operation({
  method: 'POST',
  path: `${base}/rating`,
  roles: all,
  summary: 'Say what one thinks of the answer; may be changed for thirty days',
  params: byReference,
  headers: trackedOnce,
  body: () =>
    z.strictObject({
      score: z.enum(scores),
      comment: written().max(2_000).nullable().default(null),
    }),
  response: () => z.object({ mayReopen: z.boolean() }),
});
export const reopenOwn = operation({
  method: 'POST',
  path: `${base}/reopen`,
  roles: all,
  summary: 'Have a request taken up again whose answer was rated unsatisfying, with the reason',
  params: byReference,
  headers: trackedOnce,
  body: () => z.strictObject({ reason: written().max(5_000) }),
  response: () => z.object({ state: z.string() }),
});
export const contestDecision = operation({
  method: 'POST',
  path: `${base}/contest`,
  roles: all,
  summary:
    'Contest a decision before the authority: a request of its own, with its own delay (two months of silence reject it)',
  params: byReference,
  headers: trackedOnce,
  body: () =>
    z.strictObject({
      kind: z.enum(appealKinds),
      text: written().max(10_000),
      uploads: uploads(),
    }),
  status: 201,
  response: () =>
    z.object({
      reference: z.string(),
      /** Of the new request; the same is asked for again with the same key. */
      trackingCode: z.string(),
      on: z.string(),
      /** Day at whose end silence rejects it. */
      silenceOn: z.string(),
    }),
});
export const takeFile = operation({
  method: 'POST',
  path: `${base}/file`,
  roles: all,
  summary:
    'The whole file as one archive: receipt, messages, journal in words, documents; answers a short-lived address',
  params: byReference,
  headers: tracked,
  response: () =>
    z.object({
      url: z.string(),
      size: z.number(),
      /** Names of documents that are not in it: not looked at yet by the protection against malware, or held by it. */
      missing: z.array(z.string()),
    }),
});
