import { randomUUID } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, screens, type TestBrowser } from '../support/browser.ts';
import { openPage } from '../support/journey.ts';
import { running, type Sent, until } from '../support/outer.ts';

const product = running();
/** Nobody else's in any run: a name, an address, a car. */
const run = randomUUID().slice(0, 8);
const email = `nora.${run}@inconnue.example`;
const reached = /VC-\d{4}-\d{6}-[A-Z]/;
let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const phone = async () => openPage(await browser.person({ viewport: screens.phone }));
const paper = (
  name: string,
  ...lines: string[]
): Promise<{ name: string; mimeType: string; buffer: Buffer }> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument();
    const pieces: Buffer[] = [];
    pdf.on('data', (piece) => pieces.push(piece));
    pdf.on('end', () => resolve({ name, mimeType: 'application/pdf', buffer: Buffer.concat(pieces) }));
    for (const line of lines) pdf.text(line);
    pdf.end();
  });
const mail = (what: string, is: (sent: Sent) => boolean) =>
  until(what, async () => (await product.outbox()).find((sent) => sent.to === email && is(sent)), 20_000);
const heading = (page: Page, text: string | RegExp) => page.locator('h1', { hasText: text }).waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** The code in the last mail that was not read yet. */
const read = new Set<string>();
const signIn = async (page: Page) => {
  await page.goto(product.url);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByLabel('Votre adresse électronique').fill(email);
  await press(page, 'Recevoir un code');
  const sent = await mail('a code', ({ id, subject }) => !read.has(id) && /^\d{6} /.test(subject));
  read.add(sent.id);
  await page.getByLabel('Code à six chiffres').fill(sent.subject.slice(0, 6));
  await press(page, 'Continuer');
};
const next = async (page: Page, step: string | RegExp) => {
  await page.getByRole('button', { name: 'Continuer', exact: true }).click();
  await heading(page, step);
};
const lodge = async (page: Page): Promise<string> => {
  await next(page, 'Vérifiez vos réponses');
  await press(page, 'Envoyer ma demande');
  await heading(page, 'Votre demande est envoyée');
  return reached.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
};
const inMenu = async (page: Page, place: string) => {
  await press(page, /Menu de mon espace/);
  await page.locator('main').getByRole('link', { name: place, exact: true }).click();
};

