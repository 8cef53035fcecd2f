import type { PeopleTable } from '../agents/people-table.adapter.ts';
import type { AgendaTable } from '../appointments/agenda-table.adapter.ts';
import type { DistributionTable } from '../instruction/distribution/distribution-table.adapter.ts';
import type { ArticleTable } from '../knowledge/article-table.adapter.ts';
import type { CatalogueTable } from '../procedures/catalogue-table.adapter.ts';
import type { ProcedureTable } from '../procedures/procedure-table.adapter.ts';
import type { SettingTable } from '../reports/setting-table.adapter.ts';
import type { SubscriptionSettingsTable } from '../subscriptions/settings-table.adapter.ts';
import { byDeployment, mayOverwrite, type Seed } from './seed.ts';
import type { SettingsTable } from './settings-table.adapter.ts';

export type Fields = {
  settings: SettingsTable;
  procedures: ProcedureTable;
  catalogue: CatalogueTable;
  articles: ArticleTable;
  people: PeopleTable;
  distribution?: Pick<DistributionTable, 'rules' | 'save'>;
  agenda?: Pick<AgendaTable, 'sow'>;
  subscriptions?: Pick<SubscriptionSettingsTable, 'sow'>;
  reports?: Pick<SettingTable, 'sow'>;
};

/** Writes what the folder says; done again, it changes nothing. What agents edited since stays theirs. */
export async function sow(seed: Seed, fields: Fields, at: string): Promise<void> {
  const { settings, procedures, catalogue, articles, people } = fields;
  await settings.saveAuthority(seed.authority);
  if (seed.logo) await settings.saveLogo(seed.logo);
  if (seed.reports) await fields.reports?.sow(seed.reports);
  if (seed.agenda) await fields.agenda?.sow(seed.agenda, at);
  if (seed.subscriptions) await fields.subscriptions?.sow(seed.subscriptions);
  await several(seed.letters, (letter) => settings.saveLetter(letter));
  await several(seed.procedures, async (procedure) => {
    if (mayOverwrite(await procedures.publishedBy(procedure.id)))
      await procedures.publish({ procedure, by: byDeployment, at });
  });
  await several(seed.catalogue, (shared) => catalogue.keep(shared));
  await several(seed.articles, async (article) => {
    if (mayOverwrite(await articles.writtenBy(article.id))) await articles.save(article, byDeployment, at);
  });
  // Who is away or has left was said here, not in the folder.
  const kept = await Promise.all(
    seed.agents.map(async (agent) => {
      const { absence, leftOn, work } = (await people.byLogin(agent.login)) ?? {};
      const said = work?.by ? { work } : {};
      return { ...agent, ...(absence && { absence }), ...(leftOn && { leftOn }), ...said };
    }),
  );
  await people.put(kept);
  await several(Object.entries(seed.distribution ?? {}), async ([department, rules]) => {
    if (fields.distribution && !(await fields.distribution.rules(department)))
      await fields.distribution.save(department, { version: 1, rules, by: byDeployment, at });
  });
  if ((await people.delegations()).length === 0) await several(seed.delegations, people.saveDelegation);
}

/** A few at a time: a deployment waits for it, and a table that is new takes no flood. */
const together = 8;
async function several<T>(all: readonly T[], write: (one: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += together)
    await Promise.all(all.slice(from, from + together).map(write));
}
