import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { settingsTable } from '../settings/settings-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import * as api from './agent-api.ts';
import { articleTable } from './article-table.adapter.ts';
import { authorNames } from './author-names.ts';
import { writingArticles } from './write-articles.ts';

const Env = z.object({
  ARTICLES_TABLE: z.string(),
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const articles = articleTable(db, env.ARTICLES_TABLE);
const named = authorNames(people.byLogin);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const writes = writingArticles({
  articles,
  departments: async () => (await authority()).departments.map(({ code }) => code),
  now,
});
const searching = lazily(async () => {
  const { searchingForAgents } = await import('./searching-agents.adapter.ts');
  return searchingForAgents(env.DOCUMENTS_BUCKET, settingsTable(db, env.SETTINGS_TABLE).letters);
});
const answers = lazily(async () => {
  const [{ readPastAnswers }, { pastAnswersTable }, { standing }] = await Promise.all([
    import('./read-past-answers.ts'),
    import('./past-answers-table.adapter.ts'),
    import('../requests/found-by.adapter.ts'),
  ]);
  return readPastAnswers({
    ...pastAnswersTable(db, env.REQUESTS_TABLE),
    standing: standing(db, env.REQUESTS_TABLE),
    clock: () => performance.now(),
  });
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: sessionTable(db, env.SESSIONS_TABLE, people.byLogin).sessions },
  handle(api.searchForAgents, async ({ body }, { agent }) => ({
    results: await (await searching())(body, agent.departments),
  })),
  handle(api.searchAnswers, async (input, caller) => (await answers())(input, caller)),
  handle(api.listManagedArticles, async ({ query }) => {
    const page = await articles.lines(query.withdrawn === 'yes', query.after);
    return { ...page, articles: await named(page.articles) };
  }),
  handle(api.readManagedArticle, async ({ params, query }) => {
    const found = await articles.kept(params.id, query.version);
    if (!found) throw new Refusal('not-found');
    const [{ article, version, by, at, withdrawn } = found] = await named([found]);
    return { article, version, by, at, withdrawn: withdrawn !== undefined };
  }),
  handle(api.listArticleVersions, async ({ params }) => ({
    versions: await named(await articles.versions(params.id)),
  })),
  handle(api.saveArticle, async ({ params, body }, { agent }) => ({
    version: await writes.save(params.id, body.article, body.version, `agent:${agent.login}`),
  })),
  handle(api.withdrawArticle, async ({ params }, { agent }) => {
    await articles.withdraw(params.id, `agent:${agent.login}`, now());
    return undefined;
  }),
  handle(api.importArticles, ({ body }) => writes.bring(body.articles)),
);
