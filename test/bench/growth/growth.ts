import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatReference } from '../../../functions/requests/reference.ts';
import { startDatabase } from '../../../infra/local/dynamo/binary.ts';
import { type Section, table } from '../results.ts';
import { percentile } from '../search/measure.ts';
import { type Metered, metered } from '../search/metered.ts';
import { createTable, multiply } from './store.ts';
import { readings, type Sown, sow, sowFigures, tables } from './world.ts';

const sizes = (process.env.SIZES ?? '1000,100000,1000000').split(',').map(Number);
const times = 25;
/** A page reads the same number of units whatever is kept; a little more where a page of an index is cut otherwise. */
const gate = { units: 1.1 };

type Measured = { units: number; p50: number; p95: number };

const measure = async (client: Metered, run: () => Promise<unknown>): Promise<Measured> => {
  await run();
  const before = client.units();
  const ms: number[] = [];
  for (let n = 0; n < times; n++) {
    const started = performance.now();
    await run();
    ms.push(performance.now() - started);
  }
  return { units: (client.units() - before) / times, p50: percentile(ms, 0.5), p95: percentile(ms, 0.95) };
};

/** Ids of the nth copy: as long as the first's, so that items weigh the same. */
const idsOf =
  ([person = '']: readonly string[]) =>
  (n: number) => [
    person.slice(0, -8) + String(n).padStart(8, '0'),
    formatReference('VC', 2000 + Math.floor(n / 900_000), (n % 900_000) + 1),
    `contact-m${String(n).padStart(7, '0')}`,
  ];
/** At a million, only the partitions that the readings under test look into. */
const looksInto = ({ pk, sk }: { pk: string; sk: string }) =>
  sk === 'SNAPSHOT' || pk.startsWith('BOARD#') || /martin|654321|^P#|^R#/i.test(pk);

/** Units read and latency of board, search, 360° and figures, at each size of the town. */
export async function growth(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-growth-'));
  const [file, pidFile] = [join(folder, 'dynamodb.db'), join(folder, 'pid')];
  const using = async <T>(work: (client: Metered) => Promise<T>): Promise<T> => {
    const server = await startDatabase(file, pidFile);
    const client = metered(server.port);
    try {
      return await work(client);
    } finally {
      client.stop();
      await server.stop();
    }
  };
  try {
    const sown: Sown = await using(async (client) => {
      for (const name of tables) await createTable(client.db as never, name);
      await sowFigures(client);
      return sow(client);
    });
    const found = new Map<number, Map<string, Measured>>();
    const stored: string[] = [];
    let from = 0;
    for (const to of sizes) {
      const keep = to > 100_000 ? looksInto : () => true;
      const rows = multiply(file, { tables, ids: sown.ids, idsOf: idsOf(sown.ids), from, to, keep });
      from = to;
      stored.push(`${rows.toLocaleString('en')} rows more at ${to.toLocaleString('en')}`);
      const measured = await using(async (client) => {
        const all = new Map<string, Measured>();
        for (const [name, run] of Object.entries(await readings(client, sown)))
          all.set(name, await measure(client, run));
        return all;
      });
      found.set(to, measured);
    }
    const gigabytes = (statSync(file).size / 1e9).toFixed(1);
    return section(found, `${stored.join(', ')}; ${gigabytes} GB in the end.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function section(found: ReadonlyMap<number, ReadonlyMap<string, Measured>>, stored: string): Section {
  const names = [...(found.get(sizes[0] ?? 0)?.keys() ?? [])];
  const of = (name: string, size: number) => found.get(size)?.get(name) ?? { units: 0, p50: 0, p95: 0 };
  const rows = names.map((name) => ({
    reading: name,
    ...Object.fromEntries(
      sizes.flatMap((size) => {
        const { units, p50, p95 } = of(name, size);
        const many = size.toLocaleString('en');
        return [
          [`units at ${many}`, units.toFixed(1)],
          [`ms p50 / p95 at ${many}`, `${p50.toFixed(0)} / ${p95.toFixed(0)}`],
        ];
      }),
    ),
  }));
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)];
  const grown = names.filter((name) => of(name, most).units > of(name, least).units * gate.units + 0.5);
  return {
    title: 'Growth',
    command: 'npm run bench -- growth',
    text: `${table(rows)}\n\nOne board, one name and one telephone number hold as many as the town has requests: the worst partition, not a mean one.\n${stored}`,
    passed: grown.map(
      (name) => `"${name}" reads more at ${most} requests than at ${least}: it does not stay on its page`,
    ),
  };
}
