// @module-tag more
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cellOf, mapZoom } from '../../../functions/reports/cells.ts';
import * as api from '../../../functions/reports/public-api.ts';
import { loadCollectivity } from '../../../infra/collectivity/load.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';

let site: Awaited<ReturnType<typeof openSpace>>;
let browser: TestBrowser;
let visitor: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSpace(), openBrowser()]);
  visitor = await openVisitor(browser, site.origin);
  visitor.page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const now = '2026-11-22T10:12:00.000Z';
const { reports: told } = loadCollectivity('val-clair');
if (!told) throw new Error('Val-Clair takes reports');
const setting = {
  ...{ centre: told.centre, zoom: told.zoom, tiles: null, ground: told.ground, commitmentDays: 8, now },
  categories: told.categories.map(({ code, label, icon, needsPhoto, danger }) => ({
    ...{ code, label, icon, needsPhoto, danger },
  })),
};
const point = told.centre;
const report = (id: string, change: object = {}) => ({
  ...{ id, category: 'water', commune: '99101', point, state: 'reported', at: now, followers: 2, photos: [] },
  ...change,
});
const lilas = { label: '12 Rue des Lilas Val-Clair', commune: '99101', point };

beforeEach(() => {
  site.space.reset();
  site.space.me = null;
  site.space.answer(api.readSetting, setting);
  site.space.answer(api.findAddress, { available: true, addresses: [lilas] });
  site.space.answer(api.findNear, { reports: [report('near', { metres: 12 })], now });
  site.space.answer(api.followReport, { followers: 3, now });
  site.space.answer(api.sendReport, {
    reference: 'VC-2026-000123-W',
    trackingCode: 'ABCDE-FGHJK',
    receivedAt: now,
    commitmentDays: 8,
  });
  site.space.answer(api.listReports, {
    reports: [
      report('one'),
      report('two', { state: 'taken', point: null }),
      report('three', { state: 'resolved' }),
    ],
    ...{ next: '2026#three', now },
  });
});
const screen = () => visitor.page;
const problems = async () => {
  await settled(screen());
  return [
    ...(await axeProblems(screen())),
    ...(await rgaaProblems(screen(), { tabs: 40 })),
    ...visitor.complaints,
  ];
};
const words = () => screen().textContent('main');
const press = (name: string | RegExp) => screen().getByRole('button', { name }).first().click();
const begin = async () => {
  await visitor.arrive('/signaler');
  await screen().waitForSelector('#category');
};
const sentBody = () =>
  site.space.calls.find(
    ({ operation }) =>
      operation.includes('POST /api/public/reports') && !/near|addresses|follow/.test(operation),
  )?.body as Record<string, unknown> | undefined;

