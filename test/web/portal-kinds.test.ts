// @module-tag more
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { continueForm } from '../support/fill-form.ts';
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

const base = '/demarches/essai-genres';
const problems = async () => [...(await axeProblems(page)), ...(await rgaaProblems(page, { tabs: 40 }))];
const focused = () =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim());
const fill = (path: string, text: string) => page.fill(`[id="champ-${path}"]`, text);
const date = async (path: string, typed: string) => {
  const [day = '', month = '', year = ''] = typed.split('/');
  await fill(path, day);
  await fill(`${path}-month`, month);
  await fill(`${path}-year`, year);
};
const yesNo = (path: string, answer: 'Oui' | 'Non') =>
  page.locator(`fieldset:has(> .choice > [id="champ-${path}"])`).getByLabel(answer, { exact: true }).check();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const arrive = (step: string) => page.waitForURL(new RegExp(`/${step}$`));

async function situation() {
  await page.goto(`${site.origin}${base}/situation`);
  await page.waitForSelector('#champ-habite');
  await yesNo('habite', 'Oui');
  await page.selectOption('#champ-pays', { label: 'Portugal' });
  await fill('prenom', 'Anna');
  await fill('nom', 'Petit');
  await date('naissance', '7/5/1988');
  await fill('courriel', 'anna.petit@exemple.fr');
  await continueForm(page);
  await arrive('enfants');
  await page.waitForSelector('[id="champ-enfants.0.prenom"]');
}
async function child(at: number, name: string, born: string) {
  await fill(`enfants.${at}.prenom`, name);
  await date(`enfants.${at}.naissance`, born);
  await yesNo(`enfants.${at}.allergie`, 'Non');
}

describe('a block that is repeated', { timeout: 40_000 }, () => {
  it('adds and removes rows, moving the focus and saying so', async () => {
    await situation();
    expect(await button(/^Retirer/).count()).toBe(0);
    await child(0, 'Lina', '1/3/2019');
    await button('Ajouter un enfant').click();
    expect(await focused()).toBe('champ-enfants.1');
    expect(await page.locator('[role=status]').allTextContents()).toContain('Enfant 2 : ajouté.');
    await fill('enfants.1.prenom', 'Tom');
    await button('Ajouter un enfant').click();
    expect(await button('Ajouter un enfant').count()).toBe(0);
    expect(await problems()).toEqual([]);
    await button('Retirer Enfant 2').click();
    expect(await focused()).toBe('champ-enfants.0');
    expect(await page.locator('[role=status]').allTextContents()).toContain('Enfant 2 : retiré.');
    expect(await page.inputValue('[id="champ-enfants.0.prenom"]')).toBe('Lina');
    expect(await page.inputValue('[id="champ-enfants.1.prenom"]')).toBe('');
  });

  it('names each wrong answer by its row, and leads to it', async () => {
    await situation();
    await child(0, 'Lina', '1/3/2019');
    await button('Ajouter un enfant').click();
    await fill('enfants.1.prenom', 'Tom');
    await date('enfants.1.naissance', '1/1/2001');
    await fill('semaine.mercredi.repas', 'deux');
    await continueForm(page);
    await page.waitForSelector('.error-summary');
    expect(await page.locator('.error-summary a').allTextContents()).toEqual([
      'Enfant 2, date de naissance : il faut avoir 12 ans au plus',
      'Enfant 2, allergie alimentaire : répondez par oui ou par non',
      'Mercredi, repas : écrivez un nombre, en chiffres',
    ]);
    expect(await problems()).toEqual([]);
    await page.click('.error-summary a >> nth=2');
    expect(await focused()).toBe('champ-semaine.mercredi.repas');
  });

  it('asks in one row what its own answers make necessary', async () => {
    await situation();
    expect(await page.locator('[id="champ-enfants.0.laquelle"]').count()).toBe(0);
    await yesNo('enfants.0.allergie', 'Oui');
    expect(await page.locator('[id="champ-enfants.0.laquelle"]').count()).toBe(1);
  });
});

