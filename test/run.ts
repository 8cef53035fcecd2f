/**
 * `npm test`: static checks, then the unit and conformance tests, then the end-to-end tests in lanes: those that share a running
 * product, the short cases of bad will among them (`npm run test:hold` runs all), and beside them those with a product of their own, the
 * power cuts first. Files that failed are run once more, each alone: what passes then counts as passed and is named. Names what
 * took longest, ends with `N passed, N failed` and exits 1 on a failure. `npm test -- e2e` leaves out what comes before the
 * end-to-end tests.
 * `npm run test:more` runs what `npm test` leaves out so as to stay under ten minutes on two slow processors: tests and files tagged
 * `more` (lesser turns of a page, the states of the pages of the back-office), `test/e2e/more/` and every second of the short cases.
 * What lands has passed both. `npm run test:whole` adds `test/e2e/long/`: years on the calendar, hours of calls, whole waves.
 * `npm run test:kill` runs what takes minutes for one promise: 50 kills, 500 pages through three, a night of learning on the running
 * product, fifty letters signed in one gesture.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startProduct } from './support/product.ts';
import type { FileReport, RunReport } from './support/report.ts';

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

type Again = { file: string; alone(): Promise<void> };
/** Files that failed, each with how to run it once more. */
const doubtful: (FileReport & Again)[] = [];
const ran: FileReport[] = [];
let runs = 0;
const report = fileURLToPath(import.meta.resolve('./support/report.ts'));

/** Runs test files; `alone`: how one that fails is run once more, without it a failure is final. */
const vitest = async (
  args: string[],
  env: Record<string, string> = {},
  alone?: (file: string) => Promise<FileReport[]>,
): Promise<FileReport[]> => {
  const PARVIS_REPORT = join(scratch, `report-${++runs}.json`);
  const code = await run('vitest', ['run', ...args, '--reporter=dot', `--reporter=${report}`], {
    ...env,
    PARVIS_REPORT,
  });
  if (!existsSync(PARVIS_REPORT)) {
    console.error('the tests ended without a report');
    total.failed += 1;
    return [];
  }
  const { files, homeless } = JSON.parse(readFileSync(PARVIS_REPORT, 'utf8')) as RunReport;
  ran.push(...files);
  for (const one of files) {
    total.passed += one.passed;
    total.failed += one.failed;
    if (alone && !one.holds) doubtful.push({ ...one, alone: () => onceMore(one, alone) });
  }
  // What no file owns up to is explained by one that did not hold, and only by that.
  if (code !== 0 && files.every(({ holds }) => holds)) total.failed += Math.max(1, homeless.length);
  return files;
};

/** The second run counts instead of the first. */
const onceMore = async (first: FileReport, alone: (file: string) => Promise<FileReport[]>) => {
  total.passed -= first.passed;
  total.failed -= first.failed;
  const [second] = await alone(first.file);
  if (second?.holds) secondTime.push(relative(root, first.file));
  // Nothing was run: the failure stands.
  else if (!second) total.failed += 1;
};
/** Noise of a shared machine is run once more; more failures than this are no noise. */
const MOST_ONCE_MORE = 12;
const secondTime: string[] = [];

