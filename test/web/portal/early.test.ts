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

it('hears what somebody types and presses before the script is there, and puts none of it in the address', async () => {
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
  // The press was heard as well, and only the number is missed: the code was there.
  await expect.poll(() => page.locator('.error-summary').textContent()).toContain('Numéro de demande');
  expect(await code.inputValue()).toBe('ABCDE-FGHJK');
  expect(await page.locator('.error-summary').textContent()).not.toContain('Code de suivi');
});
