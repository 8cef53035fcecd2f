import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, screens, type TestBrowser } from '../../support/browser.ts';
import { openPortal, type PortalSite } from '../../support/portal-site.ts';

let site: PortalSite;
let browser: TestBrowser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPortal(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

it('keeps what somebody types before the script is there, and puts none of it in the address', async () => {
  const person = await browser.person({ viewport: screens.phone });
  const page = await person.newPage();
  page.setDefaultTimeout(6_000);
  let letThrough = () => {};
  const slow = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await slow;
    await route.continue();
  });
  await page.goto(`${site.origin}/suivi`, { waitUntil: 'commit' });
  const code = page.getByLabel('Code de suivi');
  await code.fill('ABCDE-FGHJK');
  await page.getByRole('button', { name: 'Afficher ma demande' }).click();
  expect(page.url()).toBe(`${site.origin}/suivi`);
  letThrough();
  // Only the number is missed: the code was heard.
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Afficher ma demande' }).click();
      return page.getByRole('alert').or(page.locator('.error-summary')).first().textContent();
    })
    .toContain('Numéro de demande');
  expect(await code.inputValue()).toBe('ABCDE-FGHJK');
  expect(await page.locator('.error-summary').textContent()).not.toContain('Code de suivi');
});
