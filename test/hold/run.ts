/**
 * `npm run test:hold`: the forty cases of faults and abuse, on two products at once, then one line per case and a total. Exits 1
 * when one does not hold. `-- 07 12` runs only these; `-- storm [minutes]` cuts the power again and again under mixed load instead.
 * A case that failed is run once more, alone; what holds then is named.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startProduct } from '../support/product.ts';
import { alone, lane } from './lane.ts';
import type { Told } from './report.ts';

const CASES = 40;
const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'parvis-hold-'));
const began = Date.now();
const asked = process.argv.slice(2);

if (asked[0] === 'storm') {
  const { storm } = await import('./storm.ts');
  const holds = await storm({ minutes: Number(asked[1] ?? 10), dataDir: join(scratch, 'storm') });
  rmSync(scratch, { recursive: true, force: true });
  process.exit(holds ? 0 : 1);
}

const numbers = new Set(asked.filter((word) => /^\d+$/.test(word)).map(Number));
const files = globSync('cases-*/*.test.ts', { cwd: import.meta.dirname })
  .map((file) => join(import.meta.dirname, file))
  .filter((file) => numbers.size === 0 || numbers.has(Number(/\/(\d+)-[^/]*$/.exec(file)?.[1])))
  .sort();
/** These start products of their own: they lose power, or their calendar is moved. */
const isOwn = (file: string) => /\bown: true/.test(readFileSync(file, 'utf8'));
const own = files.filter(isOwn);
const sharing = files.filter((file) => !isOwn(file));
const isOf = (file: string, ...groups: string[]) => groups.some((group) => file.includes(`/cases-${group}/`));

// A first start, which all others begin from.
const seed = join(scratch, 'seed');
const first = await startProduct({ dataDir: seed });
while ((await fetch(`${first.url}/local/idle`)).status !== 200) await pause(50);
await first.stop();
process.env.PARVIS_SEED = seed;

const about = (file: string) => isOf(file, 'delivery', 'data');
// Two lanes keep two processors busy; the shorter of the two goes on with what needs a product of its own.
const waiting = [...own];
const rest = async (): Promise<Told[]> => {
  const told: Told[] = [];
  for (let file = waiting.shift(); file; file = waiting.shift()) told.push(...(await alone(scratch, [file])));
  return told;
};
const [one, other] = await Promise.all([
  lane(scratch, 'delivery', sharing.filter(about)).then(async (told) => [...told, ...(await rest())]),
  lane(
    scratch,
    'abuse',
    sharing.filter((file) => !about(file)),
  ).then(async (told) => [...told, ...(await rest())]),
]);
let all = [...one, ...other];

const failed = [...new Set(all.filter(({ holds }) => !holds).map(({ file }) => file))].filter(Boolean);
const secondTime: string[] = [];
for (const file of failed) {
  console.log(`once more, alone: ${relative(root, file)}`);
  const again = isOwn(file)
    ? await alone(scratch, [file])
    : await lane(scratch, `again-${secondTime.length}-${Date.now()}`, [file]);
  if (again.length > 0 && again.every(({ holds }) => holds)) secondTime.push(relative(root, file));
  all = [...all.filter((told) => told.file !== file), ...again];
}
rmSync(scratch, { recursive: true, force: true });

const numberOf = ({ name }: Told) => Number(/^\d+/.exec(name)?.[0] ?? 0);
let held = 0;
let expected = 0;
for (let number = 1; number <= CASES; number++) {
  if (numbers.size > 0 && !numbers.has(number)) continue;
  expected++;
  const parts = all.filter((told) => numberOf(told) === number);
  const holds = parts.length > 0 && parts.every((part) => part.holds);
  if (holds) held++;
  const nn = String(number).padStart(2, '0');
  const seconds = Math.round(parts.reduce((sum, part) => sum + part.seconds, 0));
  const titles = parts.map(({ name }) => name.replace(/^\d+ /, '')).join(' · ');
  console.log(`${holds ? '✓' : '✗'} ${nn} ${titles || 'no test holds it'} (${seconds} s)`);
  for (const { why, name } of parts.filter((part) => !part.holds))
    for (const line of why) console.log(`    ${name}: ${line.split('\n').slice(0, 12).join('\n    ')}`);
}
// What has no number failed before it could say one, or goes beyond the forty.
const others = all.filter((told) => numberOf(told) < 1 || numberOf(told) > CASES);
for (const { name, holds, why } of others)
  console.log(`${holds ? '✓' : '✗'} ${name}${holds ? '' : `: ${why.join('; ')}`}`);
if (secondTime.length > 0) console.log(`held only at the second run: ${secondTime.join(', ')}`);
console.log(`${Math.round((Date.now() - began) / 1000)} s`);
console.log(`${held} of ${expected}`);
process.exit(held === expected && others.every(({ holds }) => holds) ? 0 : 1);
