import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { xmlFiles } from '../../../infra/fiches/files.ts';
import { readAll } from '../../../infra/fiches/read-all.ts';
import { send } from '../../../infra/fiches/send.ts';
import { running, until } from '../../support/outer.ts';

const product = running();
/** A word that no other test and no article knows. */
const word = `zibeline${process.pid.toString(36).replace(/\d/g, 'x')}`;
const number = `F9${process.pid}`;
const fiche = `<?xml version="1.0"?><Publication xmlns:dc="http://purl.org/dc/elements/1.1/" ID="${number}"
 spUrl="https://www.service-public.gouv.fr/particuliers/vosdroits/${number}"><dc:title>Peut-on garder une ${word} chez soi ?</dc:title>
<dc:subject>Logement</dc:subject><dc:description>Les règles pour garder un animal rare à la maison.</dc:description>
<dc:date>modified 2026-09-08</dc:date><Audience>Particuliers</Audience><Texte><Chapitre><Titre><Paragraphe>Règle</Paragraphe></Titre>
<Paragraphe>Une déclaration est nécessaire avant tout achat.</Paragraphe></Chapitre></Texte></Publication>`;

type Found = { kind: string; id: string; title: string; source: { name: string; verifiedOn: string } | null };
const find = async (q: string): Promise<Found[]> =>
  (await product.post('/api/public/search', { q, limit: 5 })).body.results;

describe('an answer is found by whoever looks for it', () => {
  it('comes from the official site with its source, is found, changed here and then left alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fiche-'));
    writeFileSync(join(folder, `${number}.xml`), fiche);
    const departments = new Set(['logement']);
    const { articles } = readAll(xmlFiles(folder), { departments, fallback: 'logement' });
    const administrator = await product.signIn('admin');
    const id = number.toLowerCase();
    const bring = () => send(articles, product.url, administrator.cookie);
    expect(await bring()).toMatchObject({ written: [id] });
    expect(await bring()).toMatchObject({ unchanged: [id] });

    const found = await until('the article to be found', async () =>
      (await find(`${word.slice(0, -1)} maison`)).find((one) => one.id === id),
    );
    expect(found).toMatchObject({
      ...{ kind: 'article', source: { name: 'service-public.fr', verifiedOn: '2026-09-08' } },
    });
    const page = (await product.json(`/api/public/articles/${id}`)).body;
    expect(page.source.licence).toBe('Licence Ouverte 2.0');
    expect(page.body).toContain('## Règle');

    const kept = (await administrator.get(`/api/agent/articles/${id}`)).body;
    const { source: _, ...own } = kept.article;
    const write = (version: number) =>
      product.json(`/api/agent/articles/${id}`, {
        method: 'PUT',
        body: JSON.stringify({ article: { ...own, title: `La ${word} est interdite` }, version }),
        headers: {
          ...{ 'content-type': 'application/json', 'x-parvis-csrf': '1', cookie: administrator.cookie },
        },
      });
    expect((await write(kept.version)).status).toBe(200);
    expect((await write(kept.version)).status).toBe(409);
    expect(await bring()).toMatchObject({ kept: [id] });
    await until('the new title to be found', async () =>
      (await find(word)).find(({ title }) => title.includes('interdite')),
    );

    const clerk = await product.signIn('claire.monnier');
    const forAgents = (await clerk.post('/api/agent/knowledge/search', { q: `${word}` })).body.results;
    expect(forAgents[0].id).toBe(id);
    expect((await clerk.get('/api/agent/articles')).status).toBe(403);
    expect((await clerk.post('/api/agent/articles/import', { articles })).status).toBe(403);

    await administrator.post(`/api/agent/articles/${id}/withdraw`, {});
    expect((await product.json(`/api/public/articles/${id}`)).status).toBe(404);
    await until('it to be found no more', async () =>
      (await find(word)).every((one) => one.id !== id) ? true : undefined,
    );
  });

  it('understands people who type fast, and tells agents of letters too', async () => {
    await product.quiet();
    expect((await find('poubele jaune')).map(({ id }) => id)).toContain('calendrier-collecte');
    expect((await find('nid de poul'))[0]?.id).toMatch(/nid-de-poule|signalement/);
    const clerk = await product.signIn('claire.monnier');
    const { body } = await clerk.post('/api/agent/knowledge/search', { q: 'refus subvention', limit: 6 });
    expect(body.results.map(({ kind }: Found) => kind)).toContain('letter');
    expect((await product.post('/api/agent/knowledge/search', { q: 'refus' })).status).toBe(401);
  });
});