const started = Date.now();
const asked = process.argv[2];
const kills = asked === 'kill' ? '50' : '5';
type Part = 'main' | 'more' | 'long';
const parts: Part[] = asked === 'whole' ? ['main', 'more', 'long'] : asked === 'more' ? ['more'] : ['main'];
const has = (part: Part) => parts.includes(part);
/** A product of their own each: they move its calendar by years, or cut its power. */
const apart: Record<Part, string[]> = {
  main: ['e2e/kill.'],
  more: [],
  long: ['instruction-dates', 'instruction-documents', 'delivery'].map((name) => `e2e/long/${name}.`),
};
const textOf = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');
/** Files of units with tests tagged `more`, by themselves or by what they share: the others need not be loaded for those. */
const tagged = globSync('**/*.test.ts', { cwd: import.meta.dirname, exclude: ['e2e/**', 'hold/**'] })
  .filter((file) => /tags: 'more'|@module-tag more|moreWhere\(/.test(textOf(file)))
  .sort();
/** Cases of `npm run test:hold` that take seconds, on a running product too. */
const held = globSync('hold/cases-*/*.test.ts', { cwd: import.meta.dirname })
  .sort()
  .filter((file) => /\bfast: true/.test(textOf(file)))
  .filter((_, at) => has(at % 2 === 0 ? 'main' : 'more'));
const inTurn = [
  ...['--dir', 'test', '--no-file-parallelism', '--testTimeout=90000', '--hookTimeout=90000'],
  // As in vitest.config.ts: Node runs TypeScript by itself.
  ...['--experimental.viteModuleRunner=false', '--experimental.nodeLoader=false'],
];
const GROUP = 7;
const inGroups = (files: string[]): string[][] =>
  Array.from({ length: Math.ceil(files.length / GROUP) }, (_, at) =>
    files.slice(at * GROUP, (at + 1) * GROUP),
  );
/** A first start of the product, which the others begin from. */
const sow = async () => {
  const dataDir = join(scratch, 'seed');
  const product = await startProduct({ dataDir }).catch((error: Error) => console.error(error.message));
  if (!product) return;
  while ((await fetch(`${product.url}/local/idle`)).status !== 200) await setTimeout(50);
  await product.stop();
  process.env.PARVIS_SEED = dataDir;
};
/** Files that share one product, group after group; one that fails gets a product of its own. */
const sharing = async (name: string, groups: Iterable<string[]>, isLast = false): Promise<FileReport[]> => {
  const product = await startProduct({ dataDir: join(scratch, name) }).catch((error: Error) => {
    console.error(error.message);
    total.failed += 1;
  });
  // The other lane goes on, and stops what it started.
  if (!product) return [];
  try {
    const { url, dataDir, smtpPort } = product;
    const env = { PARVIS_URL: url, PARVIS_DATA: dataDir, PARVIS_SMTP: String(smtpPort), HOLD: 'fast' };
    const alone = (file: string) => sharing(`again-${++runs}`, [[file]], true);
    const told: FileReport[] = [];
    for (const group of groups)
      told.push(...(await vitest([...inTurn, ...group], env, isLast ? undefined : alone)));
    return told;
  } finally {
    await product.stop();
  }
};
const byThemselves = async (args: string[], isLast = false): Promise<FileReport[]> =>
  args.length === 0
    ? []
    : vitest(
        [...inTurn, ...args],
        { KILLS: kills },
        isLast ? undefined : (file) => byThemselves([file], true),
      );
const inUnits = (args: string[], workers: number, isLast = false): Promise<FileReport[]> =>
  vitest(
    [
      ...[
        '--config',
        'test/vitest.config.ts',
        '--dir',
        'test',
        '--exclude',
        '**/e2e/**',
        '--exclude',
        '**/hold/cases-*/**',
      ],
      // A file run by hand runs whole.
      ...(has('main') && has('more') ? [] : [`--tagsFilter=${has('more') ? '' : '!'}more`]),
      ...[`--maxWorkers=${workers}`, '--testTimeout=30000', '--hookTimeout=60000', ...args],
    ],
    {},
    isLast ? undefined : (file) => inUnits([file], 1, true),
  );

const beforeRunning = async () => {
  // Three workers keep two processors busy: each waits for a browser or a database half of its time.
  const units = inUnits(has('main') ? [] : tagged, 3);
  if (has('main')) {
    await check('format and lint', 'biome', 'check', '.');
    // In one thread: each more checks the same libraries again, twice the work for the same wait.
    await check('types', 'tsc', '--singleThreaded');
    await check('no dead code', 'knip');
  }
  // The first start of the product meanwhile: the last files of the units leave a processor free.
  await Promise.all([units, sow()]);
};
const onRunningProducts = async () => {
  /** Takes minutes: `npm run test:kill`. */
  const minutes = ['e2e/five-hundred.', 'e2e/learning.'];
  const isElsewhere = (file: string) =>
    [...Object.values(apart).flat(), ...minutes].some((name) => file.startsWith(name));
  const folders: Record<Part, string> = { main: 'e2e', more: 'e2e/more', long: 'e2e/long' };
  const files = parts
    .flatMap((part) => globSync(`${folders[part]}/*.test.ts`, { cwd: import.meta.dirname }).sort())
    .filter((file) => !isElsewhere(file));
  /** They promise a time, which two processors keep once the power cuts are over. */
  const isTimed = (file: string) =>
    ['e2e/form.', 'e2e/runtime.', 'e2e/scan.'].some((name) => file.startsWith(name));
  const groups = inGroups([...files.filter((file) => !isTimed(file)), ...held]);
  const waiting = [...groups, files.filter(isTimed)].filter((group) => group.length > 0);
  /** Whoever is free takes the next group: no processor is left alone at the end. */
  function* next() {
    for (let group = waiting.shift(); group; group = waiting.shift()) yield group;
  }
  // Those with a product of their own wait half of their time: they run, one after the other, beside two lanes that share one each.
  await Promise.all([
    sharing('e2e', next()),
    sharing('second', next()),
    byThemselves(parts.flatMap((part) => apart[part])),
  ]);
};

if (asked === 'kill') {
  await vitest([...inTurn, 'e2e/kill.', 'e2e/five-hundred.', 'e2e/learning.'], { KILLS: kills });
  process.env.LETTERS = '50';
  await sharing('letters', [['e2e/long/signature-pages']]);
} else {
  await (asked === 'e2e' ? sow() : beforeRunning());
  await onRunningProducts();
  if (doubtful.length <= MOST_ONCE_MORE)
    for (const { file, alone } of doubtful) {
      console.log(`once more, alone: ${relative(root, file)}`);
      await alone();
    }
}
rmSync(scratch, { recursive: true, force: true });
const slowest = ran.toSorted((one, other) => other.seconds - one.seconds).slice(0, 10);
for (const { file, seconds } of slowest) console.log(`${Math.round(seconds)} s: ${relative(root, file)}`);
console.log(`${Math.round((Date.now() - started) / 1000)} s in all`);
if (secondTime.length > 0) console.log(`passed only at the second run: ${secondTime.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
