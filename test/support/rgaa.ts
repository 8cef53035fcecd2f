import type { Page } from 'playwright-core';
import { staticProblems } from './rgaa-static.ts';

export type Contract = {
  /** Steps of Tab to follow; 0 leaves the keyboard alone. */
  tabs?: number;
  /** Leave out what changes the size of the window. */
  resize?: boolean;
};

/**
 * What we promise beyond axe, checked on the page as it stands (RGAA 4.1.2 and WCAG 2.2): structure and names, focus
 * at every stop of Tab, 320 pixels, text at 200 %, wide spacing. Each problem is one line; none is the contract kept.
 */
export async function rgaaProblems(
  page: Page,
  { tabs = 40, resize = true }: Contract = {},
): Promise<string[]> {
  const problems = await page.evaluate(staticProblems);
  if (tabs > 0) problems.push(...(await focusProblems(page, tabs)));
  if (resize) problems.push(...(await stretchProblems(page)));
  return problems;
}

async function focusProblems(page: Page, tabs: number): Promise<string[]> {
  const problems: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const seen = new Set<string>();
  for (let step = 0; step < tabs; step++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return null;
      const number = [...document.querySelectorAll('*')].indexOf(element);
      // The mark may be drawn by the control itself, by its label or by the card that holds it.
      const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null;
      const drawn = [element, label, element.parentElement, element.closest('li')].some((each) => {
        if (!each) return false;
        const style = getComputedStyle(each);
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
      });
      const box = element.getBoundingClientRect();
      const shown = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const name = `${element.tagName.toLowerCase()} "${(element.textContent || element.id).trim().slice(0, 40)}"`;
      return { number, drawn, shown, name };
    });
    if (!stop || seen.has(String(stop.number))) break;
    seen.add(String(stop.number));
    if (!stop.drawn) problems.push(`focus is not visible: ${stop.name}`);
    if (!stop.shown) problems.push(`focus is outside the window: ${stop.name}`);
  }
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return problems;
}

const overflow = () => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width + 1) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .slice(0, 3)
    .map((element) => `${element.tagName.toLowerCase()}.${String(element.className)}`);
};
const cut = () =>
  [
    ...document.querySelectorAll<HTMLElement>(
      'a, button, p, li, h1, h2, h3, label, legend, dd, dt, span, summary',
    ),
  ]
    .filter((element) => {
      const style = getComputedStyle(element);
      const hides = style.overflowX === 'hidden' || style.overflowY === 'hidden';
      const small = element.clientWidth <= 1 || element.clientHeight <= 1;
      return (
        hides &&
        !small &&
        (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2)
      );
    })
    .slice(0, 3)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);

async function stretchProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  const before = page.viewportSize();
  const look = async (when: string) => {
    for (const found of await page.evaluate(overflow))
      problems.push(`${when}: wider than the window: ${found}`);
    for (const found of await page.evaluate(cut)) problems.push(`${when}: text is cut: ${found}`);
  };
  await page.setViewportSize({ width: 320, height: 640 });
  await look('at 320 px');
  await page.setViewportSize(before ?? { width: 1280, height: 900 });
  const adopt = (css: string) =>
    page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = text ? [sheet] : [];
    }, css);
  await adopt('html { font-size: 200% }');
  await look('text at 200 %');
  await adopt(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  );
  await look('wide text spacing');
  await adopt('');
  return problems;
}
