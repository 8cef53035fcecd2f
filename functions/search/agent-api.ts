import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

export const SearchResult = late(() =>
  z.object({
    kind: z.enum(['person', 'request']),
    id: z.string(),
    title: z.string(),
    detail: z.string(),
    state: z.string().nullable(),
    department: z.string().nullable(),
    at: z.string(),
    score: z.number().min(0).max(1),
  }),
);

/** The words travel in the body: an address of the site never holds a name or a number. */
export const search = operation({
  method: 'POST',
  path: '/api/agent/search',
  roles: ['reception', 'qualification', 'instructor', 'head', 'signatory', 'quality', 'administrator'],
  summary:
    'People and requests by reference, name, phone, mail, address or subject, best first; forgives accents, word order and typing errors',
  body: () =>
    z.strictObject({
      q: z.string().min(1).max(200),
      kind: z.enum(['person', 'request']).optional(),
      limit: z.number().int().min(1).max(50).default(20),
    }),
  response: () => z.object({ results: z.array(SearchResult()), now: z.string() }),
});
