import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lightBatch } from '../support/light-batch.ts';
import { outer, until } from '../support/outer.ts';
import { freePort, type Product, startProduct } from '../support/product.ts';
import { randomOf } from '../support/random.ts';

const pages = Number(process.env.PAPER_PAGES ?? 500);
const kills = Number(process.env.PAPER_KILLS ?? 3);
const seed = Number(process.env.SEED ?? 20_261_122);
/** A sheet before every nineteen pages. */
const each = 20;
const dataDir = mkdtempSync(join(tmpdir(), 'parvis-paper-'));
let product: Product | undefined;
afterAll(async () => {
  await product?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

type Page = { fileId: string; page: number; state: string; contactId: string | null };

it(`accounts for ${pages} pages dropped at once through ${kills} power cuts, and files none twice`, {
  timeout: 3_600_000,
}, async () => {
  const random = randomOf(seed);
  const [port, smtpPort] = [await freePort(), await freePort()];
  product = await startProduct({ dataDir, port, smtpPort });
  const world = outer(product.url, dataDir);
  await world.quiet(120_000);
  const before = (await world.contacts()).length;
  await world.drop('pile.pdf', await lightBatch(pages, each));
  const mine = async () => (await world.batches()).filter(({ file }) => file === 'pile.pdf');
  await until('the pile to be taken', async () => ((await mine())[0]?.pages ?? 0) > 0, 120_000);
  const began = Date.now();
  for (let cut = 0; cut < kills; cut++) {
    await new Promise((resolve) => setTimeout(resolve, 5_000 + random.next() * 40_000));
    await product.kill();
    product = await startProduct({ dataDir, port, smtpPort });
  }
  await until('the pile to be read', async () => (await mine())[0]?.state === 'done', 3_000_000);
  await world.quiet(600_000);
  const [batch, ...others] = await mine();
  expect(others).toEqual([]);
  expect(batch).toMatchObject({ pages, rejected: 0 });
  const account = (batch?.filed ?? 0) + (batch?.separators ?? 0) + (batch?.blanks ?? 0);
  expect(account).toBe(pages);
  expect(batch?.separators).toBe(Math.ceil(pages / each));

  const clerk = await world.signIn('hugo.lasserre');
  const list: Page[] = (await clerk.get(`/api/agent/batches/${batch?.id}`)).body.pagesList;
  expect(list.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
  const filed = list.filter(({ state }) => state === 'filed');
  expect(filed).toHaveLength(batch?.filed ?? 0);
  const contacts = (await world.contacts()).filter((contact) => contact.batch === batch?.id);
  // One document between two sheets, and each page in the one it belongs to.
  expect(contacts).toHaveLength(Math.ceil(pages / each));
  expect(new Set(contacts.map(({ id }) => id))).toEqual(new Set(filed.map(({ contactId }) => contactId)));
  expect(contacts.reduce((sum, contact) => sum + (contact.pages ?? 0), 0)).toBe(filed.length);
  expect(await world.contacts()).toHaveLength(before + contacts.length);
  console.log(`${pages} pages, ${kills} power cuts: ${Math.round((Date.now() - began) / 1_000)} s`);
});
