import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Sites of our own that serve axe themselves, at `axePath`: the browser then keeps it read. */
const serving = new Set<string>();
const axePath = '/_axe.js';
/** What a site answers at this path, when it is axe. */
export const axeFile = (path: string): Buffer | undefined =>
  path === axePath ? Buffer.from(source) : undefined;
export const servesAxe = (origin: string): void => void serving.add(origin);

/** Reading axe costs nearly as much as running it. Its element does not stay: nothing of ours is in the page that is looked at. */
async function readAxe(page: Page): Promise<void> {
  if (!serving.has(new URL(page.url()).origin)) return void (await page.evaluate(source));
  await page.evaluate(
    (src) =>
      new Promise<void>((resolve, reject) => {
        const script = document.createElement('script');
        Object.assign(script, { src, onload: () => resolve(), onerror: () => reject(new Error('no axe')) });
        document.head.append(script);
        script.remove();
      }),
    axePath,
  );
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

type Violation = { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] };

type Axe = { run(options: unknown): Promise<{ violations: Violation[] }> };

/** Every WCAG 2.2 AA and best-practice rule of axe; one line for each element at fault. Evaluated, not injected, so that the page's policy holds. */
export async function axeProblems(page: Page): Promise<string[]> {
  // Once for each document.
  if (!(await page.evaluate(() => 'axe' in window))) await readAxe(page);
  const violations = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: Axe }).axe
        .run({
          runOnly,
          resultTypes: ['violations'],
          reporter: 'no-passes',
          // Sheets and media are loaded a second time for rules about sound and moving pictures only.
          preload: document.querySelector('audio, video') !== null,
        })
        .then((result) => result.violations),
    tags,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} – ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
