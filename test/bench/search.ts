/**
 * `npm run bench:search`: a hundred thousand people and three hundred thousand requests in the local store, and how long a
 * search among them takes, what it reads and whether it finds. Takes some minutes and two gigabytes under the system's
 * temporary folder; `PEOPLE=1000 REQUESTS=3000` makes it smaller. With `INTO=.data` the town goes into the store of a runtime
 * that is stopped, to be searched in the pages, and nothing is measured.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../../infra/local/dynamo/binary.ts';
import { createTable, loadTown, searchTableOf } from './search/load.ts';
import { measure, percentile } from './search/measure.ts';
import { metered } from './search/metered.ts';
import { questionsOf } from './search/questions.ts';
import { townOf } from './search/town.ts';

const gate = { p95: 150 };
const table = 'search';
const count = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const [peopleCount, requestCount] = [count('PEOPLE', 100_000), count('REQUESTS', 300_000)];
const folder = mkdtempSync(join(tmpdir(), 'parvis-search-'));
const [file, pidFile] = [join(folder, 'dynamodb.db'), join(folder, 'pid')];
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(0)} s`;

const town = townOf(peopleCount, requestCount);
const loaded = (into: string, name: string) => {
  const started = performance.now();
  const items = loadTown(into, name, town);
  console.log(
    `${peopleCount} people, ${requestCount} requests: ${items} items written in ${seconds(started)}`,
  );
};
if (process.env.INTO) {
  const store = join(process.env.INTO, 'dynamodb.db');
  loaded(store, searchTableOf(store));
  process.exit();
}
await createTable(file, [table]);
loaded(file, table);

const questions = questionsOf(town, Math.ceil(500 / 14));
const server = await startDatabase(file, pidFile);
const client = metered(server.port);
await measure(client, table, questions.slice(0, 20));
const measured = await measure(client, table, questions);
client.stop();
await server.stop();
rmSync(folder, { recursive: true });

const share = (some: readonly { place: number }[], within: number) =>
  `${((100 * some.filter(({ place }) => place > 0 && place <= within).length) / some.length).toFixed(0)} %`;
const line = (way: string, some: typeof measured) => ({
  way,
  'p50 ms': percentile(
    some.map(({ ms }) => ms),
    0.5,
  ).toFixed(0),
  'p95 ms': percentile(
    some.map(({ ms }) => ms),
    0.95,
  ).toFixed(0),
  'read units': (some.reduce((sum, { units }) => sum + units, 0) / some.length).toFixed(1),
  'most units': Math.max(...some.map(({ units }) => units)),
  'right in the first': share(some, 1),
  'in five': share(some, 5),
  'in ten': share(some, 10),
});
const ways = [...new Set(questions.map(({ way }) => way))];
console.table([
  ...ways.map((way) =>
    line(
      way,
      measured.filter((one) => one.way === way),
    ),
  ),
  line('all', measured),
]);
if (process.env.MISSES) for (const { place, way, q } of measured) if (!place) console.log(`${way}: ${q}`);
const p95 = percentile(
  measured.map(({ ms }) => ms),
  0.95,
);
if (p95 > gate.p95) {
  console.error(
    `Nineteen searches in twenty should take less than ${gate.p95} ms: one takes ${p95.toFixed(0)} ms`,
  );
  process.exit(1);
}
