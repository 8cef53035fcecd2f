import * as z from 'zod';
import { late } from '../shared/api.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { cardIn } from './article-items.ts';
import { articleIn } from './article-language.ts';
import { articleTable } from './article-table.adapter.ts';
import { listArticles, readArticle, searchKnowledge } from './public-api.ts';

const Env = z.object({ ARTICLES_TABLE: z.string(), DOCUMENTS_BUCKET: z.string(), PUBLIC_URL: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const articles = articleTable(documentClient(), env.ARTICLES_TABLE);
const byTitle = late(() => new Intl.Collator('fr'));
/** The engine comes with the first search: a list or an article does without it. */
const searching = lazily(async () =>
  (await import('./searching.adapter.ts')).searching(env.DOCUMENTS_BUCKET),
);

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(listArticles, async ({ query }) => {
    const page = await articles.list(query.after);
    return {
      ...page,
      articles: page.articles
        .map((card) => cardIn(card, query.language))
        .sort((one, other) => byTitle().compare(one.title, other.title)),
    };
  }),
  handle(readArticle, async ({ params, query }) => {
    const article = await articles.read(params.id);
    if (!article) throw new Refusal('not-found');
    return articleIn(article, query.language);
  }),
  handle(searchKnowledge, async ({ body }) => ({ results: await (await searching())(body) })),
);
