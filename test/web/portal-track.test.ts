import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { openBrowser, screens, type TestBrowser } from '../support/browser.ts';
import { fakeCode, fakeReference } from '../support/fake-api.ts';
import { moreWhere } from '../support/more.ts';
import { openPortal, type PortalSite } from '../support/portal-site.ts';
import { rgaaProblems } from '../support/rgaa.ts';
import { trackedRequest } from '../support/tracked-request.ts';

let site: PortalSite;
let browser: TestBrowser;
let person: BrowserContext;
let page: Page;
let addresses: string[];
beforeAll(async () => {
  [site, browser] = await Promise.all([openPortal(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  site.api.reset();
  person = await browser.person();
  page = await person.newPage();
  page.setDefaultTimeout(6_000);
  addresses = [];
  page.on('request', (request) => addresses.push(request.url()));
});
afterEach(() => person.close());

const problems = async () => [...(await axeProblems(page)), ...(await rgaaProblems(page, { tabs: 30 }))];
const ask = async (reference: string, code: string) => {
  await page.goto(`${site.origin}/suivi`);
  await page.fill('#numero', reference);
  await page.fill('#code', code);
  await page.getByRole('button', { name: 'Afficher ma demande' }).click();
};
const openRequest = async () => {
  await page.goto(`${site.origin}/suivi#${fakeReference}:${fakeCode}`);
  await page.waitForSelector('.request-layout');
};

describe('following a request without an account', { timeout: 30_000 }, () => {
  for (const typed of [fakeReference, 'vc-2026-000123-w', 'VC 2026 000123', ' vc 2026 123 w '])
    it(`understands the number typed as "${typed}"`, moreWhere(!typed.startsWith(' ')), async () => {
      await ask(typed, fakeCode);
      await page.waitForSelector('.request-layout');
      expect(await page.textContent('.kicker')).toBe(`Demande ${fakeReference}`);
    });

  it('keeps what was typed when it is wrong, and says what to check', async () => {
    await ask('VC 2026 999', 'FAUX1234');
    await page.waitForSelector('.error-summary');
    expect(await page.title()).toMatch(/^Erreur/);
    expect(await page.inputValue('#code')).toBe('FAUX1234');
    expect(await problems()).toEqual([]);
  });

  it('says which box is empty', { tags: 'more' }, async () => {
    await page.goto(`${site.origin}/suivi`);
    await page.getByRole('button', { name: 'Afficher ma demande' }).click();
    await page.waitForSelector('.error-summary');
    expect(await page.locator('.error-summary a').count()).toBe(2);
    expect(await problems()).toEqual([]);
  });

  it('opens from a mail’s link, and the code never goes into an address', async () => {
    await openRequest();
    expect(page.url()).toBe(`${site.origin}/suivi`);
    expect(addresses.filter((address) => new URL(address).pathname.includes(fakeCode))).toEqual([]);
    expect(addresses.filter((address) => new URL(address).search.includes(fakeCode))).toEqual([]);
    await page.reload();
    await page.waitForSelector('.request-layout');
    await page.getByRole('button', { name: 'Fermer ce dossier' }).click();
    await page.reload();
    expect(await page.inputValue('#numero')).toBe('');
  });

  it('shows who acts and by when, and keeps the promises of accessibility on a phone too', async () => {
    await openRequest();
    const words = await page.textContent('main');
    for (const expected of [
      'Le service étudie votre demande',
      'vendredi 18 décembre',
      'dans 26 jours',
      'Service Mobilité et stationnement',
      'Au plus tard le 18 décembre 2026',
      'Karim Belaïd',
    ])
      expect(words).toContain(expected);
    await page.locator('.deadline summary').last().click();
    expect(await page.textContent('main')).toContain('CRPA L231-4');
    expect(await problems()).toEqual([]);
    await page.setViewportSize(screens.phone);
    expect(await problems()).toEqual([]);
  });

  it('puts what the citizen must do first', { tags: 'more' }, async () => {
    site.api.request = trackedRequest({ yourTurn: true, state: 'waiting-citizen' });
    await openRequest();
    expect(await page.textContent('main h2')).toBe('À vous d’agir');
    expect(await problems()).toEqual([]);
  });

  it('says that a finished request receives no more messages', { tags: 'more' }, async () => {
    site.api.request = trackedRequest({
      state: 'closed',
      mayWrite: false,
      documents: [],
      messages: [],
      deadlines: [],
    });
    await openRequest();
    expect(await page.textContent('main')).toContain('ne reçoit plus de message');
    expect(await problems()).toEqual([]);
  });
});

describe('writing to the department', { timeout: 30_000 }, () => {
  it('sends the message with its document and shows it in the thread', async () => {
    await openRequest();
    await page.fill('#message-texte', 'Voici la facture définitive.');
    await page.setInputFiles('#message-documents', {
      name: 'facture.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF'),
    });
    await page.waitForSelector('.file-state:has-text("Envoyé")');
    await page.getByRole('button', { name: 'Envoyer mon message' }).click();
    await page.waitForSelector('.messages .citizen');
    expect(await page.textContent('.messages .citizen')).toContain('Voici la facture définitive.');
    expect(await page.inputValue('#message-texte')).toBe('');
    const sent = site.api.calls.find(({ operation }) => operation === 'writeMessage');
    expect(sent?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent?.body).toMatchObject({ uploads: [{ name: 'facture.pdf' }] });
    expect(await problems()).toEqual([]);
  });

  it('keeps the words when the service fails', async () => {
    await openRequest();
    site.api.troubles = [{ path: /messages$/, status: 500 }];
    await page.fill('#message-texte', 'Un long message.');
    await page.getByRole('button', { name: 'Envoyer mon message' }).click();
    await page.waitForSelector('[role=alert]');
    expect(await page.inputValue('#message-texte')).toBe('Un long message.');
    expect(await problems()).toEqual([]);
  });

  it('asks for words before sending', { tags: 'more' }, async () => {
    await openRequest();
    await page.getByRole('button', { name: 'Envoyer mon message' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('message-texte');
    expect(await page.getAttribute('#message-texte', 'aria-invalid')).toBe('true');
  });
});

it('waits for a request that was sent a moment ago and is not open yet', { timeout: 30_000 }, async () => {
  await page.goto(`${site.origin}/suivi`);
  await page.evaluate(
    ([reference, code]) =>
      sessionStorage.setItem('parvis:sent:essai', JSON.stringify({ reference, trackingCode: code })),
    [fakeReference, fakeCode],
  );
  site.api.troubles = [{ path: /requests/, status: 404, code: 'wrong-tracking-code', times: 2 }];
  await page.goto('about:blank');
  await openRequest();
  expect(await page.textContent('.kicker')).toBe(`Demande ${fakeReference}`);
});

it('waits aloud when the service is slow', { tags: 'more', timeout: 30_000 }, async () => {
  site.api.troubles = [{ path: /requests/, delay: 1_500, times: 1 }];
  await ask(fakeReference, fakeCode);
  await page.waitForSelector('.skeleton');
  expect(await page.textContent('[role=status]')).toContain('Recherche de votre demande');
  await page.waitForSelector('.request-layout');
});

describe('choosing how to be written to', { timeout: 30_000 }, () => {
  it('takes an express consent for decisions in the portal', async () => {
    await openRequest();
    await page.getByRole('button', { name: 'Choisir comment recevoir' }).click();
    await page.getByLabel('Les décisions sur cette page').check({ force: true });
    expect(await problems()).toEqual([]);
    await page.getByLabel('J’accepte expressément').check({ force: true });
    await page.getByRole('button', { name: 'Enregistrer mon choix' }).click();
    await page.getByText('Votre choix est enregistré.').waitFor();
    expect(site.api.calls.at(-1)?.body).toMatchObject({ prefers: 'portal', consent: true });
  });
});

describe('whoever has a letter in hand', { timeout: 30_000 }, () => {
  const open = async () => {
    await page.goto(`${site.origin}/suivi`);
    await page.getByRole('button', { name: 'Saisir le code de mon courrier' }).click();
    await page.waitForSelector('#courrier-code');
  };
  const send = () => page.getByRole('button', { name: 'Ouvrir ma demande' }).click();
  const born = async (day: string, month: string, year: string) => {
    await page.fill('#courrier-naissance', day);
    await page.fill('#courrier-naissance-month', month);
    await page.fill('#courrier-naissance-year', year);
  };

  it('is told what is missing, then follows the request by its code and the day they were born', async () => {
    await open();
    await send();
    await page.waitForSelector('.error-summary');
    await page.fill('#courrier-code', '4827 1930 5562 b');
    expect(await page.textContent('main')).toContain('un chiffre ou la lettre finale ne va pas');
    expect(await problems()).toEqual([]);
    await page.fill('#courrier-code', '4827 1930 5562 a');
    await born('7', '5', '1984');
    await send();
    await page.getByText('Nous ne trouvons pas de demande').waitFor();
    expect(await problems()).toEqual([]);
    await born('6', '5', '1984');
    await send();
    await page.waitForSelector('.request-layout');
    const calls = site.api.calls.filter(({ operation }) => operation === 'openByCode');
    expect(calls.map(({ body }) => body)).toEqual(
      ['1984-05-07', '1984-05-06'].map((birthDate) => ({
        ...{ code: '4827 1930 5562 a', birthDate, trackingCode: null },
      })),
    );
    expect(addresses.some((address) => address.includes('4827'))).toBe(false);
  });
});
