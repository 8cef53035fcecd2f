import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, screens, type TestBrowser } from '../../support/browser.ts';
import { running, until } from '../../support/outer.ts';

const product = running();
const name = `Ursuline Kerzoncuf`;
const phone = '06 39 98 47 11';
let browser: TestBrowser;
let reference: string;
beforeAll(async () => {
  const smtp = createTransport({
    host: '127.0.0.1',
    port: Number(process.env.PARVIS_SMTP),
    secure: false,
    ignoreTLS: true,
  });
  const subject = `Nid-de-poule impasse du Lavoir ${process.pid}`;
  await smtp.sendMail({
    from: `${name} <ursuline@courriel.example>`,
    to: 'contact@val-clair.example',
    subject,
    text: `Bonjour, un nid-de-poule dangereux s’est formé sur la chaussée impasse du Lavoir. Réparez la voirie.\n${name}\n${phone}`,
  });
  await product.quiet();
  reference = await until(
    'the request',
    async () => (await product.contacts()).find((one) => one.subject === subject)?.requestReference,
  );
  browser = await openBrowser();
}, 120_000);
afterAll(async () => browser?.close());

describe('an agent finds somebody from any page', () => {
  it('by a name typed with an error, and opens the request with the keyboard alone', async () => {
    const page = await (await browser.person()).newPage();
    await page.setViewportSize(screens.desktop);
    const api = '/api/session/agents/start?login_hint=claire.monnier&to=/agents/qualification';
    await page.goto(`${product.url}${api}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.locator('#search-words:focus').waitFor();
    await page.keyboard.type('kerzonkuf ursuline');
    await page.getByRole('option', { name: reference }).waitFor();
    expect(await page.getByRole('option', { name }).count()).toBeGreaterThanOrEqual(2);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/agents/recherche');
    await page.getByRole('link', { name: reference }).click();
    await page.waitForURL(`**/demandes/${reference}`);
    expect(page.url()).not.toMatch(/kerz/i);
    await page.goBack();
    await page.getByRole('link', { name: reference }).waitFor();
    await page.keyboard.press('/');
    await page.locator('#search-words:focus').waitFor();
    await page.keyboard.type(`${reference.slice(8, 14)}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/demandes/${reference}`);
  }, 60_000);

  it('but nobody outside finds anything', async () => {
    const scanning = await product.signIn('hugo.lasserre');
    expect((await scanning.post('/api/agent/search', { q: name })).status).toBe(403);
  });
});
