import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { fakeCode, fakeReference } from '../support/fake-api.ts';
import { continueForm, fillWhole } from '../support/fill-form.ts';
import { openPortal, type PortalSite } from '../support/portal-site.ts';
import { rgaaProblems } from '../support/rgaa.ts';

let site: PortalSite;
let browser: TestBrowser;
let person: BrowserContext;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPortal(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  site.api.reset();
  person = await browser.person();
  page = await person.newPage();
  page.setDefaultTimeout(6_000);
});
afterEach(() => person.close());

const base = '/demarches/essai-complet';
const problems = async () => [...(await axeProblems(page)), ...(await rgaaProblems(page, { tabs: 25 }))];
const start = async () => {
  await page.goto(site.origin + base);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector('form.step-form');
};
const title = () => page.textContent('h1');
const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const submitted = () => site.api.calls.filter(({ operation }) => operation === 'submitForm');

describe('a form is filled one subject at a time', { timeout: 40_000 }, () => {
  it('says what is wrong only when one continues, in words that lead to the question', async () => {
    await start();
    expect(await focused()).toBe('H1');
    await page.focus('#champ-pour');
    await page.keyboard.press('Tab');
    expect(await page.locator('.field-error').count()).toBe(0);
    await continueForm(page);
    await page.waitForSelector('.error-summary:focus');
    expect(await page.title()).toMatch(/^Erreur : De quoi avez-vous besoin/);
    const words = await page.textContent('.error-summary a');
    expect(await page.textContent('.field-error')).toBe(words);
    expect(await problems()).toEqual([]);
    await page.click('.error-summary a');
    expect(await focused()).toBe('champ-pour');
  });

  it('asks a question only when another answer makes it necessary', { tags: 'more' }, async () => {
    await start();
    expect(await page.locator('#champ-lien').count()).toBe(0);
    await page.getByLabel('Pour quelqu’un d’autre').check();
    await page.fill('#champ-lien', 'Voisine');
    await page.getByLabel('Pour vous-même').check();
    expect(await page.locator('#champ-lien').count()).toBe(0);
  });

  it('keeps every answer when one goes back', { tags: 'more' }, async () => {
    await start();
    await page.getByLabel('Pour vous-même').check();
    await continueForm(page);
    await page.fill('[id="champ-adresse.lines"]', '4 rue du Moulin');
    await button('Retour').click();
    await page.waitForSelector('#champ-pour');
    expect(await page.getByLabel('Pour vous-même').isChecked()).toBe(true);
    await continueForm(page);
    expect(await page.inputValue('[id="champ-adresse.lines"]')).toBe('4 rue du Moulin');
  });

  it('every step, the check page and the confirmation keep the promises of accessibility', async () => {
    await start();
    const seen: string[] = [];
    await fillWhole(page, async (step) => {
      seen.push(step, ...(await problems()));
    });
    expect(seen).toEqual(['besoin', 'lieu', 'monte-meubles', 'vous', 'precisions', 'verifier']);
    await button('Envoyer ma demande').click();
    await page.waitForSelector('.sent-card');
    // The focus follows the drawing by a frame.
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await problems()).toEqual([]);
  });
});

describe('a draft is never lost', { timeout: 40_000 }, () => {
  it('is saved while typing, said aloud, and offered on the next visit', async () => {
    await start();
    await page.getByLabel('Pour vous-même').check();
    await page.waitForFunction(() => /Brouillon enregistré/.test(document.body.textContent ?? ''));
    await continueForm(page);
    await page.fill('[id="champ-adresse.city"]', 'Val-Clair');
    await page.waitForFunction(() => /Brouillon enregistré/.test(document.body.textContent ?? ''));
    await page.goto(site.origin + base);
    await page.waitForSelector('.resume');
    expect(await page.textContent('.resume')).toContain('étape 2 sur 4');
    expect(await problems()).toEqual([]);
    await button('Reprendre mon brouillon').click();
    await page.waitForSelector('[id="champ-adresse.city"]');
    expect(await page.inputValue('[id="champ-adresse.city"]')).toBe('Val-Clair');
  });

  it('survives a reload in the middle of a step, even without a network', async () => {
    await page.goto(`${site.origin}/`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await start();
    await page.getByLabel('Pour vous-même').check();
    await page.waitForFunction(() => /Brouillon enregistré/.test(document.body.textContent ?? ''));
    await person.setOffline(true);
    await page.reload();
    await page.waitForSelector('#champ-pour');
    expect(await page.getByLabel('Pour vous-même').isChecked()).toBe(true);
    await continueForm(page);
    await page.waitForURL(/lieu$/);
    expect(await title()).toBe('Où et quand ?');
  });

  it('says aloud that it cannot be saved, and goes on', { tags: 'more' }, async () => {
    await person.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new Error('no storage');
      };
    });
    await start();
    await page.getByLabel('Pour vous-même').check();
    await page.waitForSelector('[role=alert]');
    expect(await page.textContent('[role=alert]')).toContain('n’a pas pu être enregistré');
    expect(await problems()).toEqual([]);
    await continueForm(page);
    await page.waitForURL(/lieu$/);
    expect(await title()).toBe('Où et quand ?');
  });

  it('can be thrown away', { tags: 'more' }, async () => {
    await start();
    await page.getByLabel('Pour vous-même').check();
    await page.waitForFunction(() => /Brouillon enregistré/.test(document.body.textContent ?? ''));
    await page.goto(site.origin + base);
    await button('Recommencer à zéro').click();
    await page.waitForSelector('#champ-pour');
    expect(await page.getByLabel('Pour vous-même').isChecked()).toBe(false);
  });
});

