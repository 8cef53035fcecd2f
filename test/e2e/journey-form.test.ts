import PDFDocument from 'pdfkit';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { downloaded, expectAccessible, openPage, signInByHand } from '../support/journey.ts';
import { running, until } from '../support/outer.ts';

const product = running();
const pdf = (words: string): Promise<Buffer> =>
  new Promise((resolve) => {
    const document = new PDFDocument();
    const parts: Buffer[] = [];
    document.on('data', (part) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.text(words).end();
  });
const photo = () =>
  sharp({ create: { width: 2_400, height: 1_600, channels: 3, background: '#88aa99' } })
    .jpeg()
    .toBuffer();

let browser: TestBrowser;
/** The family's only tab, from the first search to the receipt. */
let mine: Page;
let complaints: string[] = [];
const known = { reference: '', code: '' };
beforeAll(async () => {
  browser = await openBrowser();
  mine = await open(await browser.person());
});
afterAll(() => browser?.close());
afterEach(() => {
  expect(complaints).toEqual([]);
});
const open = async (person: BrowserContext): Promise<Page> => {
  const opened = await openPage(person);
  complaints = opened.complaints;
  return opened.page;
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const next = (page: Page) => button(page, 'Continuer').click();
const step = (page: Page, id: string) => page.waitForURL(new RegExp(`/inscription-scolaire/${id}$`));

describe('a family enrols a child, and reads the answer', () => {
  it('is led from its own words to the form, and told what is missing where it is missing', async () => {
    const page = mine;
    await page.goto(product.url);
    await expectAccessible(page, 'the home page');
    await page.getByLabel('Que cherchez-vous').fill('inscrire ma fille a la maternelle');
    const found = page.getByRole('link', { name: /Inscrire un enfant à l'école/ }).first();
    await found.waitFor();
    await expectAccessible(page, 'what was found');
    await found.click();
    await button(page, 'Commencer').click();
    await step(page, 'enfant');
    await next(page);
    await page.locator('.error-summary a').first().waitFor();
    expect(await page.title()).toMatch(/^Erreur/);
    await expectAccessible(page, 'a step with errors');
    await page.locator('.error-summary a').first().click();
    await page.keyboard.type('Nina');
    expect(await page.inputValue('#champ-childGivenName')).toBe('Nina');
    await page.fill('#champ-childFamilyName', 'Aubry');
    await page.fill('#champ-childBirthDate', '14');
    await page.fill('#champ-childBirthDate-month', '2');
    await page.fill('#champ-childBirthDate-year', '2023');
    await next(page);
    await step(page, 'ecole');
    await page.getByLabel('Première inscription').check();
    await page.getByLabel('Petite section').check();
    await page.selectOption('#champ-commune', { label: 'Val-Clair' });
    await next(page);
    await step(page, 'services');
    await page.getByLabel('Restauration scolaire').check();
    await page.getByLabel('Menu sans viande').check();
    await next(page);
    await step(page, 'pieces');
  });

  it('comes back to its draft, joins two files that it sees leave, and is refused a third in plain words', async () => {
    const page = mine;
    await page.goto(`${product.url}/demarches/inscription-scolaire`);
    await button(page, 'Reprendre mon brouillon').click();
    await step(page, 'pieces');
    await page.setInputFiles('#champ-domicile', {
      name: 'programme.exe',
      mimeType: 'application/x-msdownload',
      buffer: Buffer.from('MZ programme'),
    });
    await page
      .getByRole('alert')
      .filter({ hasText: /Ce format n’est pas accepté/ })
      .waitFor();
    await expectAccessible(page, 'a refused file');
    await page.getByRole('button', { name: /Retirer programme.exe/ }).click();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/_aws/s3/**', async (route) => {
      await held;
      await route.continue();
    });
    const file = { name: 'facture.pdf', mimeType: 'application/pdf', buffer: await pdf('Facture d’eau') };
    await page.setInputFiles('#champ-domicile', file);
    await page.getByRole('progressbar', { name: /facture.pdf/ }).waitFor();
    await next(page);
    await page.getByText('attendez la fin de l’envoi, ou retirez').first().waitFor();
    release();
    await page.locator('.file', { hasText: 'facture.pdf' }).getByText('Envoyé').waitFor();
    const image = { name: 'livret.jpg', mimeType: 'image/jpeg', buffer: await photo() };
    await page.setInputFiles('#champ-family', image);
    await page.locator('.file', { hasText: 'livret.jpg' }).getByText('Envoyé').waitFor();
    await expectAccessible(page, 'two files sent');
    await next(page);
    await step(page, 'vous');
  });

  it('checks its answers, changes one, sends, and keeps a receipt', async () => {
    const page = mine;
    await page.fill('#champ-givenName', 'Jeanne');
    await page.fill('#champ-familyName', 'Aubry');
    await page.fill('#champ-email', 'jeanne.aubry.parcours@courriel.example');
    await page.fill('[id="champ-address.lines"]', '12 rue des Lilas');
    await page.fill('[id="champ-address.postalCode"]', '99100');
    await page.fill('[id="champ-address.city"]', 'Val-Clair');
    await next(page);
    await step(page, 'engagement');
    await page.getByLabel("J'exerce l'autorité parentale").check();
    await next(page);
    await step(page, 'verifier');
    await page.locator('.check-answers').first().waitFor();
    await expectAccessible(page, 'the answers to check');
    await page.getByRole('link', { name: /^Modifier.*Prénom de l'enfant/ }).click();
    await page.fill('#champ-childGivenName', 'Nino');
    await button(page, 'Enregistrer et revenir à la vérification').click();
    await step(page, 'verifier');
    await page.getByText('Nino', { exact: true }).waitFor();
    expect(await page.getByText('Nina', { exact: true }).count()).toBe(0);
    await button(page, 'Envoyer ma demande').click();
    await page.getByRole('heading', { level: 1, name: 'Votre demande est envoyée' }).waitFor();
    [known.reference, known.code] = (await page.locator('.sent-card dd').allTextContents()) as [
      string,
      string,
    ];
    expect(known.reference).toMatch(/^VC-\d{4}-\d{6}-[A-HJ-NP-Y]$/);
    await expectAccessible(page, 'the confirmation');
    const receipt = await downloaded(page, () => button(page, 'Télécharger le récépissé (PDF)').click());
    expect(receipt.name).toBe(`${known.reference}.pdf`);
    expect(receipt.body.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is answered by an agent who starts from a letter and joins a certificate', async () => {
    await product.quiet();
    const page = await open(await browser.person());
    await page.goto(`${product.url}/agents/`);
    await page.getByRole('link', { name: 'Se connecter avec ProConnect' }).waitFor();
    await expectAccessible(page, 'the door of the agents');
    await page.getByRole('link', { name: 'Se connecter avec ProConnect' }).click();
    await page.getByRole('heading', { name: 'Continuer en tant que' }).waitFor();
    await expectAccessible(page, 'the page of the identity provider');
    await signInByHand(page, 'Léa Fontaine');
    const row = page.locator('.row', { hasText: known.reference }).getByRole('link').first();
    await page.locator('[data-row]').first().waitFor();
    await expectAccessible(page, 'the board');
    const following = page.getByRole('link', { name: 'Page suivante' });
    while (!(await row.isVisible()) && (await following.isVisible())) await following.click();
    await row.click();
    await page.getByText(known.reference).first().waitFor();
    await button(page, 'Lire les réponses').click();
    await page.waitForFunction(() => document.activeElement?.id === 'answers-title');
    await page.getByText('Nino', { exact: true }).waitFor();
    await page.locator('.viewer').first().waitFor();
    await expectAccessible(page, 'the request');
    await page.getByRole('radio', { name: 'La réponse' }).check();
    await button(page, 'Relire et envoyer la réponse').click();
    await page.locator('.error-summary').waitFor();
    await expectAccessible(page, 'an answer without words');
    await page
      .getByLabel('Partir d’une lettre type')
      .selectOption({ label: 'Inscription scolaire confirmée' });
    expect(await page.inputValue('#compose-text')).toMatch(
      /Bonjour Jeanne Aubry,[\s\S]*Votre enfant est inscrit/,
    );
    expect(await page.getByRole('radio', { name: 'Acceptée' }).isChecked()).toBe(true);
    const file = { name: 'certificat.pdf', mimeType: 'application/pdf', buffer: await pdf('Certificat') };
    await page.setInputFiles('#compose-uploads', file);
    await page.locator('.file', { hasText: 'certificat.pdf' }).getByText('Envoyé').waitFor();
    await button(page, 'Relire et envoyer la réponse').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('certificat.pdf').waitFor();
    await expectAccessible(page, 'the answer read again', false);
    await dialog.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await page.getByText('La réponse est donnée').waitFor();
    await expectAccessible(page, 'an answered request');
    await page.close();
  });

  it('follows with the number and the code, reads the answer and keeps the certificate', async () => {
    await until('the mail of the answer', async () =>
      (await product.outbox()).find(
        (sent) => sent.requestReference === known.reference && sent.attachments.length > 0,
      ),
    );
    await product.quiet();
    const page = await open(await browser.person({ viewport: { width: 390, height: 844 } }));
    await page.goto(`${product.url}/suivi`);
    await page.getByLabel('Numéro de demande').fill(known.reference.toLowerCase());
    await page.getByLabel('Code de suivi').fill('AAAAA-AAAAA');
    await button(page, 'Afficher ma demande').click();
    await page.locator('.error-summary').waitFor();
    await expectAccessible(page, 'a wrong code');
    await page.getByLabel('Code de suivi').fill(known.code);
    await button(page, 'Afficher ma demande').click();
    await page.getByText('Votre enfant est inscrit').waitFor();
    await page.getByText('Terminée', { exact: true }).waitFor();
    expect(page.url()).not.toContain(known.code);
    await expectAccessible(page, 'the request of the family');
    const certificate = page.getByRole('button', { name: /certificat.pdf/ }).first();
    const { name, body } = await downloaded(page, () => certificate.click());
    expect([name, body.subarray(0, 5).toString()]).toEqual(['certificat.pdf', '%PDF-']);
    await page.close();
  });
});
