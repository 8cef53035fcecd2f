/** `npm run bench`: what can be measured on one machine, as ratios of one run; exits 1 when a gate of the design is passed. */
import { loadavg } from 'node:os';
import { build } from '../../infra/build.ts';
import { coldStart } from './cold-start.ts';
import { door } from './door.ts';
import { pageWeights } from './page-weight.ts';

const gates = { start: 0.85, doorMicroseconds: 10, pageKilobytes: 30 };
/** What each gate that was passed asks of whoever reads it. */
const passed: string[] = [];

// What is measured is what the sources say now, not what was built last.
await build({ slugs: [], packages: 'copied' });
console.log(`Load average ${loadavg()[0]?.toFixed(2)}\n`);
const around = await door();
console.log(`Middleware, validation and rights, CPU a call (gate ${gates.doorMicroseconds} µs)`);
console.table({ median: around.median.toFixed(1), minimum: around.least.toFixed(1) });
// A busy machine slows every round: a gate is passed when the best one passes it too.
if (around.median > gates.doorMicroseconds && around.least > gates.doorMicroseconds)
  passed.push(
    `A call costs ${around.least.toFixed(1)} µs before its use case: look at what functions/shared/http.adapter.ts does for each`,
  );

const weights = pageWeights();
console.log(`Scripts of the portal, compressed (gate ${gates.pageKilobytes} KB)`);
console.table(weights.map(({ page, bytes }) => ({ page, KB: (bytes / 1024).toFixed(1) })));
for (const { page, bytes } of weights)
  if (bytes > gates.pageKilobytes * 1024)
    passed.push(
      `The ${page} page loads ${(bytes / 1024).toFixed(1)} KB of scripts: load late what only some visitors need`,
    );

const starts = coldStart();
console.log(
  `Start of each HTTP function, CPU, against a bundle with the DynamoDB document client alone (gate ${gates.start})`,
);
console.table(
  starts.map(({ name, ratio, least }) => ({
    function: name,
    median: ratio.toFixed(2),
    minimum: least.toFixed(2),
  })),
);
for (const { name, ratio, least } of starts)
  if (ratio > gates.start && least > gates.start)
    passed.push(
      `${name} starts too slowly: import late what few calls need, and make schemas in functions (functions/shared/api.ts)`,
    );

for (const sentence of passed) console.error(sentence);
process.exit(passed.length === 0 ? 0 : 1);