describe('reporting something', { timeout: 40_000 }, () => {
  it('asks little, says what is missing, and needs neither a map nor a name', async () => {
    await begin();
    expect(await problems()).toEqual([]);
    await press('Envoyer le signalement');
    await screen().waitForSelector('.error-summary');
    expect(await problems()).toEqual([]);
    await screen().getByLabel('Panneau ou marquage').check();
    await screen().fill('#place', 'devant');
    await screen().selectOption('#commune', '99101');
    await press('Envoyer le signalement');
    await screen().getByText('VC-2026-000123-W').waitFor();
    expect(sentBody()).toMatchObject({ category: 'sign', point: null, email: null, photos: [] });
    expect(await problems()).toEqual([]);
  });

  it('shows whom to telephone first, and what is already said nearby', async () => {
    await begin();
    await screen().getByLabel('Fuite d’eau, égout').check();
    await screen()
      .getByRole('link', { name: /Appelez le/ })
      .waitFor();
    await screen().fill('#place', '12 rue des li');
    await press(lilas.label);
    await screen().getByText('Est-ce déjà signalé').waitFor();
    expect(await screen().inputValue('#commune')).toBe('99101');
    await press('C’est bien cela : le suivre');
    expect(await problems()).toEqual([]);
    await press('Recevoir les nouvelles');
    await screen().getByText('nom@exemple.fr').first().waitFor();
    await screen().fill('#suivre-near', 'voisine@example.org');
    await press('Recevoir les nouvelles');
    await screen().getByText('3 personnes suivent').waitFor();
    await press('Non, c’est autre chose');
    expect(await words()).not.toContain('Est-ce déjà signalé');
  });

  it('places a point by the keyboard alone', async () => {
    await begin();
    await press('Préciser sur la carte');
    await screen().waitForSelector('.leaflet-container path.ground-street');
    expect(await problems()).toEqual([]);
    await screen().locator('.map-ground').focus();
    await screen().keyboard.press('ArrowRight');
    await screen().getByRole('button', { name: 'Placer le point au centre' }).focus();
    await screen().keyboard.press('Enter');
    await screen().waitForSelector('path.pin.placed');
    expect(await screen().inputValue('#place')).toBe('Au point placé sur la carte');
  });

  it('takes the words as they are when no address can be looked for', async () => {
    site.space.answer(api.findAddress, { available: false, addresses: [] });
    await begin();
    await screen().fill('#place', 'entre l’école et le pont');
    await screen().getByText('votre texte suffit').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('keeps the report with its photo while there is no network, and sends it once', async () => {
    await begin();
    await screen().setInputFiles('#photo', { name: 'trou.png', mimeType: 'image/png', buffer: pixel });
    await screen().getByAltText('Photo 1 que vous avez ajoutée').waitFor();
    await screen().getByLabel('Dépôt sauvage, saleté').check();
    await screen().fill('#place', 'devant');
    await screen().selectOption('#commune', '99101');
    expect(await problems()).toEqual([]);
    await screen().context().setOffline(true);
    await press('Envoyer le signalement');
    await screen().getByText('partira avec le réseau').waitFor();
    expect(await problems()).toEqual([]);
    await screen().context().setOffline(false);
    await screen().getByText('VC-2026-000123-W').waitFor({ timeout: 15_000 });
    expect(sentBody()?.photos).toHaveLength(1);
  });
});

describe('what is reported', { timeout: 30_000 }, () => {
  const open = async () => {
    await visitor.arrive('/signaler/carte');
    await screen().waitForSelector('.report-card');
  };
  it('is a list that says everything, beside a map that only helps', async () => {
    await open();
    await screen().waitForSelector('path.pin.reported');
    expect(await problems()).toEqual([]);
    expect(await screen().locator('.report-card').count()).toBe(3);
    await press('Signalements plus anciens');
    await expect.poll(() => screen().locator('.report-card').count()).toBe(6);
    await press('Masquer la carte');
    expect(await screen().locator('.map-ground').count()).toBe(0);
  });

  it('shows on the map all that is where one looks, beyond the page of the list', {
    tags: 'more',
  }, async () => {
    const lies = (at: number) => ({ latitude: point.latitude + at / 2_000, longitude: point.longitude });
    const here = cellOf(point, mapZoom);
    site.space.answer(api.listReports, ({ query }) => {
      if (!query.get('cell')) return { reports: [report('one')], next: 'more', now };
      const [from, reports] = query.get('after') ? [4, 3] : [1, 3];
      const some = Array.from({ length: reports }, (_, at) =>
        report(`in-${from + at}`, { point: lies(from + at) }),
      );
      if (query.get('cell') !== here) return { reports: [], next: null, now };
      return { reports: some, next: query.get('after') ? null : 'more', now };
    });
    await open();
    await expect.poll(() => screen().locator('path.pin.reported').count()).toBe(7);
    expect(await screen().getByText('tous les signalements de la zone affichée').count()).toBe(1);
    for (let step = 0; step < 6; step += 1)
      await screen().getByRole('button', { name: 'Réduire la carte' }).click();
    await screen().getByText('Approchez la carte').waitFor();
    await expect.poll(() => screen().locator('path.pin.reported').count()).toBe(1);
  });

  it('says so when there is nothing, and when it cannot be read', async () => {
    site.space.answer(api.listReports, { reports: [], next: null, now });
    await visitor.arrive('/signaler/carte');
    await screen().getByText('Aucun signalement ne correspond').waitFor();
    expect(await problems()).toEqual([]);
    site.space.answer(api.listReports, () => new Problem('too-many-requests', 429));
    await press('Filtrer');
    await screen().getByRole('button', { name: 'Réessayer' }).waitFor();
    expect(await problems()).toEqual([]);
  });
});

/** The smallest PNG. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
