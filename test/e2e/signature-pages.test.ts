import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { report } from '../support/citizens.ts';
import { expectAccessible, openPage, signInByHand } from '../support/journey.ts';
import { running, until } from '../support/outer.ts';

const product = running();
const run = Date.now().toString(36);
const tablet = { width: 820, height: 1180 };
const patient = { timeout: 300_000 };
let browser: TestBrowser;
let page: Page;
let complaints: string[] = [];
const references: string[] = [];

/** Letters of the road service, as many as are wanted, in the book of its signatory. */
const put = async (count: number, what: string) => {
  const samira = await product.signIn('samira.haddad');
  const made: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { body } = await product.submit(
      'signalement',
      report(`Un trou ${what} ${n}`, `.page${run}${what}${n}`),
    );
    const { reference } = body;
    const path = `/api/agent/requests/${reference}`;
    await until(
      'the letter to be in the book',
      async () => {
        const read = await samira.get(path);
        if (read.status !== 200 || !read.body.may.message) return false;
        const letter = {
          version: read.body.version,
          outcome: 'answered',
          text: 'Le trou sera rebouché lundi.',
        };
        return (await samira.post(`${path}/letters`, letter)).status === 201;
      },
      120_000,
    );
    made.push(reference);
  }
  return made;
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const cards = () => page.locator('.book-row');

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, complaints } = await openPage(await browser.person({ viewport: tablet })));
  references.push(...(await put(6, 'lot')));
}, 300_000);
afterAll(() => browser?.close());

describe('the signature book on a tablet', () => {
  it('shows what waits, with what decides within reach of the thumb', patient, async () => {
    await signInByHand(page, 'Marc Delmas');
    await page.goto(`${product.url}/agents/parapheur`);
    await cards().first().waitFor();
    await expectAccessible(page, 'the book');
    const bar = await page.locator('.thumb-bar').boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeGreaterThan(tablet.height - 8);
    const heights = await page
      .locator('.thumb-bar .button, .book-select, .book-views a')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  it('opens a letter beside its request, and goes back with a reason', patient, async () => {
    const [first = ''] = references;
    await page.locator('.book-row', { hasText: first }).getByRole('link').click();
    await page.locator('.book-sheets img').first().waitFor();
    await expectAccessible(page, 'a letter');
    await button('Renvoyer').click();
    await page.locator('#return-letter').getByRole('button', { name: 'Renvoyer' }).click();
    await page.getByText('Écrivez le motif du renvoi.').waitFor();
    await expectAccessible(page, 'the reason that is missing', false);
    await page.getByLabel('Motif du renvoi').fill('Ajoutez la date des travaux.');
    await page.locator('#return-letter').getByRole('button', { name: 'Renvoyer' }).click();
    await page.getByText('Courrier renvoyé à son rédacteur').waitFor();
  });

  it('keeps a decision made without a network, and sends it when it is back', patient, async () => {
    const [, second = ''] = references;
    await page.goto(`${product.url}/agents/parapheur`);
    await page.locator('.book-row', { hasText: second }).getByRole('link').click();
    await page.locator('.book-sheets img').first().waitFor();
    const address = page.url();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto(`${product.url}/agents/parapheur`);
    await cards().first().waitFor();
    await until('the page to be kept', () =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        const kept = all.flat().map(({ url }) => url);
        return (
          kept.some((url) => url.endsWith('/agents/parapheur')) && kept.some((url) => /letter-page/.test(url))
        );
      }),
    );
    await page.context().setOffline(true);
    try {
      await page.goto(address);
      await page.getByText('Hors connexion').first().waitFor();
      await button('Signer').click();
      await page.getByText('Décision gardée sur cet appareil').waitFor();
      await expectAccessible(page, 'without a network', false);
    } finally {
      await page.context().setOffline(false);
    }
    const samira = await product.signIn('samira.haddad');
    await until('the decision to have left', async () => {
      const { items } = (await samira.get('/api/agent/signature-book?view=sent&limit=100')).body;
      const found = items.find(({ reference }: { reference: string }) => reference === second);
      return ['ready', 'sealed'].includes(found?.state);
    });
  });

  it('approves all that is ticked in one gesture, after asking again who it is', patient, async () => {
    await product.clock({ advance: 'PT15M' });
    await page.goto(`${product.url}/agents/parapheur`);
    await cards().first().waitFor();
    for (const reference of references.slice(2))
      await page.locator('.book-row', { hasText: reference }).getByRole('checkbox').check();
    await button('Valider 4 courriers').click();
    await expectAccessible(page, 'the question before', false);
    await page.locator('#approve-many').getByRole('button', { name: 'Valider 4 courriers' }).click();
    await page.getByRole('button', { name: /Marc Delmas/ }).click();
    await page.locator('#approve-many').getByRole('button', { name: 'Valider 4 courriers' }).click();
    await page.getByText('4 courriers validés').waitFor();
    await page.getByRole('link', { name: 'Traités' }).click();
    await page.locator('.book-row', { hasText: references.at(-1) ?? '' }).waitFor();
    await expectAccessible(page, 'what was done');
  });

  it('says who is there and who may sign', patient, async () => {
    await page.goto(`${product.url}/agents/presences`);
    await page.getByRole('heading', { name: 'Délégations de signature' }).waitFor();
    await expectAccessible(page, 'the people');
    expect(complaints).toEqual([]);
  });
});

describe('anybody who holds a letter', () => {
  it('checks its code and its file, and is told when a byte is another', patient, async () => {
    const samira = await product.signIn('samira.haddad');
    const reference = references.at(-1) ?? '';
    const { items } = (await samira.get('/api/agent/signature-book?view=sent&limit=100')).body;
    const { letterId } = items.find((item: { reference: string }) => item.reference === reference);
    const path = `/api/agent/signature-book/${reference}/${letterId}`;
    const sealed = await until('the seal', async () => (await samira.get(path)).body.sealed, 120_000);
    const file = await fetch(`${product.url}${path}/pdf`, { headers: { cookie: samira.cookie } });
    const pdf = Buffer.from(await file.arrayBuffer());
    const other = (await openPage(await browser.person())).page;
    await other.goto(`${product.url}/verifier#${sealed.verification}`);
    await other.getByText('Ce code est le nôtre').waitFor();
    await expectAccessible(other, 'a code that is known');
    const choose = (buffer: Buffer) =>
      other
        .getByLabel('Fichier PDF reçu')
        .setInputFiles({ name: 'lettre.pdf', mimeType: 'application/pdf', buffer });
    await choose(pdf);
    await other.getByText('Courrier authentique').waitFor();
    const altered = Buffer.from(pdf);
    altered[600] = (altered[600] ?? 0) ^ 1;
    await choose(altered);
    await other.getByText('Courrier modifié').waitFor();
    await choose(Buffer.from('%PDF-1.7 rien'));
    await other.getByText('Courrier inconnu de nos services').waitFor();
    await expectAccessible(other, 'a file that nobody knows');
    await other.goto(`${product.url}/verifier`);
    await other.reload();
    await other.getByRole('button', { name: 'Vérifier le code' }).click();
    await other.getByText('Écrivez le code imprimé sur le courrier.').waitFor();
    await expectAccessible(other, 'a code that is missing');
  });
});
