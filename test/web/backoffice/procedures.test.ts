// @module-tag more
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AgentsSite, openAgents } from '../../support/agents-site.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';

vi.setConfig({ testTimeout: 60_000 });
let site: AgentsSite;
let chromium: TestBrowser;
let person: BrowserContext;
let page: Page;
beforeAll(async () => {
  site = await openAgents();
  chromium = await openBrowser();
}, 90_000);
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});
beforeEach(async () => {
  site.api.forget();
  site.api.scenario = 'normal';
  site.api.agent = 'administrator';
  person = await chromium.person();
  page = await person.newPage();
  page.setDefaultTimeout(15_000);
});
afterEach(() => person.close());

type Saved = { document: { title: string; steps: { fields: unknown[] }[]; documents: unknown[] } };
const editor = '/agents/demarches/essai-genres';
const open = async (part: string, seen: string) => {
  await page.goto(`${site.origin}${editor}?ou=${part}`);
  await page.getByText(seen).first().waitFor();
  await page.locator('.preview-screen').waitFor();
};
const saves = () => site.api.calls.filter(({ method }) => method === 'PUT');
const lastSave = () => (saves().at(-1)?.body ?? { document: {} }) as Saved;
const saved = () => page.getByText(/Brouillon enregistré/).waitFor();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
const said = async () => (await page.locator('[role=status]').allTextContents()).join(' | ');
const preview = () => page.locator('.preview-screen');

