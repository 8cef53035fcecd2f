import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const roles = ['administrator'] as const;
const count = () => z.number().int();
const one = late(() =>
  z.object({
    id: z.string().describe('part of the product, subject and name, parted by dots'),
    subject: z.string(),
    kind: z.enum(['queue', 'function', 'event', 'stream', 'hand']).describe('what failed'),
    waiting: count(),
    mayReplay: z.boolean(),
  }),
);
const params = late(() => z.object({ queue: z.string().max(160) }));
const settled = late(() => z.object({ done: count(), left: count() }));

export const listDeadLetters = operation({
  method: 'GET',
  path: '/api/agent/dead-letters',
  roles,
  summary:
    'What could not be done and waits for a person: each queue with how much is in it, and what was done last',
  response: () =>
    z.object({
      queues: z.array(one()),
      deeds: z.array(
        z.object({
          ...{ at: z.string(), by: z.string(), queue: z.string() },
          deed: z.enum(['replayed', 'discarded']),
          count: count(),
          reason: z.string().nullable(),
        }),
      ),
      now: z.string(),
    }),
});
export const readDeadLetters = operation({
  method: 'GET',
  path: '/api/agent/dead-letters/{queue}',
  roles,
  summary:
    'Up to fifty letters of a queue, the oldest first: since when, why, and about what, never what is in them',
  params,
  response: () =>
    z.object({
      queue: one(),
      letters: z.array(
        z.object({
          ...{ id: z.string(), since: z.string(), cause: z.string(), event: z.string().nullable() },
          about: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
        }),
      ),
      now: z.string(),
    }),
});
export const replayDeadLetters = operation({
  method: 'POST',
  path: '/api/agent/dead-letters/{queue}/replays',
  roles,
  summary: 'Tries one letter again, or up to a hundred of the queue; what was tried again is not tried twice',
  params,
  body: () => z.strictObject({ letter: z.string().max(100).optional() }),
  status: 200,
  response: settled,
});
export const discardDeadLetters = operation({
  method: 'POST',
  path: '/api/agent/dead-letters/{queue}/discards',
  roles,
  summary: 'Sets one letter aside for good, with a reason that is kept',
  params,
  body: () => z.strictObject({ letter: z.string().max(100), reason: z.string().trim().min(5).max(300) }),
  status: 200,
  response: settled,
});
