import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleTable } from '../../functions/agents/people-table.adapter.ts';
import { articleTable } from '../../functions/knowledge/article-table.adapter.ts';
import { catalogueTable } from '../../functions/procedures/catalogue-table.adapter.ts';
import { procedureTable } from '../../functions/procedures/procedure-table.adapter.ts';
import { Seed } from '../../functions/settings/seed.ts';
import { settingsTable } from '../../functions/settings/settings-table.adapter.ts';
import { sow } from '../../functions/settings/sow.adapter.ts';
import { authorityReader } from '../../functions/shared/authority.adapter.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

const { people, ...folder } = loadCollectivity('val-clair');
/** A few of everything: what holds for one holds for all. */
const few = ['acte-naissance', 'demande-generale', 'signalement', 'inscription-scolaire'];
const procedures = folder.procedures.filter(({ id }) => few.includes(id));
const seed = Seed.parse({ ...folder, procedures, agents: people.agents });
const firstDay = '2026-11-22T08:00:00.000Z';
const later = '2026-12-01T08:00:00.000Z';
const birth = seed.procedures.find(({ id }) => id === 'acte-naissance') as Seed['procedures'][number];
const changed = (title: string): Seed => ({
  ...seed,
  procedures: seed.procedures.map((one) => (one.id === birth.id ? { ...one, title } : one)),
});

let database: TestDatabase;
let table: string;
let fields: Parameters<typeof sow>[1];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  const { db } = database;
  table = await database.table();
  fields = {
    settings: settingsTable(db, table),
    procedures: procedureTable(db, table),
    catalogue: catalogueTable(db, table),
    articles: articleTable(db, table),
    people: peopleTable(db, table),
  };
});

describe('a new authority opens with what its folder says', () => {
  it('publishes the procedures, articles, letters and agents, and tells every function who it is', async () => {
    await sow(seed, fields, firstDay);
    expect((await fields.procedures.list()).map(({ id }) => id).sort()).toEqual(
      seed.procedures.map(({ id }) => id).sort(),
    );
    expect(await fields.procedures.read('acte-naissance')).toEqual({ ...birth, revision: 1 });
    expect((await fields.articles.list()).articles).toHaveLength(20);
    expect(await fields.articles.read('se-marier')).toMatchObject({ title: 'Préparer son mariage' });
    expect((await fields.settings.letters()).map(({ id }) => id)).toContain('refus-motive');
    expect(await fields.people.byLogin('paul.girard')).toMatchObject({
      departments: expect.arrayContaining(['etat-civil']),
    });
    expect(await authorityReader(database.db, table)()).toEqual(seed.authority);
  });

  it('changes nothing when it is deployed again as it was', async () => {
    await sow(seed, fields, firstDay);
    const before = await database.all(table);
    await sow(seed, fields, later);
    expect(await database.all(table)).toEqual(before);
  });
});

describe('a folder that changed is a new revision', () => {
  it('publishes the changed procedure and still finds the one that requests were made with', async () => {
    await sow(seed, fields, firstDay);
    await sow(changed('Obtenir un acte de naissance'), fields, later);
    expect(await fields.procedures.read('acte-naissance')).toMatchObject({
      revision: 2,
      title: 'Obtenir un acte de naissance',
    });
    expect(await fields.procedures.read('acte-naissance', 1)).toEqual({ ...birth, revision: 1 });
    expect(await fields.procedures.read('signalement')).toMatchObject({ revision: 1 });
  });

  it('leaves alone what an agent has edited since', async () => {
    await sow(seed, fields, firstDay);
    const edited = { ...birth, title: 'Acte de naissance, en trois minutes' };
    const article = { ...(seed.articles[0] as Seed['articles'][number]), title: 'Réécrit par un agent' };
    await fields.procedures.publish({ procedure: edited, by: 'agent:claire.monnier', at: later });
    await fields.articles.save(article, 'agent:claire.monnier', later);
    await sow(changed('Obtenir un acte de naissance'), fields, later);
    expect(await fields.procedures.read('acte-naissance')).toMatchObject({
      revision: 2,
      title: edited.title,
    });
    expect(await fields.articles.read(article.id)).toEqual(article);
  });
});

describe('two people publish the same procedure', () => {
  it('keeps one of the two and tells the other', async () => {
    const publish = (title: string) =>
      fields.procedures.publish({ procedure: { ...birth, title }, by: 'agent:a', at: later });
    const outcomes = await Promise.allSettled(
      ['Un', 'Deux', 'Trois', 'Quatre'].map((word) => publish(`Titre ${word}`)),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.map((one) => (one as PromiseRejectedResult).reason.code)).toEqual(
      refused.map(() => 'conflict'),
    );
    const published = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(published).toBeGreaterThan(0);
    expect(await fields.procedures.read('acte-naissance')).toMatchObject({ revision: published });
  });
});