describe('sending', { timeout: 40_000 }, () => {
  it('sends clean answers and shows reference, code and what comes next; a reload shows them again', async () => {
    await start();
    await fillWhole(page);
    await button('Envoyer ma demande').click();
    await page.waitForSelector('.sent-card');
    const shown = await page.textContent('main');
    for (const words of [fakeReference, fakeCode, 'anna.petit@exemple.fr', '22 décembre 2026'])
      expect(shown).toContain(words);
    expect(submitted()[0]?.body).toMatchObject({
      procedure: 'essai-complet',
      answers: {
        pour: 'moi',
        longueur: 12.5,
        jour: '2026-12-24',
        plaque: 'AB-123-CD',
        telephone: '+33612345678',
      },
      uploads: [{ field: 'assurance', name: 'attestation.pdf' }],
    });
    await page.reload();
    await page.waitForSelector('.sent-card');
    expect(await page.textContent('main')).toContain(fakeReference);
    expect(await page.getAttribute('a.button.primary', 'href')).toBe(`/suivi#${fakeReference}:${fakeCode}`);
  });

  it('changes one answer from the check page and comes straight back to it', { tags: 'more' }, async () => {
    await start();
    await fillWhole(page);
    await page.getByRole('link', { name: 'Modifier Nom' }).click();
    await page.fill('#champ-nom', 'Grand');
    await button('Enregistrer et revenir à la vérification').click();
    await page.waitForSelector('.check-answers');
    expect(await page.textContent('main')).toContain('Grand');
  });

  it('tells a failing network, loses nothing, and sends again under the same key', async () => {
    await start();
    await fillWhole(page);
    site.api.troubles = [{ path: /forms$/, cut: true, times: 99 }];
    await button('Envoyer ma demande').click();
    await page.waitForSelector('[role=alert] .notice.danger', { timeout: 15_000 });
    expect(await page.textContent('[role=alert]')).toContain('Rien n’est perdu');
    expect(await problems()).toEqual([]);
    site.api.troubles = [];
    await button('Envoyer à nouveau').click();
    await page.waitForSelector('.sent-card');
    expect(site.api.sent.size).toBe(1);
  });

  it('shows the first reference when one comes back and sends again', { tags: 'more' }, async () => {
    await start();
    await fillWhole(page);
    await button('Envoyer ma demande').click();
    await page.waitForSelector('.sent-card');
    await page.goBack();
    await page.waitForFunction(() => /déjà envoyée/.test(document.body.textContent ?? ''));
    expect(await page.textContent('main')).toContain(fakeReference);
    expect(submitted()).toHaveLength(1);
  });

  it('says what is missing instead of sending', async () => {
    await start();
    await page.goto(`${site.origin}${base}/verifier`);
    await page.waitForSelector('.notice.warning a');
    expect(await button('Envoyer ma demande').count()).toBe(0);
    expect(await problems()).toEqual([]);
  });
});

describe('when something is wrong with the procedure', { timeout: 40_000 }, () => {
  it('a procedure that does not exist leads to the list', { tags: 'more' }, async () => {
    await page.goto(`${site.origin}/demarches/inconnue`);
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('n’existe pas'));
    expect(await problems()).toEqual([]);
  });

  it('a service that fails is said, and can be asked again', { tags: 'more' }, async () => {
    site.api.troubles = [{ path: /procedures\/inconnue/, status: 500 }];
    await page.goto(`${site.origin}/demarches/inconnue`);
    await page.waitForSelector('[role=alert]');
    expect(await problems()).toEqual([]);
  });
});
