import * as z from 'zod';
import { inWhich, PageLanguage } from '../procedures/translation.ts';
import { late, operation } from '../shared/api.ts';

export const ArticleSource = late(() =>
  z.strictObject({
    name: z.string(),
    url: z.url({ protocol: /^https?$/ }),
    licence: z.string(),
    verifiedOn: z.iso.date(),
  }),
);
const words = late(() =>
  z.strictObject({
    title: z.string().min(3).max(150),
    summary: z.string().min(10).max(300),
    body: z.string().min(20),
  }),
);
/** An answer of the knowledge base. `body` is Markdown limited to paragraphs, headings (##), lists, bold and links. */
export const Article = late(() =>
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(3).max(150),
    summary: z.string().min(10).max(300),
    keywords: z.array(z.string()).default([]),
    department: z.string(),
    procedure: z.string().optional(),
    updatedOn: z.iso.date(),
    body: z.string().min(20),
    /** Whose text it is when it is not the authority's own, and the day they last checked it. */
    source: ArticleSource().optional(),
    /** The same in English and in plain French; they go when the French changes without them. */
    translations: z.strictObject({ en: words().optional(), facile: words().optional() }).optional(),
  }),
);
export type Article = z.infer<ReturnType<typeof Article>>;
const card = late(() =>
  Article()
    .pick({ id: true, title: true, summary: true, keywords: true, department: true })
    .extend({ language: PageLanguage().optional() }),
);
export const listArticles = operation({
  method: 'GET',
  path: '/api/public/articles',
  roles: ['public'],
  summary:
    'Articles of the knowledge base by their id, 200 at most; `next` is the `after` of the following page',
  query: () => z.object({ ...inWhich().shape, after: z.string().max(200).optional() }),
  response: () => z.object({ articles: z.array(card()), next: z.string().nullable() }),
});

/** One answer to what somebody is looking for. `passage` is the sentence of it that says most of what was asked. */
export const FoundKnowledge = late(() =>
  z.object({
    kind: z.enum(['article', 'procedure', 'letter']),
    id: z.string(),
    title: z.string(),
    passage: z.string(),
    department: z.string().nullable(),
    source: z.object({ name: z.string(), verifiedOn: z.string() }).nullable(),
  }),
);
export type FoundKnowledge = z.infer<ReturnType<typeof FoundKnowledge>>;
/** The words travel in the body: people type names and numbers into any box. */
export const knowledgeQuery = late(() =>
  z.strictObject({
    q: z.string().max(300),
    kind: z.enum(['article', 'procedure', 'letter']).optional(),
    department: z.string().optional(),
    limit: z.number().int().min(1).max(20).default(7),
    /** Only what answers most of the words: for a page that suggests without being asked. */
    sure: z.boolean().default(false),
  }),
);
export const searchKnowledge = operation({
  method: 'POST',
  path: '/api/public/search',
  roles: ['public'],
  summary:
    'Articles and procedures that answer some words, best first; forgives typing errors and knows plain words',
  body: knowledgeQuery,
  response: () => z.object({ results: z.array(FoundKnowledge()) }),
});
export const readArticle = operation({
  method: 'GET',
  path: '/api/public/articles/{id}',
  roles: ['public'],
  summary: 'One article',
  params: () => z.object({ id: z.string() }),
  query: inWhich,
  response: () => Article().omit({ translations: true }).extend({ language: PageLanguage().optional() }),
});
