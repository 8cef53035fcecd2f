import * as z from 'zod';
import { operation } from '../shared/api.ts';

const write = ['instructor', 'head', 'administrator'] as const;

/** Letters that wait for the printer: no e-mail address, or it failed. */
export const listLetters = operation({
  method: 'GET',
  path: '/api/agent/letters',
  roles: write,
  summary: 'Letters to print and post, oldest first',
  query: () => z.object({ after: z.string().max(500).optional() }),
  response: () =>
    z.object({
      letters: z.array(
        z.object({
          messageId: z.string(),
          reference: z.string(),
          recipient: z.string(),
          queuedAt: z.string(),
          url: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
});
export const markPrinted = operation({
  method: 'POST',
  path: '/api/agent/letters/{messageId}/printed',
  roles: write,
  summary: 'The letter was printed and posted',
  params: () => z.object({ messageId: z.string() }),
  body: () => z.strictObject({ reference: z.string().max(100) }),
  status: 200,
  response: () => z.object({ version: z.number().int() }),
});
