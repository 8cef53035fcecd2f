import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { printedLetter } from '../support/bad-files.ts';
import { batchPdf, makeBatch } from '../support/batch.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { downloaded, expectAccessible, openPage, signInByHand, tabTo } from '../support/journey.ts';
import { running, until } from '../support/outer.ts';

const product = running();
const wish = 'un projet de bal entre voisins sous les halles du vieux bourg';
let browser: TestBrowser;
let person: BrowserContext;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  person = await browser.person();
  ({ page, complaints } = await openPage(person));
});
afterEach(async () => {
  await person.close();
  expect(complaints).toEqual([]);
});

describe('the post of the morning', () => {
  it('lets an agent decide of a letter without a mouse, from the door to the next letter', async () => {
    const lines = ['Odile Marchand', '3 rue du Moulin', '99130 Lanterolles', '', 'Bonjour,'];
    const letter = [...lines, `Je voudrais vous parler d'${wish}.`, 'Odile Marchand'];
    await product.drop('bal-des-voisins.pdf', await printedLetter(letter));
    const contact = await until('the letter to wait', async () =>
      (await product.contacts()).find(
        ({ text, state }) => text.replace(/\s+/g, ' ').includes(wish) && state === 'waiting',
      ),
    );
    await page.goto(`${product.url}/agents/qualification`);
    await tabTo(page, page.getByRole('link', { name: 'Se connecter avec ProConnect' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: /Claire Monnier/ }));
    await page.keyboard.press('Enter');
    const mine = page.locator(`a[data-row][href$="${contact.id}"]`);
    await mine.waitFor();
    await expectAccessible(page, 'the letters that wait');
    await tabTo(page, mine);
    await page.keyboard.press('Enter');
    await page.getByText('Mots qui ont décidé').waitFor();
    expect(await page.textContent('h1')).not.toBe('Sans objet');
    const box = await page.getByRole('button', { name: /^Passer/ }).boundingBox();
    const first = await page.getByRole('button', { name: /^Accepter et suivant/ }).boundingBox();
    expect(box?.y, 'the decisions stand on one line').toBe(first?.y);
    await expectAccessible(page, 'the letter beside what is proposed');
    const here = page.url();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((url) => url.href !== here);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await product.quiet();
    const opened = (await product.contacts()).find(({ id }) => id === contact.id);
    expect(opened).toMatchObject({ state: 'opened', requestReference: expect.stringMatching(/^VC-/) });
  });

  it('shows the scanning clerk what became of every page, and prints the sheets between two letters', async () => {
    const made = await makeBatch({ seed: 7, letters: [0, 1] });
    await product.drop('lot-du-parcours.pdf', await batchPdf(made));
    await signInByHand(page, 'Hugo Lasserre');
    await until('the batch read', async () =>
      (await product.batches()).find(({ file, state }) => file === 'lot-du-parcours.pdf' && state === 'done'),
    );
    await product.quiet();
    await page.goto(`${product.url}/agents/lots`);
    const batch = page.getByRole('link', { name: 'lot-du-parcours.pdf' }).first();
    await batch.waitFor();
    await expectAccessible(page, 'the batches');
    const sheets = await downloaded(page, async () => {
      await page.locator('#separator-kind').selectOption('department');
      await page.locator('#separator-which').selectOption({ label: 'Voirie et éclairage public' });
      await page.getByLabel('Nombre de feuilles').fill('2');
      await page.getByRole('button', { name: 'Télécharger le PDF' }).click();
    });
    expect(sheets.body.subarray(0, 5).toString()).toBe('%PDF-');
    await batch.click();
    await page.getByText(`Le compte est bon`).waitFor();
    await expect.poll(() => page.locator('.batch-page').count()).toBe(made.sheets.length);
    await page.locator('.batch-page details summary').first().click();
    await page
      .getByText(/sûr à \d+\s%/)
      .first()
      .waitFor();
    await expectAccessible(page, 'a batch, page by page');
    await page.getByRole('button', { name: /^Séparateur/ }).click();
    await expect.poll(() => page.locator('.batch-page').count()).toBe(1);
  });

  it('keeps the same promises behind the scenes', async () => {
    for (const path of ['/local/', '/local/outbox']) {
      await page.goto(product.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(page, path);
    }
  });

  it('says in the words of the application that an address leads nowhere', async () => {
    const response = await page.goto(`${product.url}/agents/nulle-part/du-tout`);
    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: 'Page introuvable' }).waitFor();
    expect(await page.locator('body.agents').count()).toBe(1);
    await expectAccessible(page, 'an address of the agents that leads nowhere');
  });
});
