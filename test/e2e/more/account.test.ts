import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { running, until } from '../../support/outer.ts';

const product = running();
const run = Date.now().toString(36);
const email = `ines.${run}@compte.example`;
/** The same machine under the name that passkeys need. */
const named = product.url.replace('127.0.0.1', 'localhost');
let browser: TestBrowser;
let person: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  person = await browser.person({ viewport: { width: 390, height: 844 } });
  page = await person.newPage();
  page.setDefaultTimeout(10_000);
});
afterAll(() => browser?.close());
const button = (name: string | RegExp) => page.getByRole('button', { name });
const codeFor = (to: string, known = 0) =>
  until('the code', async () => {
    const sent = (await product.outbox()).filter((one) => one.to === to && /^\d{6} /.test(one.subject));
    return sent.length > known ? sent[0]?.subject.slice(0, 6) : undefined;
  });
const heading = (text: string) => page.locator('h1', { hasText: text }).waitFor();

describe('somebody’s account', { timeout: 60_000 }, () => {
  it('opens with a code on a phone, knows their name from then on, and with a passkey the next time', async () => {
    const devtools = await person.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    await page.goto(`${named}/mon-espace/securite`);
    await page.fill('#adresse', email);
    await button('Recevoir un code').click();
    await page.fill('#code', await codeFor(email));
    await button('Continuer').click();
    await page.fill('#prenoms', 'Inès');
    await page.fill('#nom', `Caron ${run}`);
    await button('Enregistrer').click();
    await heading('Sécurité');
    await button('Ajouter une clé').click();
    await button('Créer la clé').click();
    await page.getByText('La clé est ajoutée').waitFor();
    await button(/Menu de mon espace/).click();
    await button('Se déconnecter').click();
    await page.waitForURL(`${named}/`);
    // The browser may propose the key by itself, in the box of the address.
    await page.goto(`${named}/connexion`);
    const key = button('Utiliser ma clé');
    await Promise.race([key.click().catch(() => undefined), page.waitForURL(/mon-espace$/)]);
    await heading('Bonjour Inès');
  });

  it('is certified by FranceConnect, which is left when the person leaves', async () => {
    await page.goto(`${product.url}/connexion`);
    await page.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
    await button(/Angela Claire Louise Dubois/).click();
    await heading('Bonjour Angela');
    await page.goto(`${product.url}/mon-espace/informations`);
    await page.getByText('DUBOIS', { exact: true }).waitFor();
    const ended = page.waitForRequest(/\/session\/end\?.*id_token_hint=/);
    await button(/Menu de mon espace/).click();
    await button('Se déconnecter').click();
    expect((await ended).url()).toContain('post_logout_redirect_uri');
    await page.waitForURL(new RegExp(`^${product.url}/(\\?state=.*)?$`));
    await page.goto(`${product.url}/mon-espace`);
    await page.waitForURL(/\/connexion\?to=%2Fmon-espace$/);
  });

  it('tells nobody anything: no other site signs in, and no call passes without a session', async () => {
    const post = (path: string, headers: Record<string, string>, body: unknown = {}) =>
      fetch(`${product.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const asking = { email: `nobody.${run}@compte.example` };
    const csrf = { 'x-parvis-csrf': '1' };
    expect((await post('/api/public/sign-in/codes', {}, asking)).status).toBe(403);
    const foreign = { ...csrf, origin: 'https://evil.example' };
    expect((await post('/api/public/sign-in/codes', foreign, asking)).status).toBe(403);
    const [known, unknown] = [
      await post('/api/public/sign-in/codes', csrf, { email }),
      await post('/api/public/sign-in/codes', csrf, asking),
    ];
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(Object.keys(await known.json())).toEqual(Object.keys(await unknown.json()));
    for (const path of ['me', 'account', 'security'])
      expect((await fetch(`${product.url}/api/citizen/${path}`)).status).toBe(401);
  });
});
