import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { Article, FoundKnowledge, knowledgeQuery } from './public-api.ts';

const everyAgent = [
  'reception',
  'qualification',
  'instructor',
  'head',
  'signatory',
  'quality',
  'administrator',
] as const;
export const articleWriters = ['quality', 'administrator'] as const;
const byId = late(() => z.object({ id: z.string() }));
const line = late(() =>
  z.object({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    department: z.string(),
    updatedOn: z.string(),
    version: z.number(),
    by: z.string(),
    at: z.string(),
    withdrawn: z.boolean(),
    /** Name of who wrote it when it is not the authority's own. */
    source: z.string().nullable(),
  }),
);

export const searchForAgents = operation({
  method: 'POST',
  path: '/api/agent/knowledge/search',
  roles: everyAgent,
  summary: 'Articles, procedures and letters to start from that answer some words, best first',
  body: knowledgeQuery,
  response: () => z.object({ results: z.array(FoundKnowledge()) }),
});
export const searchAnswers = operation({
  method: 'POST',
  path: '/api/agent/knowledge/answers',
  roles: everyAgent,
  summary:
    'Answers that the departments of who asks have given, by words of them; who they were for is left out',
  body: () => z.strictObject({ q: z.string().max(300), limit: z.number().int().min(1).max(10).default(4) }),
  response: () =>
    z.object({
      results: z.array(
        z.object({
          ...{ reference: z.string(), subject: z.string(), passage: z.string(), department: z.string() },
          outcome: z.enum(['granted', 'refused', 'answered']),
          answeredAt: z.string(),
        }),
      ),
    }),
});
export const listManagedArticles = operation({
  method: 'GET',
  path: '/api/agent/articles',
  roles: articleWriters,
  summary: 'Articles by their id, 200 at most; `next` is the `after` of the following page',
  query: () =>
    z.object({ withdrawn: z.enum(['yes', 'no']).default('no'), after: z.string().max(200).optional() }),
  response: () => z.object({ articles: z.array(line()), next: z.string().nullable() }),
});
export const readManagedArticle = operation({
  method: 'GET',
  path: '/api/agent/articles/{id}',
  roles: articleWriters,
  summary: 'One article, in force or in a former version',
  params: byId,
  query: () => z.object({ version: z.coerce.number().int().positive().optional() }),
  response: () =>
    z.object({
      article: Article(),
      version: z.number(),
      by: z.string(),
      at: z.string(),
      withdrawn: z.boolean(),
    }),
});
export const listArticleVersions = operation({
  method: 'GET',
  path: '/api/agent/articles/{id}/versions',
  roles: articleWriters,
  summary: 'Versions of an article, newest first, 50 at most',
  params: byId,
  response: () =>
    z.object({ versions: z.array(z.object({ version: z.number(), by: z.string(), at: z.string() })) }),
});
export const saveArticle = operation({
  method: 'PUT',
  path: '/api/agent/articles/{id}',
  roles: articleWriters,
  summary: 'Publish an article as its next version; `version` is the one it was made from, 0 for a new one',
  params: byId,
  body: () => z.strictObject({ article: Article(), version: z.number().int().min(0) }),
  response: () => z.object({ version: z.number() }),
});
export const withdrawArticle = operation({
  method: 'POST',
  path: '/api/agent/articles/{id}/withdraw',
  roles: articleWriters,
  summary: 'Show an article no longer; its versions stay',
  params: byId,
  status: 204,
});
export const importArticles = operation({
  method: 'POST',
  path: '/api/agent/articles/import',
  roles: ['administrator'],
  summary:
    'Articles of a source, 25 at most: each becomes the next version of its id, unless an agent has changed it here since the last import',
  body: () => z.strictObject({ articles: z.array(Article()).min(1).max(25) }),
  response: () =>
    z.object({ written: z.array(z.string()), unchanged: z.array(z.string()), kept: z.array(z.string()) }),
});
