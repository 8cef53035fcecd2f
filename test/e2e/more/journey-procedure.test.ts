import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { expectAccessible, openPage } from '../../support/journey.ts';
import { running, until } from '../../support/outer.ts';

const product = running();
/** A name of its own: the product keeps what earlier runs published. */
const id = `aide-fratrie-${Date.now().toString(36)}`;
const title = `Demander l’aide aux fratries ${id.slice(-4)}`;
const invented = {
  ...{ id, title, summary: 'Une aide pour les familles de plusieurs enfants.', theme: 'famille' },
  ...{ department: 'educaton', minutes: 5, commitmentDays: 30, silence: { mode: 'svr', period: 'P2M' } },
  identity: { givenName: 'prenom', familyName: 'nom', email: 'courriel' },
  documents: [
    { code: 'livret', label: 'Livret de famille', accepts: [{ code: 'acte', label: 'Acte de naissance' }] },
  ],
  ineligible: [
    {
      when: { field: 'naissance', youngerThan: 18 },
      because: 'Il faut être majeur pour demander cette aide.',
    },
  ],
  steps: [
    {
      id: 'vous',
      title: 'Vous',
      fields: [
        { type: 'given-name', name: 'prenom', label: 'Prénom' },
        { type: 'family-name', name: 'nom', label: 'Nom' },
        { type: 'email', name: 'courriel', label: 'Adresse électronique' },
        { type: 'birth-date', name: 'naissance', label: 'Date de naissance' },
        { type: 'iban', name: 'compte', label: 'Compte bancaire' },
      ],
    },
    {
      id: 'enfants',
      title: 'Vos enfants',
      fields: [
        {
          ...{ type: 'repeat', name: 'enfants', label: 'Les enfants', rowLabel: 'Enfant', min: 1, max: 3 },
          addLabel: 'Ajouter un enfant',
          fields: [
            { type: 'given-name', name: 'prenomEnfant', label: 'Prénom de l’enfant' },
            { type: 'yes-no', name: 'ecole', label: 'Va-t-il à l’école ?' },
            { type: 'text', name: 'laquelle', label: 'Nom de l’école', when: { field: 'ecole', is: true } },
          ],
        },
      ],
    },
  ],
  workflow: [
    { kind: 'decision', id: 'decision', title: 'Décider' },
    { kind: 'letter', id: 'courrier', title: 'Écrire à la famille' },
    { kind: 'visa', id: 'visa', title: 'Relire', by: { role: 'head' } },
  ],
};

let browser: TestBrowser;
let complaints: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
afterEach(() => {
  expect(complaints).toEqual([]);
});
const open = async (viewport?: { width: number; height: number }): Promise<Page> => {
  const opened = await openPage(await browser.person(viewport && { viewport }));
  complaints = opened.complaints;
  return opened.page;
};
const signIn = (page: Page, as: string) =>
  page.context().request.post(`${product.url}/local/sign-in`, { data: { as } });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const next = (page: Page) => page.getByRole('button', { name: 'Continuer', exact: true }).click();
const fill = (page: Page, path: string, text: string) => page.fill(`[id="champ-${path}"]`, text);

describe('an administrator invents a procedure, a family uses it the same minute', () => {
  it('is told what is wrong in the document, mends it in the editor, and publishes', async () => {
    const page = await open();
    await signIn(page, 'admin');
    await page.goto(`${product.url}/agents/demarches/importer`);
    await page.fill('#import-text', JSON.stringify(invented));
    await button(page, 'Vérifier').click();
    await page.getByText('Vouliez-vous dire « education » ?').waitFor();
    await button(page, /brouillon/).click();
    await page.waitForURL(new RegExp(`/demarches/${id}`));
    await page.getByText('1 erreur à corriger').click();
    await button(page, 'Service').first().click();
    await page.selectOption('#p-department', 'education');
    await page.getByText(/^Aucune erreur|^Rien à corriger/).waitFor();
    await page.locator('.preview-screen').waitFor();
    await expectAccessible(page, 'the editor of a procedure', false);
    await button(page, 'Publier…').click();
    await button(page, 'Publier la révision 1').click();
    await page.getByText('La révision 1 est en ligne.').first().waitFor();
  });

  it('asks a family for its children one by one on a phone, and shows them to the agent', async () => {
    const page = await open({ width: 390, height: 844 });
    await page.goto(`${product.url}/demarches/${id}`);
    await button(page, 'Commencer').click();
    await page.waitForSelector('#champ-prenom');
    await fill(page, 'prenom', 'Anna');
    await fill(page, 'nom', 'Petit');
    await fill(page, 'courriel', `anna.${id}@courriel.example`);
    for (const [part, typed] of [
      ['', '3'],
      ['-month', '4'],
      ['-year', '2020'],
    ] as const)
      await fill(page, `naissance${part}`, typed);
    await page.locator('#impossible').getByText('Il faut être majeur').waitFor();
    await fill(page, 'naissance-year', '1990');
    await page.locator('#impossible').waitFor({ state: 'detached' });
    await fill(page, 'compte', 'FR14 2004 1010 0505 0001 3M02 606');
    await next(page);
    await page.waitForSelector('[id="champ-enfants.0.prenomEnfant"]');
    await fill(page, 'enfants.0.prenomEnfant', 'Lina');
    await page.getByLabel('Oui').check();
    await fill(page, 'enfants.0.laquelle', 'Jules Ferry');
    await button(page, 'Ajouter un enfant').click();
    await fill(page, 'enfants.1.prenomEnfant', 'Tom');
    await page.getByLabel('Non').nth(1).check();
    await expectAccessible(page, 'children in blocks');
    await next(page);
    await page.waitForURL(/documents-demandes$/);
    await next(page);
    await page.waitForSelector('.check-answers');
    await button(page, 'Envoyer ma demande').click();
    await page.waitForSelector('.sent-card');
    const reference = (await page.textContent('.sent-card .reference'))?.trim() ?? '';
    await until('the request is routed', async () => {
      const { requests } = await product.records({ reference });
      return requests[0]?.department === 'education';
    });
    const desk = await open();
    await signIn(desk, 'admin');
    await desk.goto(`${product.url}/agents/demandes/${reference}`);
    await desk.getByText('Enfant 2').first().waitFor();
    const shown = await desk.textContent('main');
    expect(shown).toContain('Nom de l’école : Jules Ferry');
    expect(shown).toContain('FR14 **** **** 606');
    expect(shown).not.toContain('2004 1010');
  });
});
