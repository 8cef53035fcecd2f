/**
 * `npm test`: everything the README promises, in one command. Static checks, then the unit and conformance tests, then the
 * end-to-end tests in two lanes: those that share one running product, and beside them those with a product of their own, power cuts
 * included, then those of bad will on a second one. Ends with `N passed, N failed` and exits 1 on a failure.
 * `npm run test:kill` runs what takes minutes: 50 kills, 500 pages through three, a night of learning on the running product.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startProduct } from './support/product.ts';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const scratch = mkdtempSync(join(tmpdir(), 'parvis-test-'));
const total = { passed: 0, failed: 0 };

const run = (command: string, args: string[], env: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(join(bin, command), args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, ...env },
    });
    child.on('close', (code) => resolve(code ?? 1));
  });

const check = async (name: string, command: string, ...args: string[]) => {
  const code = await run(command, args);
  total[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
};

const vitest = async (name: string, args: string[], env: Record<string, string> = {}) => {
  const file = join(scratch, `${name}.json`);
  const code = await run(
    'vitest',
    ['run', ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    env,
  );
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests;
    // A file that does not even load has no test to fail.
    if (code !== 0 && report.numFailedTests === 0) total.failed += Math.max(1, report.numFailedTestSuites);
  } catch {
    total.failed += 1;
  }
};

const started = Date.now();
const kills = process.argv[2] === 'kill' ? '50' : '5';
/** A product of their own each: they move its calendar by years, or cut its power. */
const apart = ['instruction-dates', 'instruction-documents', 'delivery', 'kill'];
/** Share a second product, so that both processors are at work to the end. */
const second = ['waves', 'hostile-files', 'hostile-http', 'hostile-mail', 'hostile-part-b', 'hostile-rights'];
const inTurn = ['--dir', 'test/e2e', '--no-file-parallelism', '--testTimeout=90000', '--hookTimeout=90000'];
/** A first start of the product, which the others begin from. */
const sow = async () => {
  const dataDir = join(scratch, 'seed');
  const product = await startProduct({ dataDir }).catch((error: Error) => console.error(error.message));
  if (!product) return;
  while ((await fetch(`${product.url}/local/idle`)).status !== 200) await setTimeout(50);
  await product.stop();
  process.env.PARVIS_SEED = dataDir;
};
const sharing = async (name: string, args: string[]) => {
  const product = await startProduct({ dataDir: join(scratch, name) }).catch((error: Error) => {
    console.error(error.message);
    total.failed += 1;
  });
  // The other lane goes on, and stops what it started.
  if (!product) return;
  try {
    const { url, dataDir, smtpPort } = product;
    const env = { PARVIS_URL: url, PARVIS_DATA: dataDir, PARVIS_SMTP: String(smtpPort) };
    await vitest(name, [...inTurn, ...args], env);
  } finally {
    await product.stop();
  }
};
if (process.argv[2] !== 'kill') {
  // Three workers keep two processors busy: each waits for a browser or a database half of its time.
  const units = vitest('unit', [
    '--config',
    'test/vitest.config.ts',
    '--dir',
    'test',
    '--exclude',
    '**/e2e/**',
    '--maxWorkers=3',
    '--testTimeout=30000',
    '--hookTimeout=60000',
  ]);
  await check('format and lint', 'biome', 'check', '.');
  await check('types', 'tsc');
  await check('no dead code', 'knip');
  await units;
  await sow();
  /** Takes minutes: `npm run test:kill`. */
  const long = ['five-hundred', 'learning'];
  const elsewhere = [...apart, ...second, ...long].flatMap((name) => ['--exclude', `**/${name}.test.ts`]);
  const alone = vitest('apart', [...inTurn, ...apart], { KILLS: kills });
  await Promise.all([sharing('e2e', elsewhere), alone.then(() => sharing('second', second))]);
} else await vitest('kill', [...inTurn, 'kill', 'five-hundred', 'learning'], { KILLS: kills });
rmSync(scratch, { recursive: true, force: true });
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
