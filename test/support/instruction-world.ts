import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Outer, outer, type Records } from './outer.ts';
import { type Product, startProduct } from './product.ts';

/**
 * A product of one's own, since the calendar moves by years; mails go to it too. `PARVIS_OWN_URL`, `PARVIS_OWN_DATA` and
 * `PARVIS_SMTP` name one that runs already, for who writes tests.
 */
export const ownProduct = (): { world: Outer } => {
  const held = {} as { world: Outer };
  const { PARVIS_OWN_URL, PARVIS_OWN_DATA } = process.env;
  let product: Product | undefined;
  let dataDir: string | undefined;
  beforeAll(async () => {
    if (PARVIS_OWN_URL && PARVIS_OWN_DATA) {
      held.world = outer(PARVIS_OWN_URL, PARVIS_OWN_DATA);
      return;
    }
    dataDir = mkdtempSync(join(tmpdir(), 'parvis-instruction-'));
    product = await startProduct({ dataDir });
    process.env.PARVIS_SMTP = String(product.smtpPort);
    held.world = outer(product.url, dataDir);
    await held.world.quiet(120_000);
  }, 240_000);
  afterAll(async () => {
    await product?.stop();
    if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);
  return held;
};

export type Kept = Records['requests'][number];
export const requestOf = async (world: Outer, reference: string): Promise<Kept> => {
  const found = (await world.records({ reference })).requests[0];
  if (!found) throw new Error(`no request ${reference}`);
  return found;
};
export const typesOf = ({ journal }: Kept): string[] => journal.map(({ type }) => type);
export const countOf = (request: Kept, type: string): number =>
  typesOf(request).filter((one) => one === type).length;
export const silenceOf = ({ deadlines }: Kept) => {
  const found = deadlines.find(({ kind }) => kind === 'silence');
  return { due: found?.due ?? null, state: found?.state };
};

/** Moves the calendar and waits until everything that fell due is done. */
export const goTo = async (world: Outer, now: string): Promise<void> => {
  await world.clock({ now });
  await world.quiet(240_000);
};
/** Everything sent about a request, oldest first. */
export const sentOn = async (world: Outer, reference: string) =>
  (await world.outbox()).filter(({ requestReference }) => requestReference === reference);