describe('the other kinds of question', { timeout: 60_000 }, () => {
  it('are filled, checked and sent, each in its own form, and keep the promises of accessibility', async () => {
    await situation();
    await child(0, 'Lina', '1/3/2019');
    await page.selectOption('[id="champ-semaine.mercredi.matin"]', { label: 'Oui' });
    await fill('semaine.samedi.note', 'Une fois sur deux');
    await continueForm(page);
    await arrive('accueil');
    await continueForm(page);
    await page.waitForSelector('.error-summary');
    await fill('heure', '8h30');
    await date('vacances.from', '20/2/2027');
    await date('vacances.to', '13/2/2027');
    await page.getByLabel('À un endroit sans adresse').check();
    await page.fill('[id="champ-arret.words"]', 'Devant le lavoir');
    await continueForm(page);
    await page.waitForFunction(() => /date après la première/.test(document.body.textContent ?? ''));
    expect(await problems()).toEqual([]);
    await date('vacances.to', '27/2/2027');
    await continueForm(page);
    await arrive('paiement');
    await continueForm(page);
    await page.waitForSelector('.error-summary');
    expect(await problems()).toEqual([]);
    await fill('quotient', '1 234,5');
    await fill('compte', 'FR14 2004 1010 0505 0001 3M02 607');
    await page.setInputFiles('#champ-justificatif', {
      name: 'bail.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 essai'),
    });
    await page.waitForSelector('.file-state:has-text("Envoyé")');
    await page.getByLabel('Bail', { exact: true }).check();
    await fill('honneur.givenName', 'Anna');
    await fill('honneur.familyName', 'Petit');
    await continueForm(page);
    await page.waitForFunction(() => /vérifiez l’IBAN/.test(document.body.textContent ?? ''));
    await fill('compte', 'FR14 2004 1010 0505 0001 3M02 606');
    await continueForm(page);
    await arrive('documents-demandes');
    expect(await page.textContent('main')).toContain('Demandé par : code de la santé publique.');
    expect(await problems()).toEqual([]);
    await continueForm(page);
    await arrive('verifier');
    await page.waitForSelector('.check-answers');
    const shown = await page.textContent('main');
    for (const words of ['Prénom : Lina', '8 h 30', 'Du 20 février 2027 au 27 février 2027', 'Portugal'])
      expect(shown).toContain(words);
    expect(await page.textContent('.fees-due')).toContain('12,50');
    expect(await problems()).toEqual([]);
    await button('Envoyer ma demande').click();
    await page.waitForSelector('.sent-card');
    expect(site.api.calls.at(-1)?.body).toMatchObject({
      answers: {
        habite: true,
        pays: 'PT',
        enfants: [{ prenom: 'Lina', naissance: '2019-03-01', allergie: false }],
        semaine: { mercredi: { matin: true }, samedi: { note: 'Une fois sur deux' } },
        heure: '08:30',
        arret: 'Devant le lavoir',
        quotient: 123_450,
        compte: 'FR1420041010050500013M02606',
        justificatifEquivalent: 'bail',
      },
    });
  });
});

describe('before one begins, and when it leads nowhere', { timeout: 40_000 }, () => {
  it('says what is needed, what it costs, and when a closed procedure opens', async () => {
    await page.goto(`${site.origin}/demarches/essai-ferme`);
    await page.waitForSelector('.notice.warning');
    expect(await page.textContent('.notice.warning')).toContain('Elle ouvre le 1er janvier 2090');
    expect(await button('Commencer').count()).toBe(0);
    const shown = await page.textContent('main');
    for (const words of ['Adhésion annuelle', '12,50', 'selon votre situation', 'Facture d’eau'])
      expect(shown).toContain(words);
    expect(await problems()).toEqual([]);
  });

  it('says at once why an answer rules a person out, and stops there', async () => {
    await page.goto(`${site.origin}${base}/situation`);
    await page.waitForSelector('#champ-habite');
    await yesNo('habite', 'Non');
    expect(await page.textContent('#impossible')).toContain('qui habitent Val-Clair');
    expect((await page.locator('[role=status]').allTextContents()).join()).toContain(
      'qui habitent Val-Clair',
    );
    expect(await problems()).toEqual([]);
    await fill('prenom', 'Anna');
    await fill('nom', 'Petit');
    await date('naissance', '7/5/1988');
    await fill('courriel', 'anna.petit@exemple.fr');
    await continueForm(page);
    expect(await focused()).toBe('impossible');
    await yesNo('habite', 'Oui');
    expect(await page.locator('#impossible').count()).toBe(0);
    await continueForm(page);
    await arrive('enfants');
  });
});
