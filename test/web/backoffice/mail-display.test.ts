import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { safeHtml } from '../../../functions/intake/html-safe.ts';
import { mailPage } from '../../../web/backoffice/mail/mail-page.ts';
import { type AgentsSite, openAgents } from '../../support/agents-site.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { hostileHtml } from '../../support/hostile-html.ts';

vi.setConfig({ testTimeout: 60_000 });
let site: AgentsSite;
let chromium: TestBrowser;
let trap: Server;
let address: string;
let person: BrowserContext;
let page: Page;
/** What reached the trap, even without asking for anything; what ran; what left the site in another way. */
let reached: string[];
let ran: string[];
let left: string[];

beforeAll(async () => {
  trap = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.end();
  });
  trap.on('connection', () => reached.push('connection'));
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
  site = await openAgents();
  chromium = await openBrowser();
}, 60_000);
afterAll(async () => {
  await chromium?.close();
  await site?.close();
  trap.close();
});
beforeEach(async () => {
  [reached, ran, left] = [[], [], []];
  person = await chromium.person();
  page = await person.newPage();
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => message.text() === 'ran' && ran.push(message.text()));
  page.on('dialog', (dialog) => ran.push(dialog.message()));
  page.on('popup', () => left.push('popup'));
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(site.origin))
      left.push(request.url());
  });
});
afterEach(() => person.close());

const mail = (html: string) => ({
  ...{
    name: 'Odile Marchand',
    email: 'odile.marchand@courriel.example',
    recipients: ['contact@val-clair.example'],
  },
  ...{ sender: 'unverified', automatic: false, sharesMessageId: true, notes: ['more-attachments'] },
  ...{ text: 'Bonjour', html, held: [{ name: 'facture.exe', reason: 'unscannable' }] },
});

/** Opens the contact as a mail with this HTML, and unfolds how it looked. */
async function show(html: string) {
  await page.route('**/api/agent/contacts/contact-0', async (route) => {
    const contact = await (await route.fetch()).json();
    await route.fulfill({ json: { ...contact, channel: 'mail', mail: mail(html) } });
  });
  await page.goto(`${site.origin}/agents/qualification/contact-0`);
  await page.getByText('Voir la mise en forme').click();
  const frame = page.frameLocator('iframe');
  await frame.locator('body').waitFor();
  return frame;
}
/** Time enough for what would leave: the trap itself answers at once. */
async function settle() {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_500 })));
  await page.waitForLoadState('networkidle');
}

describe('hostile HTML shown to an agent', () => {
  it('reaches nobody and runs nothing, made harmless as it is received', async () => {
    const frame = await show(safeHtml(hostileHtml(address)));
    await frame.getByText('Bonjour').click();
    await settle();
    expect([reached, ran, left]).toEqual([[], [], []]);
    expect(
      await frame
        .locator('a, form, script, style, link, meta[http-equiv=refresh], svg, iframe, [style], [onclick]')
        .count(),
    ).toBe(0);
  });

  it('reaches nobody and runs nothing even if it were shown as it came', async () => {
    const frame = await show(hostileHtml(address));
    await frame.locator('body').click({ force: true });
    await settle();
    // The browser names what its policy blocks; none of it went out.
    expect([reached.filter((one) => one !== 'connection'), ran]).toEqual([[], []]);
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    expect(mailPage('')).toContain("default-src 'none'");
  });

  it('shows pictures that stand in the mail, where links lead, and what to beware of', {
    tags: 'more',
  }, async () => {
    const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    const html = safeHtml(
      '<p><a href="http://pirate.example/x">https://impots.gouv.fr</a></p><img alt="point" src="cid:dot">',
      {
        pictureOf: () => dot,
      },
    );
    const frame = await show(html);
    await frame.getByText('http://pirate.example/x').waitFor();
    const width = await frame
      .locator('img')
      .evaluate((picture) => (picture as HTMLImageElement).naturalWidth);
    expect(width).toBe(1);
    for (const words of [
      'n’est pas garantie',
      'sous le même identifiant',
      'plus de cinquante',
      'facture.exe',
    ])
      await page.getByText(words).first().waitFor();
  });
});

describe('the quarantine', () => {
  it('is searched by reason and words, no word in an address, and given back from', {
    tags: 'more',
  }, async () => {
    await page.goto(`${site.origin}/agents/quarantaine`);
    await page.getByLabel('Raison').selectOption({ label: 'Hameçonnage probable' });
    await page.getByLabel('Expéditeur ou objet').fill('lampadaire');
    await page.keyboard.press('Enter');
    await page.waitForURL(/motif=phishing/);
    await vi.waitFor(() =>
      expect(site.api.calls.at(-1)).toMatchObject({
        path: '/api/agent/contacts/quarantine',
        body: { reason: 'phishing', words: 'lampadaire' },
      }),
    );
    expect(page.url()).not.toContain('lampadaire');
    expect(site.api.calls.some(({ path }) => path.includes('lampadaire'))).toBe(false);
    await page.reload();
    expect(await page.getByLabel('Expéditeur ou objet').inputValue()).toBe('lampadaire');
    await page
      .getByRole('button', { name: /Ressortir/ })
      .first()
      .click();
    await vi.waitFor(() => expect(site.api.calls.some(({ path }) => path.endsWith('/release'))).toBe(true));
  });
});

describe('a request that came by mail', () => {
  it('shows how its mail looked, and warns of its sender', async () => {
    await page.route('**/api/agent/requests/VC-2026-000123-W', async (route) => {
      const request = await (await route.fetch()).json();
      const opened = {
        seq: 1,
        at: request.openedAt,
        type: 'request-opened',
        by: null,
        detail: { contactId: 'contact-0' },
      };
      await route.fulfill({ json: { ...request, channel: 'mail', timeline: [opened] } });
    });
    await page.route('**/api/agent/requests/*/mails/contact-0', (route) =>
      route.fulfill({ json: mail('<p>Voici <b>tout</b></p>') }),
    );
    await page.goto(`${site.origin}/agents/demandes/VC-2026-000123-W`);
    await page.getByText('n’est pas garantie').waitFor();
    await page.getByText('Voir la mise en forme').click();
    await page.frameLocator('iframe').getByText('tout').waitFor();
  });
});