const openSpace = async (page: Page) => {
  await signIn(page);
  await page.getByLabel('Prénoms').fill('Nora');
  await page.getByLabel('Nom de naissance').fill('Vasseur');
  await page.getByLabel('Numéro et rue').fill('4 rue des Glycines');
  await page.getByLabel('Code postal').fill('99100');
  await page.getByLabel('Ville').fill('Val-Clair');
  await press(page, 'Enregistrer');
  await heading(page, 'Bonjour Nora');
};
const addChild = async (page: Page) => {
  await page.getByRole('link', { name: 'Ajouter les membres de votre foyer' }).click();
  await press(page, 'Ajouter un enfant');
  await page.getByLabel('Prénom', { exact: true }).fill('Milo');
  await page.getByLabel('Jour').fill('14');
  await page.getByLabel('Mois').fill('2');
  await page.getByLabel('Année').fill('2023');
  await press(page, 'Enregistrer');
  await page.getByText('C’est enregistré pour Milo').waitFor();
};
const fillSafe = async (page: Page) => {
  await inMenu(page, 'Coffre-fort');
  const bill = await paper(
    'facture.pdf',
    ...['Energie du Clain', 'Madame Nora Vasseur', '4 rue des Glycines', '99100 Val-Clair'],
    `Facture de gaz du ${new Date().toLocaleDateString('fr-FR', { dateStyle: 'long' })}`,
    'Abonnement et consommation de votre logement, 42,10 euros',
  );
  const book = await paper('livret.pdf', 'Livret de famille', 'Mairie de Val-Clair', 'Enfant : Milo Vasseur');
  await page.locator('input[type=file]').first().setInputFiles([bill, book]);
  // Read, the bill is put among the proofs of address by itself.
  await page.getByText('Facture d’eau, d’énergie ou de téléphone').first().waitFor();
  await page
    .locator('.safe-document, li, article')
    .getByText('Livret de famille', { exact: true })
    .first()
    .waitFor();
};
const enrol = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: 'Démarches', exact: true }).click();
  await page.getByLabel('Filtrer les démarches').fill('inscrire mon enfant à l’école');
  await page.getByRole('link', { name: /^Inscrire un enfant à l'école/ }).click();
  await page.getByText('Dans votre coffre', { exact: true }).first().waitFor();
  await press(page, 'Commencer');
  await heading(page, "L'enfant");
  await expect.poll(() => page.getByLabel("Prénom de l'enfant").inputValue()).toBe('Milo');
  expect(await page.getByLabel("Nom de l'enfant", { exact: true }).inputValue()).toBe('Vasseur');
  expect(await page.getByLabel('Année').inputValue()).toBe('2023');
  await next(page, "L'école");
  await page.getByLabel('Première inscription').check();
  await page.getByLabel('Petite section').check();
  await page.getByLabel("Commune de l'école").selectOption('Val-Clair');
  await next(page, 'Cantine et accueil');
  await next(page, 'Documents à joindre');
  for (const name of ['facture', 'livret']) {
    await press(page, new RegExp(`Utiliser .*${name}`));
    await page.getByRole('button', { name: `Retirer ${name}.pdf` }).waitFor();
  }
  // What the safe read in the paper is not asked again.
  expect(await page.getByLabel(/^Facture d'eau, d'électricité/).isChecked()).toBe(true);
  await next(page, 'Vos coordonnées');
  expect(await page.getByLabel('Adresse électronique').inputValue()).toBe(email);
  expect(await page.getByLabel('Numéro et rue').inputValue()).toBe('4 rue des Glycines');
  await next(page, 'Dernière étape');
  await page.getByRole('checkbox').check();
  return lodge(page);
};
const askForDocument = async (reference: string) => {
  const agent = await product.signIn('lea.fontaine');
  const address = `/api/agent/requests/${reference}`;
  /** Done by the agent on what the request is now: what the house does by itself may come between. */
  const act = (what: string, body: object) =>
    until(what, async () => {
      const { version, department } = (await agent.get(address)).body;
      if (!department) return false;
      const { status, body: said } = await agent.post(`${address}/${what}`, { version, ...body });
      if (status !== 409) expect(status, JSON.stringify(said)).toBeLessThan(300);
      return status !== 409;
    });
  const documents = [{ code: null, label: 'Carnet de vaccination', requiredBy: 'code de la santé publique' }];
  await act('documents-requests', { documents, days: 20, stopsClock: true });
  await mail('what is asked', ({ subject }) => subject.includes('Documents à envoyer'));
  return async () => {
    const text = 'Bonjour, Milo est inscrit en petite section.';
    await act('answer', { outcome: 'granted', text, uploads: [] });
    await mail('the answer', (sent) => sent.requestReference === reference && sent.text.includes(text));
  };
};
const sendIt = async (page: Page) => {
  await signIn(page);
  await page.getByRole('link', { name: 'Répondre : Inscription scolaire' }).click();
  await press(page, 'Envoyer mes documents');
  await heading(page, 'Carnet de vaccination');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await paper('carnet.pdf', 'Vaccinations'));
  await page.getByRole('button', { name: 'Retirer carnet.pdf' }).waitFor();
  await press(page, 'Envoyer ce document');
  await page.getByText('en cours de vérification').waitFor();
};
const payCard = async (page: Page) => {
  await page.goto(`${product.url}/demarches/carte-decheterie`);
  await press(page, 'Commencer');
  await page.getByLabel('Un habitant').check();
  await page.getByLabel('Commune').selectOption('Val-Clair');
  await page.getByLabel('Carte perdue').check();
  await next(page, 'Les véhicules');
  await page.getByLabel('Immatriculation').fill('AB-123-CD');
  await page.getByLabel('Non', { exact: true }).check();
  await next(page, 'Vos coordonnées');
  expect(await page.getByLabel('Nom de famille').inputValue()).toBe('Vasseur');
  await next(page, 'Dernière étape');
  await page.getByLabel('Votre prénom').fill('Nora');
  await page.getByLabel('Votre nom').fill('Vasseur');
  await lodge(page);
  await page.getByText('Voir et payer').click();
  await press(page, /Aller payer 5,00/);
  await press(page, 'Payer par carte');
  await page.getByText('Retourner sur le site').click();
  await page.getByText('Payé le').or(page.getByText('paiement est')).first().waitFor();
};
const meet = async (page: Page) => {
  await page.goto(`${product.url}/rendez-vous`);
  await page.getByLabel(/École : être aidé pour une inscription/).check();
  await next(page, 'Quand souhaitez-vous venir ?');
  await page.getByLabel(/Mairie de Val-Clair/).check();
  await press(page, /Choisir ce créneau/);
  await next(page, 'Comment vous joindre ?');
  await expect.poll(() => page.getByLabel('Adresse électronique').inputValue()).toBe(email);
  await next(page, 'Vérifiez votre rendez-vous');
  await press(page, 'Confirmer le rendez-vous');
  await heading(page, 'Rendez-vous confirmé');
};
const rate = async (page: Page) => {
  await page.goto(`${product.url}/mon-espace`);
  await page.getByText('École : être aidé pour une inscription').waitFor();
  await page.getByRole('link', { name: 'Inscription scolaire' }).click();
  await page.getByText('Milo est inscrit en petite section').first().waitFor();
  await page.getByLabel('Oui', { exact: true }).check();
  await press(page, 'Envoyer mon avis');
  await page.getByText('Merci. Votre avis : oui.').waitFor();
};

it('leads somebody who knows nothing from an account to an answer that helped, and asks nothing twice', {
  timeout: 90_000,
}, async () => {
  const [{ page, complaints }, other] = await Promise.all([phone(), phone()]);
  await openSpace(page);
  await addChild(page);
  await fillSafe(page);
  const answer = await askForDocument(await enrol(page));
  await sendIt(other.page);
  await payCard(page);
  await meet(page);
  await answer();
  await rate(page);
  expect([...complaints, ...other.complaints]).toEqual([]);
});
