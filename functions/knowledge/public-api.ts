import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

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
  }),
);
export type Article = z.infer<ReturnType<typeof Article>>;
const card = late(() =>
  Article().pick({ id: true, title: true, summary: true, keywords: true, department: true }),
);
export const listArticles = operation({
  method: 'GET',
  path: '/api/public/articles',
  roles: ['public'],
  summary: 'Articles of the knowledge base',
  response: () => z.object({ articles: z.array(card()) }),
});
export const readArticle = operation({
  method: 'GET',
  path: '/api/public/articles/{id}',
  roles: ['public'],
  summary: 'One article',
  params: () => z.object({ id: z.string() }),
  response: Article,
});
