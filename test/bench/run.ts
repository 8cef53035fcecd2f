/**
 * `npm run bench`: what can be measured on one machine, into RESULTS.md; exits 1 when a gate of the design is passed over.
 * `npm run bench -- starts cost` measures these parts only: door, weight, starts, cost, load, growth. All of it takes some
 * twenty minutes, half of them the million requests of `growth` (`SIZES=1000,100000` leaves them out; 9 GB of disk).
 */
import { build } from '../../infra/build.ts';
import { growth } from './growth/growth.ts';
import { doorSection, startSection, weightSection } from './machine.ts';
import { calls } from './product/calls.ts';
import { cost } from './product/cost.ts';
import { throughput } from './product/throughput.ts';
import { withProduct } from './product/with-product.ts';
import { keep, type Section } from './results.ts';

const parts: Record<string, () => Promise<Section[]>> = {
  door: async () => [await doorSection()],
  weight: async () => [weightSection()],
  starts: async () => [startSection()],
  cost: async () => [await withProduct(cost)],
  load: () => withProduct(async (product) => [await calls(product), await throughput(product)]),
  growth: async () => [await growth()],
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`no part is called ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

// What is measured is what the sources say now, not what was built last.
await build({ slugs: [], packages: 'copied' });
const passed: string[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const section of await measure()) {
    keep(section);
    passed.push(...section.passed);
  }
}
for (const sentence of passed) console.error(sentence);
process.exit(passed.length === 0 ? 0 : 1);
