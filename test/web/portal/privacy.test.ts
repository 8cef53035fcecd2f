// @module-tag more
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as api from '../../../functions/privacy/citizen-api.ts';
import { partCodes } from '../../../functions/privacy/part.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';

const now = '2026-11-23T09:00:00.000Z';
const held: api.HeldView = {
  parts: partCodes.map((code, at) => ({ code, count: at % 3 })),
  open: [
    { reference: 'VC-2026-000123-W', subject: 'Un trou dans la rue', why: 'open', mayWithdraw: true },
    { reference: 'VC-2026-000124-X', subject: 'Une place', why: 'appeal', mayWithdraw: false },
  ],
  accounting: { payments: 2, until: '2036-12-31' },
  consents: [{ code: 'sms', granted: true, at: '2026-03-04T09:00:00.000Z' }],
  now,
};
const reading = (reference: string | null): api.Reading => ({
  ...{ at: '2026-11-22T10:00:00.000Z', reason: 'instruction', reference },
  by: { title: 'Gestionnaire', department: 'État civil' },
});
const none: api.ExportView = { state: 'none', url: null, askedAt: null, until: null, size: 0 };

let site: Awaited<ReturnType<typeof openSpace>>;
let browser: TestBrowser;
let visitor: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSpace(), openBrowser()]);
  visitor = await openVisitor(browser, site.origin);
  visitor.page.setDefaultTimeout(6_000);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => {
  site.space.reset();
  site.space.answer(api.readHeld, held);
  site.space.answer(api.listReadings, { readings: [reading('VC-2026-000123-W')], next: 'x', now });
  site.space.answer(api.readExport, none);
});
const problems = async () => [
  ...visitor.complaints,
  ...(await axeProblems(visitor.page)),
  ...(await rgaaProblems(visitor.page, { tabs: 20 })),
];
const arrive = async (prefix = '', heading = 'Emporter vos données') => {
  await visitor.arrive(`${prefix}/mon-espace/donnees`);
  await visitor.page.getByRole('heading', { name: heading }).waitFor();
  await settled(visitor.page);
};
const press = (name: string | RegExp) => visitor.page.getByRole('button', { name }).first().click();

describe('the page of one’s data', { timeout: 60_000 }, () => {
  it('shows what is held and who read it, without their name, page by page', async () => {
    await arrive();
    expect(await problems()).toEqual([]);
    const log = visitor.page.locator('.data-readings');
    expect(await log.textContent()).toContain('Gestionnaire, État civil, pour traiter votre demande');
    site.space.answer(api.listReadings, { readings: [reading(null)], next: null, now });
    await press('Voir les consultations plus anciennes');
    await expect.poll(() => log.locator('li').count()).toBe(2);
  });

  it('says it in English, where what the authority calls its offices stays French to a voice', {
    tags: 'more',
  }, async () => {
    await arrive('/en', 'Take your data away');
    expect(await problems()).toEqual([]);
    const [line] = await visitor.page.locator('.data-readings li span').all();
    expect(await line?.textContent()).toContain('Gestionnaire, État civil, to handle your request');
    expect(await line?.locator('[lang="fr"]').textContent()).toBe('Gestionnaire, État civil');
    await arrive('/facile', 'Prendre mes informations');
    expect(await problems()).toEqual([]);
  });

  it('takes a consent back as easily as it was given', async () => {
    await arrive();
    const box = visitor.page.getByLabel(/SMS d’information/);
    expect(await box.isChecked()).toBe(true);
    site.space.answer(api.setConsent, {});
    await box.uncheck();
    await visitor.page.getByText('C’est enregistré').waitFor();
    expect(site.space.calls.at(-1)?.body).toEqual({ granted: false });
  });

  it('prepares an archive, or asks first to show again who one is', async () => {
    await arrive();
    site.space.answer(api.askExport, () => new Problem('fresh-sign-in-needed', 403));
    await press('Préparer mon archive');
    await visitor.page.getByText('Montrez d’abord que c’est bien vous').waitFor();
    expect(await problems()).toEqual([]);
    site.space.answer(api.askExport, {
      ...{ state: 'ready', url: 'https://files.example/a.zip', askedAt: now },
      ...{ until: '2026-11-24T09:00:00.000Z', size: 2_400_000 },
    });
    await press('Préparer mon archive');
    await visitor.page.getByRole('link', { name: 'Télécharger l’archive' }).waitFor();
  });

  it('says what stays, withdraws what is named, and forgets the device', async () => {
    await arrive();
    await visitor.page.evaluate(() => localStorage.setItem('parvis:late:un-formulaire', '{"answers":1}'));
    site.space.answer(api.eraseMe, { now });
    await press('Effacer mon espace et mes données');
    await press('Effacer définitivement');
    await visitor.page.getByText('Cochez la case pour confirmer').waitFor();
    expect(await problems()).toEqual([]);
    await visitor.page.getByLabel(/Retirer « Un trou dans la rue »/).check();
    await visitor.page.getByLabel(/J’ai compris/).check();
    await press('Effacer définitivement');
    await visitor.page.getByText('Vos données sont en cours d’effacement').waitFor();
    expect(site.space.calls.at(-1)?.body).toEqual({ confirmed: true, withdraw: ['VC-2026-000123-W'] });
    expect(await visitor.page.evaluate(() => localStorage.getItem('parvis:late:un-formulaire'))).toBeNull();
    expect(await problems()).toEqual([]);
  });
});
