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

type Stop = { number: number; drawn: boolean; shown: boolean; name: string } | null;
type Walk = { stops: Stop[]; end(): void };
const together = 10;

/** The page itself notes each stop when the key comes up: asking it from outside after every key costs as much as the key. */
async function focusProblems(page: Page, tabs: number): Promise<string[]> {
  await page.evaluate(noteStops);
  const walked = () => page.evaluate(() => (window as unknown as { walk: Walk }).walk.stops);
  let stops: Stop[] = [];
  let last = -1;
  for (let step = 0; step < tabs && last === -1; step++) {
    await page.keyboard.press('Tab');
    if ((step + 1) % together !== 0 && step + 1 < tabs) continue;
    stops = await walked();
    // Past the last stop the keyboard leaves the page or begins again.
    last = stops.findIndex((stop, at) => !stop || stops.findIndex((one) => one?.number === stop.number) < at);
  }
  await page.evaluate(() => (window as unknown as { walk: Walk }).walk.end());
  return (last === -1 ? stops : stops.slice(0, last)).flatMap((stop) => [
    ...(stop?.drawn ? [] : [`focus is not visible: ${stop?.name}`]),
    ...(stop?.shown ? [] : [`focus is outside the window: ${stop?.name}`]),
  ]);
}

/** Runs inside the page. */
function noteStops(): void {
  const blur = () => (document.activeElement as HTMLElement | null)?.blur();
  const look = (): Stop => {
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
  };
  const stops: Stop[] = [];
  const note = ({ key }: KeyboardEvent) => void (key === 'Tab' && stops.push(look()));
  const end = () => {
    removeEventListener('keyup', note, true);
    blur();
  };
  blur();
  addEventListener('keyup', note, true);
  Object.assign(window, { walk: { stops, end } });
}

/** Runs inside the page. */
function badlyLaid(when: string): string[] {
  const width = document.documentElement.clientWidth;
  const sketch = (element: Element) => `${element.tagName.toLowerCase()}.${String(element.className)}`;
  const wide =
    document.documentElement.scrollWidth > width + 1
      ? [...document.querySelectorAll('body *')].filter(
          (element) => element.getBoundingClientRect().right > width + 1,
        )
      : [];
  const words = 'a, button, p, li, h1, h2, h3, label, legend, dd, dt, span, summary';
  const cut = [...document.querySelectorAll<HTMLElement>(words)].filter((element) => {
    const style = getComputedStyle(element);
    const hides = style.overflowX === 'hidden' || style.overflowY === 'hidden';
    if (!hides || element.clientWidth <= 1 || element.clientHeight <= 1) return false;
    return element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2;
  });
  return [
    ...wide.slice(0, 3).map((element) => `${when}: wider than the window: ${sketch(element)}`),
    ...cut.slice(0, 3).map((element) => `${when}: text is cut: ${sketch(element)}`),
  ];
}

async function stretchProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  const before = page.viewportSize();
  const look = async (when: string) => problems.push(...(await page.evaluate(badlyLaid, when)));
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