describe('whoever writes a procedure', () => {
  it('sees it change beside, as the citizen will, and finds it kept', async () => {
    await open('general', 'Titre de la démarche');
    await page.fill('#p-title', 'Aller au centre de loisirs');
    await preview().getByText('Aller au centre de loisirs').first().waitFor();
    await saved();
    expect(lastSave().document.title).toBe('Aller au centre de loisirs');
    expect(saves()).toHaveLength(1);
  });

  it('tries the conditions in the preview, which sends nothing', async () => {
    await open('steps.0', 'Titre de l’étape');
    await preview().getByLabel('Non', { exact: true }).first().check();
    await preview().getByText('accueille les enfants qui habitent').first().waitFor();
    await page.selectOption('#preview-page', { label: 'Étape 2 : Vos enfants' });
    await preview().getByLabel('Oui', { exact: true }).first().check();
    await preview().getByLabel('Laquelle ?').waitFor();
    await page.selectOption('#preview-page', { label: 'Vérification' });
    await preview().getByText('Vérifiez vos réponses').waitFor();
    expect(site.api.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('adds a question, whose name comes from its wording, and moves it with the keyboard', async () => {
    await open('steps.0', 'Ajouter la question');
    await page.selectOption('[id="add-steps.0.fields"]', 'choice');
    await button('Ajouter la question').press('Enter');
    await page.locator('[id="p-steps.0.fields.6.label"]').waitFor();
    expect(await focused()).toBe('p-steps.0.fields.6.label');
    await page.keyboard.type('Mode de garde');
    await page.fill('[id="p-steps.0.fields.6.options.0.label"]', 'À la crèche');
    await page.fill('[id="p-steps.0.fields.6.options.1.label"]', 'À la maison');
    await page.keyboard.press('Tab');
    await preview().getByLabel('À la maison').waitFor();
    const up = button('Monter Mode de garde');
    await up.focus();
    await page.keyboard.press('Enter');
    await page.locator('[id="p-steps.0.fields.5.label"]').waitFor();
    expect(await said()).toContain('Mode de garde : place 6 sur 7.');
    await page.getByText(/Brouillon enregistré/).waitFor();
    await vi.waitFor(
      () =>
        expect(lastSave().document.steps[0]?.fields[5]).toMatchObject({
          ...{ type: 'choice', name: 'modeGarde', label: 'Mode de garde' },
          options: [
            { value: 'a-la-creche', label: 'À la crèche' },
            { value: 'a-la-maison', label: 'À la maison' },
          ],
        }),
      { timeout: 10_000 },
    );
  });

  it('duplicates, deletes and puts back without a mouse', async () => {
    await open('steps', 'Les étapes dans l’ordre');
    const titles = () => page.locator('.part-link').allTextContents();
    const before = await titles();
    await button('Dupliquer Votre situation').press('Enter');
    expect(await titles()).toHaveLength(before.length + 1);
    await button('Supprimer L’accueil').press('Enter');
    expect(await titles()).not.toContain('L’accueil');
    await button('Remettre').press('Enter');
    expect(await titles()).toContain('L’accueil');
    await button('Annuler').click();
    await button('Annuler').click();
    await button('Annuler').click();
    expect(await titles()).toEqual(before);
    await button('Rétablir').click();
    expect(await titles()).toHaveLength(before.length + 1);
  });

  it('builds a condition and reads it in plain words', async () => {
    await open('documents', 'Texte qui l’exige');
    const first = page.locator('[id="p-documents.1.when"]');
    await first.getByText('Mettre une condition').click();
    await first.getByRole('button', { name: 'Ajouter une ligne à la condition' }).click();
    await first.getByLabel('Question').selectOption({ label: 'Date de naissance' });
    expect(await first.locator('.condition-words').textContent()).toContain('montre un âge de plus de 18');
    await first.getByRole('button', { name: 'Ajouter une ligne' }).click();
    await first.getByLabel('Question').nth(1).selectOption({ label: 'Habitez-vous Val-Clair ?' });
    await first.getByLabel('Il faut que').selectOption('any');
    await saved();
    await vi.waitFor(() =>
      expect(lastSave().document.documents[1]).toMatchObject({
        when: {
          any: [
            { field: 'naissance', olderThan: 18 },
            { field: 'habite', is: true },
          ],
        },
      }),
    );
    expect(await first.locator('.condition-words').textContent()).toMatch(/18.ans ou la réponse à « Habitez/);
  });

  it('goes from what is wrong to where it is mended', async () => {
    await open('steps.0.fields.0', 'Type de réponse');
    await page.fill('[id="p-steps.0.fields.0.label"]', '');
    await page.getByText('1 erreur à corriger').waitFor();
    await page.locator('.outline').getByRole('button', { name: 'Tarifs' }).click();
    await page.getByText('1 erreur à corriger').click();
    await button('Étape 1, question 1').click();
    await page.locator('[id="p-steps.0.fields.0.label-error"]').waitFor();
    expect(await focused()).toBe('p-steps.0.fields.0.label');
    await button('Publier…').click();
    await page.getByText('à corriger avant de publier').waitFor();
    expect(site.api.calls.some(({ path }) => path.endsWith('/publish'))).toBe(false);
  });

  it('publishes after seeing what changes, and for whom', async () => {
    await open('general', 'Titre de la démarche');
    await page.fill('#p-title', 'Aller au centre de loisirs');
    await saved();
    await button('Publier…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Ce qui change : 1').waitFor();
    expect(await dialog.textContent()).toContain('Maintenant : Aller au centre de loisirs');
    expect(await dialog.textContent()).toContain('restent sur la révision 2');
    await dialog.getByRole('button', { name: 'Publier la révision 3' }).click();
    await page.getByText('La révision 3 est en ligne.').waitFor();
  });

  it('loses nothing when a colleague saved first', async () => {
    site.api.scenario = 'conflict';
    await open('general', 'Titre de la démarche');
    await page.fill('#p-title', 'Mon titre');
    await page.getByText('Quelqu’un d’autre a modifié ce brouillon').waitFor();
    expect(await page.inputValue('#p-title')).toBe('Mon titre');
    await button('Garder la mienne').click();
    await saved();
    expect(lastSave()).toMatchObject({ version: 5, document: { title: 'Mon titre' } });
  });

  it('may only read it when their role is to watch over quality', async () => {
    site.api.agent = 'quality';
    await open('general', 'Vous pouvez lire et essayer');
    expect(await page.locator('#p-title').isDisabled()).toBe(true);
    expect(await button('Publier…').count()).toBe(0);
  });
});

describe('around the editor', () => {
  it('finds a procedure by a word, a state or a department', async () => {
    await page.goto(`${site.origin}/agents/demarches`);
    await page.getByText('5 démarches').waitFor();
    await page.fill('#search-procedures', 'associations');
    await page.getByText('1 sur 5').waitFor();
    await page.fill('#search-procedures', '');
    await page.selectOption('#filter-state', 'archived');
    expect(await page.locator('.procedure .subject').allTextContents()).toEqual(['Une ancienne démarche']);
  });

  it('begins one with a title', async () => {
    await page.goto(`${site.origin}/agents/demarches`);
    await button('Créer une démarche').click();
    await page.getByLabel('Titre de la démarche').fill('Réserver une salle');
    await button('Commencer').click();
    await page.waitForURL(/demarches\/reserver-une-salle/);
    expect(lastSave().document).toMatchObject({ id: 'reserver-une-salle', title: 'Réserver une salle' });
  });

  it('imports a document after saying what is wrong with it', async () => {
    await page.goto(`${site.origin}/agents/demarches/importer`);
    await page.setInputFiles('#import-file', {
      name: 'demarche.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ id: 'salle', title: 'Salle', steps: [{ fields: [{}] }] })),
    });
    await page.getByText('1 erreur à corriger').waitFor();
    expect(await page.textContent('.import-problems')).toContain('steps.0.fields.0.label');
    await button('Garder comme brouillon').click();
    await page.waitForURL(/demarches\/salle/);
    await page.goto(`${site.origin}/agents/demarches/importer`);
    await page.fill('#import-text', '{ "id": ');
    await button('Vérifier').click();
    await page.getByText('n’est pas du JSON').waitFor();
  });
});
