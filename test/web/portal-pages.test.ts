import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { openBrowser, screens, type TestBrowser } from '../support/browser.ts';
import { openPortal, type PortalSite } from '../support/portal-site.ts';
import { rgaaProblems } from '../support/rgaa.ts';

let site: PortalSite;
let browser: TestBrowser;
let person: BrowserContext;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  [site, browser] = await Promise.all([openPortal(), openBrowser()]);
  person = await browser.person();
  page = await person.newPage();
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const addresses = [
  '/',
  '/demarches',
  '/demarches/aide-velo',
  '/demarches/essai-complet',
  '/suivi',
  '/aide',
  '/aide/aide-achat-velo',
  '/contact',
  '/accessibilite',
  '/mentions-legales',
  '/donnees-personnelles',
  '/plan-du-site',
  '/hors-ligne',
];
const titles = new Map<string, string>();
const open = async (address: string) => {
  await page.goto(site.origin + address);
  await page.waitForLoadState('networkidle');
  titles.set(address, await page.title());
};

describe('anybody can use the public pages', () => {
  it.each(addresses)('%s keeps every promise of accessibility', { timeout: 30_000 }, async (address) => {
    faults.length = 0;
    await open(address);
    expect([...(await axeProblems(page)), ...(await rgaaProblems(page))]).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('no two pages share a title', { timeout: 30_000 }, async () => {
    for (const address of addresses) if (!titles.has(address)) await open(address);
    expect(new Set(addresses.map((address) => titles.get(address))).size).toBe(addresses.length);
  });

  it('an address that leads nowhere says so, with its status', async () => {
    const answer = await page.goto(`${site.origin}/nulle-part`);
    expect(answer?.status()).toBe(404);
    expect(await page.textContent('h1')).toContain('n’existe pas');
    expect([...(await axeProblems(page)), ...(await rgaaProblems(page))]).toEqual([]);
  });

  it('a phone shows the home page without scrolling sideways', async () => {
    await page.setViewportSize(screens.phone);
    await open('/');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(screens.phone.width);
    await page.setViewportSize(screens.desktop);
  });
});

describe('the procedures of the home page', () => {
  const shown = () => page.locator('#populaires h3').allTextContents();
  it('are those the authority names, until figures say which are asked most', { tags: 'more' }, async () => {
    await open('/');
    const built = await shown();
    expect(built[0]).toBe('Demander un acte de naissance');
    expect(built).toHaveLength(6);
    site.api.mostAsked = ['aide-velo', 'carte-decheterie'];
    await open('/');
    await expect
      .poll(async () => (await shown()).slice(0, 2))
      .toEqual([expect.stringContaining('vélo'), expect.stringContaining('déchèterie')]);
    expect(new Set(await shown()).size).toBe(6);
    expect(await axeProblems(page)).toEqual([]);
    site.api.mostAsked = [];
  });
});

describe('the search of the home page', () => {
  it('finds a procedure while typing, and the arrows go through the results', async () => {
    await open('/');
    await page.fill('#recherche', 'velo');
    await page.waitForSelector('.search-results a');
    expect(await page.textContent('[role=status]')).toMatch(/^2\srésultats/);
    expect(await axeProblems(page)).toEqual([]);
    await page.focus('#recherche');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('vélo');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('recherche');
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForURL(/\/(demarches|aide)\//), page.keyboard.press('Enter')]);
  });

  it('says that nothing was found, and what to do then', { tags: 'more' }, async () => {
    await open('/');
    await page.fill('#recherche', 'zzzz');
    await page.waitForSelector('.search-nothing a');
    expect(await page.getAttribute('.search-nothing a', 'href')).toBe('/demarches/demande-generale');
  });

  it('comes before the form for everything else, which is one link away', {
    tags: 'more',
    timeout: 20_000,
  }, async () => {
    await open('/demarches/demande-generale');
    await page.fill('.answers-first #recherche', 'velo');
    await page.waitForSelector('.answers-first .search-results a');
    expect(await axeProblems(page)).toEqual([]);
    expect(await rgaaProblems(page)).toEqual([]);
    await page.fill('.answers-first #recherche', 'zzzz');
    await page.click('.search-nothing a');
    await page.waitForSelector('main form .field');
  });

  it('works without any script', async () => {
    const plain = await browser.person({ javaScriptEnabled: false });
    const bare = await plain.newPage();
    await bare.goto(`${site.origin}/`);
    await bare.fill('#recherche', 'crèche');
    await Promise.all([bare.waitForURL(/demarches\?q=/), bare.keyboard.press('Enter')]);
    expect(await bare.textContent('h1')).toContain('démarches');
    await plain.close();
  });
});

describe('offline', () => {
  it('opens a page read before and says so for the others', { timeout: 30_000 }, async () => {
    const traveller = await browser.person();
    const tab = await traveller.newPage();
    await tab.goto(`${site.origin}/`);
    await tab.evaluate(() => navigator.serviceWorker.ready);
    await tab.reload();
    await tab.goto(`${site.origin}/contact`);
    await traveller.setOffline(true);
    await tab.reload();
    expect(await tab.textContent('h1')).toBe('Nous contacter');
    await tab.goto(`${site.origin}/aide/se-marier`);
    expect(await tab.textContent('h1')).toBe('Vous n’êtes pas connecté');
    await traveller.close();
  });
});
