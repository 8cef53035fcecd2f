import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeProblems } from '../support/axe.ts';
import { openBrowser, screens, type TestBrowser } from '../support/browser.ts';
import { fakeCode, fakeReference } from '../support/fake-api.ts';
import { busyInstruction } from '../support/fake-instruction.ts';
import { openPortal, type PortalSite } from '../support/portal-site.ts';
import { rgaaProblems } from '../support/rgaa.ts';
import { trackedRequest } from '../support/tracked-request.ts';

let site: PortalSite;
let browser: TestBrowser;
let person: BrowserContext;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPortal(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  site.api.reset();
  const calm = trackedRequest();
  site.api.request = trackedRequest({
    state: 'waiting-citizen',
    yourTurn: true,
    instruction: {
      ...calm.instruction,
      awaited: busyInstruction.awaited,
      received: busyInstruction.received,
    },
  });
  person = await browser.person();
  page = await person.newPage();
  page.setDefaultTimeout(6_000);
  await page.goto(`${site.origin}/suivi#${fakeReference}:${fakeCode}`);
  await page.waitForSelector('.request-layout');
});
afterEach(() => person.close());
const problems = async () => [...(await axeProblems(page)), ...(await rgaaProblems(page, { tabs: 30 }))];

describe('documents that a department asks for', { timeout: 30_000 }, () => {
  it('come first, with the day, their effect on the clock, and what is there already', async () => {
    expect(await page.textContent('main h2')).toBe('Des documents vous sont demandés');
    const words = await page.textContent('main');
    for (const expected of [
      '10 décembre 2026',
      'suspendu',
      'Plan de situation',
      'Le plan joint est illisible',
      'Reçu le 20 novembre 2026, en cours de vérification',
    ])
      expect(words).toContain(expected);
    expect(await page.getByRole('button', { name: 'Envoyer le dernier document' }).count()).toBe(1);
    expect(await problems()).toEqual([]);
    await page.setViewportSize(screens.phone);
    expect(await problems()).toEqual([]);
  });

  it('are sent with what they are, and the page says that they arrived', async () => {
    await page.getByRole('button', { name: 'Envoyer le dernier document' }).click();
    await page.getByRole('button', { name: 'Envoyer ce document' }).click();
    expect(await page.textContent('[role=alert]')).toContain('Ajoutez au moins un document');
    await page
      .getByLabel(/cadastr/i)
      .first()
      .check({ force: true });
    expect(await problems()).toEqual([]);
    const file = { name: 'cadastre.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') };
    await page.setInputFiles('#piece-plan', file);
    await page.waitForSelector('.file-state:has-text("Envoyé")');
    await page.getByRole('button', { name: 'Envoyer ce document' }).click();
    await page.getByText('Vos documents sont arrivés').waitFor();
    const sent = site.api.calls.find(({ operation }) => operation === 'provideDocuments');
    expect(sent?.body).toMatchObject({
      askId: 'ask-1',
      documents: [{ code: 'plan', as: 'cadastre', uploads: [{ name: 'cadastre.pdf' }] }],
    });
    expect(await page.locator('.awaited').count()).toBe(0);
  });
});

it('lets a person give the request up after a second thought', {
  tags: 'more',
  timeout: 30_000,
}, async () => {
  await page.getByRole('button', { name: 'Renoncer à ma demande' }).click();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Confirmer que je renonce' }).click();
  await page.getByText('Votre demande est retirée').waitFor();
  expect(await page.getByRole('button', { name: 'Renoncer à ma demande' }).count()).toBe(0);
});
