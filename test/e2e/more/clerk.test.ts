import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { doubtfulPile } from '../../support/doubtful-pile.ts';
import { running, until } from '../../support/outer.ts';

const product = running();
let chromium: TestBrowser;
beforeAll(async () => {
  chromium = await openBrowser();
});
afterAll(() => chromium?.close());

describe('a pile in which nobody is sure where one letter ends', () => {
  it('files what is sure at once, and the rest once a clerk has decided by keys', async () => {
    const name = `pile-${Date.now()}.pdf`;
    const clerk = await product.signIn('hugo.lasserre');
    const sheet = async (query: string) => {
      const { cookie } = clerk;
      const reply = await fetch(`${product.url}/api/agent/separators?${query}`, { headers: { cookie } });
      expect(reply.headers.get('content-type')).toBe('application/pdf');
      return Buffer.from(await reply.arrayBuffer());
    };
    await product.drop(name, await doubtfulPile(await sheet('copies=1'), await sheet('kind=versos')));
    const batch = await until('the doubt', async () =>
      (await product.batches()).find((one) => one.file === name && one.state === 'doubtful'),
    );
    expect(batch).toMatchObject({ pages: 5, filed: 1, separators: 2 });
    expect((await product.records()).tasks.some(({ kind }) => kind === 'doubt')).toBe(true);
    const letters = async () => (await product.contacts()).filter((contact) => contact.batch === batch.id);
    expect(await letters()).toHaveLength(1);

    const person = await chromium.person({ reducedMotion: 'reduce' });
    await person.request.post(`${product.url}/local/sign-in`, { data: { as: 'hugo.lasserre' } });
    const page: Page = await person.newPage();
    await page.goto(`${product.url}/agents/lots`);
    await page.getByRole('link', { name: `Décider (${name})` }).click();
    await page.getByText('Entre la page 3 et la page 5').waitFor();
    await page.locator('.place-pages img').first().waitFor();
    expect(
      await page
        .locator('.place-pages img')
        .evaluateAll((all) => (all as HTMLImageElement[]).every((one) => one.complete)),
    ).toBe(true);

    // Cut, thought better of, joined: then filed, without touching anything but keys.
    await page.keyboard.press('c');
    await page.getByRole('heading', { name: 'Tout est décidé' }).waitFor();
    await page.keyboard.press('z');
    await page.getByText('1 doute à lever').waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'Tout est décidé' }).waitFor();
    await page.keyboard.press('n');
    await page.locator('button:focus', { hasText: 'Classer' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith(`/doutes/${batch.id}`));

    const done = await until('the batch to balance', async () =>
      (await product.batches()).find(({ id, state }) => id === batch.id && state === 'done'),
    );
    expect(done).toMatchObject({ pages: 5, filed: 3, separators: 2, blanks: 0, rejected: 0 });
    const all = await letters();
    expect(all.map(({ text }) => text.includes('quinquet') && text.includes('Petitjean'))).toContain(true);
    expect(all).toHaveLength(2);

    // The letter is found by a word of its second page, and its batch says where every page went.
    await page.goto(`${product.url}/agents/lots`);
    await page.getByLabel('Mots du courrier').fill('quinqu');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: `${name}, pages 3 à 4` }).click();
    await page.getByText(/5 pages = 3 classées \+ 2 séparateurs/).waitFor();
    await person.close();
  });
});
