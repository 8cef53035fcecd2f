import type { PeopleTable } from '../agents/people-table.adapter.ts';
import type { ArticleTable } from '../knowledge/article-table.adapter.ts';
import type { ProcedureTable } from '../procedures/procedure-table.adapter.ts';
import { byDeployment, mayOverwrite, type Seed } from './seed.ts';
import type { SettingsTable } from './settings-table.adapter.ts';

export type Fields = {
  settings: SettingsTable;
  procedures: ProcedureTable;
  articles: ArticleTable;
  people: PeopleTable;
};

/** Writes what the folder says; done again, it changes nothing. What agents edited since stays theirs. */
export async function sow(seed: Seed, fields: Fields, at: string): Promise<void> {
  const { settings, procedures, articles, people } = fields;
  await settings.saveAuthority(seed.authority);
  if (seed.logo) await settings.saveLogo(seed.logo);
  for (const letter of seed.letters) await settings.saveLetter(letter);
  for (const procedure of seed.procedures)
    if (mayOverwrite(await procedures.publishedBy(procedure.id)))
      await procedures.publish({ procedure, by: byDeployment, at });
  for (const article of seed.articles)
    if (mayOverwrite(await articles.writtenBy(article.id))) await articles.save(article, byDeployment, at);
  await people.put(seed.agents);
}
