/**
 * `npm run bench:web`: ten key pages of the portal as a cheap phone meets them, on a running product of its own. Prints a
 * table, keeps it in WEB.md, and exits 1 when a gate of the design is passed over. `RUNS=1 PAGES=Suivi` looks at one quickly.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { generalRequest } from '../support/citizens.ts';
import { outer } from '../support/outer.ts';
import { startProduct } from '../support/product.ts';
import { measure, phone } from './web/measure.ts';
import { keyPages } from './web/pages.ts';
import { type Line, pageOf, passedOver, rowOf } from './web/report.ts';

const runs = Number(process.env.RUNS ?? 5);
const only = process.env.PAGES;
const scratch = mkdtempSync(join(tmpdir(), 'parvis-bench-web-'));
const { PARVIS_URL: url, PARVIS_DATA: dataDir } = process.env;
/** One of its own, unless one that runs is named. */
const product =
  url && dataDir
    ? { url, dataDir, stop: async () => undefined }
    : await startProduct({ dataDir: join(scratch, 'data') });
const world = outer(product.url, product.dataDir);
const browser = await openBrowser({ asPeopleHaveIt: true });
const lines: Line[] = [];
const loads = [loadavg()[0] ?? 0];

/** Somebody with an account and a request in it: pages with data have some. */
const { citizens } = (await world.json('/local/people')).body as { citizens: { login: string }[] };
const signedIn = async (context: BrowserContext) => {
  const sent = await fetch(`${product.url}/local/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: citizens[0]?.login }),
  });
  const cookies = sent.headers.getSetCookie().map((one) => {
    const [pair = ''] = one.split(';');
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: product.url.replace('http:', 'https:') };
  });
  await context.addCookies(cookies);
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
};

try {
  const account = await browser.person(phone);
  const cookie = await signedIn(account);
  const { body } = await world.post(
    '/api/public/forms',
    {
      ...{ procedure: 'demande-generale', revision: 1, uploads: [] },
      answers: generalRequest('Un banc cassé', 'Le banc de la place du marché est cassé depuis lundi.'),
    },
    { cookie, 'idempotency-key': crypto.randomUUID() },
  );
  if (!body.reference) throw new Error(`no request could be made: ${JSON.stringify(body)}`);
  await world.quiet(180_000);
  const pages = keyPages(body.reference).filter(({ name }) => !only || name.includes(only));
  for (const page of pages) {
    const line: Line = { page, runs: [] };
    // The first is not counted: a function that nobody called since the start has to be loaded.
    for (let run = 0; run <= runs; run += 1) {
      const context = await browser.person({ ...phone, serviceWorkers: 'block' });
      // A session of its own: the one before may have ended while the others were measured.
      if (page.path.startsWith('/mon-espace')) await signedIn(context);
      const figures = await measure(context, `${product.url}${page.path}`, page.shown);
      if (run > 0 || runs === 0) line.runs.push(figures);
      await context.close();
    }
    loads.push(loadavg()[0] ?? 0);
    console.log(JSON.stringify(rowOf(line)));
    lines.push(line);
  }
} finally {
  await browser.close();
  await product.stop();
  rmSync(scratch, { recursive: true, force: true });
}

const cores = availableParallelism();
const load = Math.max(...loads);
const said = lines.flatMap((line) => passedOver(line, load > cores));
console.log(`Load average at most ${load.toFixed(1)} on ${cores} cores, browser and product included`);
console.table(lines.map(rowOf));
const day = new Date().toISOString().slice(0, 10);
if (!only) writeFileSync(join(import.meta.dirname, 'WEB.md'), pageOf(lines, said, { load, cores, day }));
for (const sentence of said) console.error(sentence);
process.exit(said.length === 0 ? 0 : 1);
