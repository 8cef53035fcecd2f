// @module-tag more
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as api from '../../../functions/reports/public-api.ts';
import { loadCollectivity } from '../../../infra/collectivity/load.ts';
import { pieces } from '../../../web/portal/pieces.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { openSpace } from '../../support/fake-citizen-api.ts';
import { openVisitor, type Visitor } from '../../support/visitor.ts';

let site: Awaited<ReturnType<typeof openSpace>>;
let browser: TestBrowser;
let visitor: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSpace(), openBrowser()]);
  visitor = await openVisitor(browser, site.origin);
  visitor.page.setDefaultTimeout(8_000);
  // A voice that says nothing, and keeps what it was given to say.
  await visitor.page.addInitScript(() => {
    const said: { text: string; lang: string }[] = [];
    let ends: (() => void) | null = null;
    class Utterance {
      text: string;
      lang = '';
      onend: (() => void) | null = null;
      constructor(text: string) {
        this.text = text;
      }
    }
    const voice = {
      said,
      speak: (one: Utterance) => {
        said.push({ text: one.text, lang: one.lang });
        ends = one.onend ?? ends;
      },
      cancel: () => said.splice(0),
      end: () => ends?.(),
    };
    Object.defineProperty(window, 'speechSynthesis', { value: voice });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => {
  site.space.reset();
  site.space.me = null;
});
const screen = () => visitor.page;
type Voice = { said: { text: string; lang: string }[]; end(): void };
const said = () => screen().evaluate(() => (speechSynthesis as unknown as Voice).said);

describe('a page that is read aloud', () => {
  it('is said whole and in order, in its language, and the button stops it', async () => {
    await visitor.arrive('/contact');
    const button = screen().locator('#listen');
    await button.waitFor({ state: 'visible' });
    await button.click();
    expect(await button.textContent()).toBe('Arrêter la lecture');
    const all = await said();
    expect(all[0]).toEqual({ text: 'Nous contacter', lang: 'fr-FR' });
    expect(all.every(({ text }) => text.length <= 240)).toBe(true);
    const words = all.map(({ text }) => text).join(' ');
    for (const word of ['01 99 00 20 00', 'État civil', 'Urbanisme']) expect(words).toContain(word);
    // Neither the menu nor the foot is what the page is about.
    expect(words).not.toContain('Mentions légales');
    expect(await axeProblems(screen())).toEqual([]);
    await button.click();
    expect(await said()).toEqual([]);
    expect(await button.getAttribute('aria-pressed')).toBe('false');
  });

  it('gives the button back when the voice has come to the end', async () => {
    await visitor.arrive('/facile/contact');
    const button = screen().locator('#listen');
    await button.waitFor({ state: 'visible' });
    const before = await button.textContent();
    await button.click();
    await screen().evaluate(() => (speechSynthesis as unknown as Voice).end());
    expect(await button.textContent()).toBe(before);
    await visitor.arrive('/en/contact');
    await button.waitFor({ state: 'visible' });
    await button.click();
    expect((await said())[0]?.lang).toBe('en-GB');
  });

  it('loses no word of a long sentence', () => {
    const long = `${'mot '.repeat(200)}fin. Puis ceci ; et cela`;
    expect(pieces(long).join(' ').split(' ')).toEqual(long.split(' '));
  });
});

describe('whoever wants less data', () => {
  it('gets pictures and the map when they ask for them', async () => {
    const { reports: told } = loadCollectivity('val-clair');
    if (!told) throw new Error('Val-Clair takes reports');
    const now = '2026-11-22T10:12:00.000Z';
    site.space.answer(api.readSetting, {
      ...{ centre: told.centre, zoom: told.zoom, tiles: null, ground: told.ground, commitmentDays: 8, now },
      categories: told.categories.map(({ code, label, icon, needsPhoto, danger }) => ({
        ...{ code, label, icon, needsPhoto, danger },
      })),
    });
    const report = { id: 'one', category: 'water', commune: '99101', point: told.centre, state: 'reported' };
    site.space.answer(api.listReports, {
      reports: [{ ...report, at: now, followers: 2, photos: ['/theme/logo.svg'] }],
      ...{ next: null, now },
    });
    await visitor.arrive('/contact');
    await screen().locator('#light').click();
    await screen().goto(`${site.origin}/signaler/carte`);
    await screen().waitForSelector('.report-card');
    expect(await screen().locator('.report-card img, .map-ground').count()).toBe(0);
    expect(await axeProblems(screen())).toEqual([]);
    await screen()
      .getByRole('button', { name: /^Afficher l’illustration/ })
      .click();
    expect(await screen().locator('.report-card img').count()).toBe(1);
    await screen().getByRole('button', { name: 'Afficher la carte' }).click();
    await screen().waitForSelector('path.pin.reported');
  });
});
