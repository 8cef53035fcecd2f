// @module-tag more
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AgentsSite, openAgents } from '../../support/agents-site.ts';
import { openBrowser, screens, type TestBrowser } from '../../support/browser.ts';
import { openVisitor, type Visitor } from '../../support/visitor.ts';

vi.setConfig({ testTimeout: 30_000 });
let site: AgentsSite;
let chromium: TestBrowser;
let desk: Visitor;
let phone: Visitor;
beforeAll(async () => {
  site = await openAgents();
  chromium = await openBrowser();
  desk = await openVisitor(chromium, site.origin);
  phone = await openVisitor(chromium, site.origin, { viewport: screens.phone, hasTouch: true });
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const { page } of [desk, phone]) page.setDefaultTimeout(10_000);
}, 60_000);
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});

async function open({ page, arrive }: Visitor, contact: number): Promise<Page> {
  await arrive(`/agents/qualification/contact-${contact}`, { fake: 'normal', as: 'everything' });
  await page.locator('[data-word="0"]').waitFor();
  return page;
}
/** Where a word begins or ends on the screen, however its page is turned. */
async function edgeOf(page: Page, word: number, end: boolean) {
  const drawn = page.locator(`[data-word="${word}"]`);
  await drawn.scrollIntoViewIfNeeded();
  return drawn.evaluate((element, end) => {
    const tspan = element as SVGTSpanElement;
    const from = tspan.getStartPositionOfChar(0);
    const to = tspan.getEndPositionOfChar(tspan.getNumberOfChars() - 1);
    const high = Number(tspan.getAttribute('font-size'));
    const x = end ? to.x - 1 : from.x + 1;
    const { x: left, y: top } = new DOMPoint(x, from.y - high * 0.3).matrixTransform(
      tspan.getScreenCTM() as DOMMatrix,
    );
    return { x: left, y: top };
  }, end);
}
async function drag(page: Page, first: number, last: number) {
  await edgeOf(page, first, false);
  const to = await edgeOf(page, last, true);
  const from = await edgeOf(page, first, false);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}
const said = (page: Page) => page.locator('.passage-said').textContent();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('text is chosen on the picture of a letter', () => {
  it('by mouse, at any zoom and turn, and copied in reading order with its line breaks', async () => {
    const page = await open(desk, 2);
    const passage = '« Les Terrasses de la Haute-Valcléroise »\n128 boulevard';
    const check = async () => {
      await drag(page, 6, 14);
      await expect.poll(() => said(page)).toBe(`« ${passage} »`);
    };
    await check();
    await press(page, 'Agrandir');
    await press(page, 'Agrandir');
    await check();
    await press(page, 'Ajuster à la largeur');
    for (let turn = 1; turn <= 3; turn++) {
      await press(page, 'Tourner d’un quart');
      await check();
    }
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(passage);
    expect(desk.complaints).toEqual([]);
  });

  it('a word by two presses, its line by three', async () => {
    const page = await open(desk, 0);
    const at = await edgeOf(page, 26, false);
    await page.mouse.dblclick(at.x + 3, at.y);
    await expect.poll(() => said(page)).toBe('« lampadaire »');
    await page.mouse.click(at.x + 3, at.y, { clickCount: 3 });
    await expect
      .poll(() => said(page))
      .toBe('« Depuis trois semaines, le lampadaire situé devant le 14 rue des Tanneurs ne »');
  });

  it('by keyboard alone, and becomes a value of the form', async () => {
    const page = await open(desk, 0);
    const pane = page.getByRole('region', { name: 'Page 1 sur 1' });
    await pane.focus();
    await page.keyboard.press('Shift+End');
    await expect.poll(() => said(page)).toBe('« Odette Marchandeau »');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    await expect.poll(() => said(page)).toBe('« 14 rue des Tanneurs\n86990 Val-Clair-le-Bourg »');
    await page.keyboard.press('Tab');
    const button = page.getByRole('button', { name: 'Adresse postale : utiliser le passage choisi' });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Adresse postale', { exact: true }).inputValue()).toBe(
      '14 rue des Tanneurs\n86990 Val-Clair-le-Bourg',
    );
  });

  it('until the page is left', async () => {
    const page = await open(desk, 2);
    await drag(page, 6, 8);
    await expect.poll(() => said(page)).toBe('« « Les Terrasses »');
    await press(page, 'Page suivante');
    await page.locator('.passage-said').waitFor({ state: 'detached' });
  });

  it('by touch: a word, then up to another, then nothing', async () => {
    const page = await open(phone, 0);
    const tap = async (word: number) => {
      const { x, y } = await edgeOf(page, word, false);
      await page.touchscreen.tap(x, y);
    };
    await page.evaluate(() => scrollTo(0, 420));
    await tap(26);
    await expect.poll(() => said(page)).toBe('« lampadaire »');
    await tap(30);
    await expect.poll(() => said(page)).toBe('« lampadaire situé devant le 14 »');
    await tap(28);
    await page.locator('.passage-said').waitFor({ state: 'detached' });
    expect(phone.complaints).toEqual([]);
  });
});

describe('what matters stands out on the picture', () => {
  it('lays a mark over each word that decided, and under each that was read badly', async () => {
    const page = await open(desk, 0);
    const marked = await page.evaluate(() => {
      const over = (mark: Element) => {
        const box = mark.getBoundingClientRect();
        const words = [...document.querySelectorAll('[data-word]')];
        return words
          .filter((word) => {
            const { left, right, top, bottom } = word.getBoundingClientRect();
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            return x > box.left && x < box.right && y > box.top && y < box.bottom;
          })
          .map(({ textContent }) => textContent);
      };
      return [...document.querySelectorAll('.mark-decisive')].flatMap(over);
    });
    expect(new Set(marked)).toEqual(new Set(['Lampadaire', 'lampadaire', 'trottoir', 'éclairage', 'public']));
    await page.getByText('mots lus avec peu de certitude').waitFor();
    expect(await page.locator('.word-unsure').count()).toBeGreaterThan(3);
  });

  it('finds words in all pages and shows each hit', async () => {
    const page = await open(desk, 2);
    await press(page, 'Chercher dans le document');
    const field = page.getByLabel('Mots cherchés');
    await field.fill('PIECES');
    await page.getByText('1 sur 2, page 2').waitFor();
    await page.getByText('Page 2 sur 3').first().waitFor();
    await page.locator('.mark-current').waitFor({ state: 'attached' });
    await field.press('Enter');
    await page.getByText('2 sur 2, page 3').waitFor();
    await page.getByText('Écriture manuscrite : à lire par une personne.').waitFor();
    await field.press('Shift+Enter');
    await page.getByText('1 sur 2, page 2').waitFor();
    await field.fill('introuvable');
    await page.getByText('Aucun résultat').waitFor();
    await field.press('Escape');
    await field.waitFor({ state: 'detached' });
  });

  it('stays a picture with its text beside when the words cannot be had', async () => {
    await desk.page.route('**/_documents/words/**', (route) => route.abort());
    const { page } = desk;
    await desk.arrive('/agents/demandes/VC-2026-000123-W', { fake: 'normal', as: 'everything' });
    await page.locator('.page-image').waitFor();
    await press(page, 'Texte lu');
    await page.getByRole('textbox', { name: 'Texte lu de la page 1' }).getByText('Lampadaire').waitFor();
    expect(desk.complaints).toEqual([]);
    await page.unroute('**/_documents/words/**');
  });
});
