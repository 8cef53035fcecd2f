import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { byPerson, key, PersonCard, reason } from './agent-api.ts';
import { mergers } from './may.ts';
import { names } from './person-page.ts';

/** Words of the agent, kept with the merge and shown to colleagues. */
const why = late(() => z.string().max(500));
const another = late(() => z.string().max(64));

export const mergePersons = operation({
  method: 'POST',
  path: '/api/agent/citizens/{personId}/merge',
  roles: mergers,
  summary:
    'Two sheets are one person: read as one from now on, nothing of either is rewritten, undone at any time',
  params: byPerson,
  headers: key,
  body: () =>
    z.strictObject({
      with: another(),
      reason: why(),
      /** A colleague said that they are two people, and this one knows it. */
      despite: z.boolean().default(false),
    }),
  response: () => z.object({ personId: z.string(), mergeId: z.string() }),
});
export const undoMerge = operation({
  method: 'POST',
  path: '/api/agent/citizens/{personId}/merges/{mergeId}/undo',
  roles: mergers,
  summary:
    'The two sheets are two people again, each with what was said of it, what came in between included',
  params: () => z.object({ personId: z.string().max(64), mergeId: z.string().max(80) }),
  headers: key,
  body: () => z.strictObject({ reason: why(), different: z.boolean().default(false) }),
  response: () => z.object({ people: z.array(z.string()) }),
});
export const sayDifferent = operation({
  method: 'POST',
  path: '/api/agent/citizens/{personId}/different',
  roles: mergers,
  summary: 'Not the same person: remembered with who said it and when, never proposed again',
  params: byPerson,
  headers: key,
  body: () => z.strictObject({ from: another(), reason: why() }),
  status: 204,
});
export const listDuplicates = operation({
  method: 'GET',
  path: '/api/agent/duplicates',
  roles: mergers,
  summary: 'Sheets that may be one person, the likeliest first, with the reasons',
  query: () =>
    z.object({
      after: z.string().max(250).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
  response: () =>
    z.object({
      duplicates: z.array(
        z.object({
          one: PersonCard(),
          other: PersonCard(),
          confidence: z.number(),
          reasons: z.array(reason()),
          at: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
});
export const listMerges = operation({
  method: 'GET',
  path: '/api/agent/citizens/{personId}/merges',
  roles: mergers,
  summary: 'Merges of somebody, those that were undone included: who said so, when and why',
  params: byPerson,
  response: () =>
    z.object({
      merges: z.array(
        z.object({
          mergeId: z.string(),
          one: z.string(),
          other: z.string(),
          at: z.string(),
          by: z.string(),
          reason: z.string(),
          undone: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
        }),
      ),
      names: names(),
    }),
});
