import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Product, startProduct } from '../support/product.ts';
import type { Told } from './report.ts';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules/.bin');
const report = fileURLToPath(import.meta.resolve('./report.ts'));
let runs = 0;

/** Runs files of cases one after the other in one process; what it ran without a report is told as failed. */
const vitest = (scratch: string, files: string[], env: Record<string, string>): Promise<Told[]> => {
  const HOLD_REPORT = join(scratch, `hold-${++runs}.json`);
  const args = ['run', '--dir', 'test/hold', '--no-file-parallelism', '--hookTimeout=180000', ...files];
  return new Promise((resolve) => {
    const child = spawn(join(bin, 'vitest'), [...args, '--reporter=dot', `--reporter=${report}`], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, ...env, HOLD_REPORT },
    });
    child.on('close', () => {
      if (!existsSync(HOLD_REPORT))
        return resolve(
          files.map((file) => ({ name: file, file, holds: false, seconds: 0, why: ['it never ended'] })),
        );
      const { told, homeless } = JSON.parse(readFileSync(HOLD_REPORT, 'utf8')) as {
        told: Told[];
        homeless: string[];
      };
      for (const why of homeless) told.push({ name: why, file: '', holds: false, seconds: 0, why: [why] });
      resolve(told);
    });
  });
};

/** Files that share one running product. */
export const lane = async (
  scratch: string,
  name: string,
  files: string[],
  env: Record<string, string> = {},
): Promise<Told[]> => {
  if (files.length === 0) return [];
  let product: Product | undefined;
  try {
    product = await startProduct({ dataDir: join(scratch, name) });
    const { url, dataDir, smtpPort } = product;
    return await vitest(scratch, files, {
      ...{ PARVIS_URL: url, PARVIS_DATA: dataDir, PARVIS_SMTP: String(smtpPort) },
      ...env,
    });
  } catch (error) {
    const why = [(error as Error).message];
    return files.map((file) => ({ name: file, file, holds: false, seconds: 0, why }));
  } finally {
    await product?.stop();
  }
};

/** Files whose cases each start what they need. */
export const alone = (scratch: string, files: string[], env: Record<string, string> = {}): Promise<Told[]> =>
  files.length === 0 ? Promise.resolve([]) : vitest(scratch, files, env);
