import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { report } from '../../support/citizens.ts';
import { expectAccessible, openPage, signInByHand } from '../../support/journey.ts';
import { running, until } from '../../support/outer.ts';

const product = running();
type Agent = Awaited<ReturnType<typeof product.signIn>>;
const run = Date.now().toString(36);
const tablet = { width: 820, height: 1180 };
const patient = { timeout: 300_000 };
/** Approved in one gesture: fifty by `npm run test:kill`, which has the time to write them. */
const many = Number(process.env.LETTERS ?? 10);
let browser: TestBrowser;
let page: Page;
let complaints: string[] = [];
const references: string[] = [];

/** Does it for each, a few at a time. */
const each = async <T>(all: readonly T[], work: (one: T) => Promise<void>) => {
  const rest = all.values();
  const worker = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
};
/** Letters of the road service, as many as are wanted, in the book of its signatory. */
const put = async (count: number) => {
  const samira = await product.signIn('samira.haddad');
  await each([...Array(count).keys()], async (n) => {
    const asked = report(`Un trou dans la chaussée, lot ${n}`, `.page${run}${n}`);
    references.push((await product.submit('signalement', asked)).body.reference);
  });
  // Nothing is asked meanwhile: what is polled takes the time of what is awaited.
  await product.quiet(300_000);
  await each(references, async (reference) => {
    const path = `/api/agent/requests/${reference}`;
    const { version } = (await samira.get(path)).body;
    const letter = { version, outcome: 'answered', text: 'Le trou sera rebouché lundi.' };
    expect((await samira.post(`${path}/letters`, letter)).status).toBe(201);
  });
};
type Item = { reference: string; letterId: string; step: number; sha256: string };
const book = async (agent: Agent): Promise<Item[]> =>
  (await agent.get('/api/agent/signature-book?limit=100')).body.items;
const approve = (agent: Agent, items: readonly Item[]) => {
  const seen = ({ reference, letterId, step, sha256 }: Item) => ({ reference, letterId, step, sha256 });
  return agent.post('/api/agent/signature-book/approve', { letters: items.map(seen) });
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const cards = () => page.locator('.book-row');

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, complaints } = await openPage(await browser.person({ viewport: tablet, hasTouch: true })));
  // What other tests left in this book leaves first: everything that is ticked below is ours.
  const marc = await product.signIn('marc.delmas');
  for (let left = await book(marc); left.length > 0; left = []) await approve(marc, left);
  await put(many + 2);
}, 400_000);
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

  it(
    `approves ${many} letters in one gesture, after asking again who it is, and all leave`,
    patient,
    async () => {
      const waiting = references.slice(2);
      const stale = await product.signIn('marc.delmas');
      const items = (await book(stale)).filter(({ reference }) => waiting.includes(reference));
      expect(items).toHaveLength(many);
      await product.clock({ advance: 'PT15M' });
      expect((await approve(stale, items)).body.code).toBe('fresh-sign-in-needed');
      await page.goto(`${product.url}/agents/parapheur`);
      await cards().first().waitFor();
      expect(await cards().count()).toBe(many);
      await button('Tout sélectionner').tap();
      await button(`Valider ${many} courriers`).tap();
      await expectAccessible(page, 'the question before', false);
      await page
        .locator('#approve-many')
        .getByRole('button', { name: `Valider ${many} courriers` })
        .tap();
      await page.getByRole('button', { name: /Marc Delmas/ }).tap();
      await page
        .locator('#approve-many')
        .getByRole('button', { name: `Valider ${many} courriers` })
        .tap();
      await page.getByText(`${many} courriers validés`).waitFor({ timeout: 90_000 });
      await cards().first().waitFor({ state: 'detached' });
      const marc = await product.signIn('marc.delmas');
      expect(await book(marc)).toEqual([]);
      const left = await until(
        'the letters to have left, sealed',
        async () => {
          const sent = (await product.outbox()).filter(({ attachments }) => attachments.length > 0);
          const gone = waiting.filter((one) => sent.some(({ requestReference }) => requestReference === one));
          return gone.length === many && sent;
        },
        200_000,
      );
      expect(
        new Set(left.filter(({ requestReference }) => waiting.includes(requestReference ?? ''))).size,
      ).toBe(many);
      const { requests } = await product.records();
      for (const reference of waiting) {
        const types =
          requests.find((one) => one.reference === reference)?.journal.map(({ type }) => type) ?? [];
        for (const once of ['letter-approved', 'letter-sealed', 'answer-decided', 'message-sent'])
          expect(types, `${reference} ${once}`).toContain(once);
      }
      // Asked again, it changes nothing.
      const again = (await approve(marc, items.slice(0, 2))).body.results;
      expect(again.every(({ approved }: { approved: boolean }) => approved)).toBe(true);
      await page.getByRole('link', { name: 'Traités' }).tap();
      await page.locator('.book-row', { hasText: references.at(-1) ?? '' }).waitFor();
      await expectAccessible(page, 'what was done');
    },
  );

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
