import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

type Violation = { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] };

type Axe = { run(options: unknown): Promise<{ violations: Violation[] }> };

/** Every WCAG 2.2 AA and best-practice rule of axe; one line for each element at fault. Evaluated, not injected, so that the page's policy holds. */
export async function axeProblems(page: Page): Promise<string[]> {
  // Reading axe costs nearly as much as running it: once for each document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
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
