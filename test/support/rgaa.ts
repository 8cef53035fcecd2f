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
type Walk = { stops(): Stop[]; end(): void };
const together = 10;

/** The page itself notes each stop when the key goes down again: asking it from outside after every key costs as much as the key. */
async function focusProblems(page: Page, tabs: number): Promise<string[]> {
  await page.evaluate(noteStops);
  const walked = () => page.evaluate(() => (window as unknown as { walk: Walk }).walk.stops());
  let stops: Stop[] = [];
  let last = -1;
  for (let step = 0; step < tabs && last === -1; step += together) {
    // Held down, as people do to go through a page.
    const keys = Array.from({ length: Math.min(together, tabs - step) }, () => page.keyboard.down('Tab'));
    await Promise.all(keys);
    stops = await walked();
    // Past the last stop the keyboard leaves the page or begins again.
    last = stops.findIndex((stop, at) => !stop || stops.findIndex((one) => one?.number === stop.number) < at);
  }
  await page.keyboard.up('Tab');
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
  const left: Stop[] = [];
  let begun = false;
  const note = ({ key }: KeyboardEvent) => {
    if (key !== 'Tab') return;
    if (begun) left.push(look());
    begun = true;
  };
  const end = () => {
    removeEventListener('keydown', note, true);
    blur();
  };
  blur();
  addEventListener('keydown', note, true);
  Object.assign(window, { walk: { stops: () => [...left, look()], end } });
}

/** Runs inside the page, with sheets put over its own one after the other. */
function badlyLaid(looks: [when: string, css: string][]): string[] {
  const sketch = (element: Element) => `${element.tagName.toLowerCase()}.${String(element.className)}`;
  const words = 'a, button, p, li, h1, h2, h3, label, legend, dd, dt, span, summary';
  const found = (when: string) => {
    const width = document.documentElement.clientWidth;
    const wide =
      document.documentElement.scrollWidth > width + 1
        ? [...document.querySelectorAll('body *')].filter(
            (element) => element.getBoundingClientRect().right > width + 1,
          )
        : [];
    const cut = [...document.querySelectorAll<HTMLElement>(words)].filter((element) => {
      const { clientWidth, clientHeight } = element;
      if (clientWidth <= 1 || clientHeight <= 1) return false;
      if (element.scrollWidth <= clientWidth + 2 && element.scrollHeight <= clientHeight + 2) return false;
      const style = getComputedStyle(element);
      return style.overflowX === 'hidden' || style.overflowY === 'hidden';
    });
    return [
      ...wide.slice(0, 3).map((element) => `${when}: wider than the window: ${sketch(element)}`),
      ...cut.slice(0, 3).map((element) => `${when}: text is cut: ${sketch(element)}`),
    ];
  };
  try {
    return looks.flatMap(([when, css]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      return found(when);
    });
  } finally {
    document.adoptedStyleSheets = [];
  }
}

const larger: [when: string, css: string][] = [
  ['text at 200 %', 'html { font-size: 200% }'],
  [
    'wide text spacing',
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  ],
];

async function stretchProblems(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const problems = await page.evaluate(badlyLaid, larger);
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow: [when: string, css: string][] = [['at 320 px', '']];
  problems.push(...(await page.evaluate(badlyLaid, narrow)));
  await page.setViewportSize(before ?? { width: 1280, height: 900 });
  return problems;
}
