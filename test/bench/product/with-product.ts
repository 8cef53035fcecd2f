import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outer, outer } from '../../support/outer.ts';
import { startProduct } from '../../support/product.ts';

/** A product of its own for one part of the bench, with the demonstration in it, and gone afterwards. */
export async function withProduct<T>(work: (product: Outer) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'parvis-bench-'));
  const { url, smtpPort, stop } = await startProduct({ dataDir });
  process.env.PARVIS_SMTP = String(smtpPort);
  try {
    const product = outer(url, dataDir);
    await product.quiet(120_000);
    return await work(product);
  } finally {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
