import * as z from 'zod';
import { operation } from '../shared/api.ts';

/** What is known already of the answers of a form; `member` chooses whom in the household it is about. */
export const readPrefill = operation({
  method: 'GET',
  path: '/api/citizen/prefill/{procedure}',
  roles: ['citizen'],
  summary: 'Answers known already, each with where it comes from; corrected on the form like any other',
  params: () => z.object({ procedure: z.string().max(100) }),
  query: () => z.object({ member: z.string().max(64).optional() }),
  response: () =>
    z.object({
      /** Whom the form may be about: its children of age are left out where it asks about a child. */
      members: z.array(
        z.object({
          id: z.string(),
          relation: z.enum(['child', 'partner', 'parent', 'other']),
          name: z.string(),
          birth: z.string().nullable(),
        }),
      ),
      /** Whether the form asks something of a member, so that the choice is worth asking for. */
      asksMember: z.boolean(),
      /** Who was chosen, or the only one there can be. */
      member: z.string().nullable(),
      answers: z.record(
        z.string(),
        z.object({
          value: z.unknown(),
          from: z.enum(['account', 'franceconnect', 'household', 'safe']),
          at: z.string().optional().describe('YYYY-MM-DD'),
        }),
      ),
    }),
});
