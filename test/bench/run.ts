/** `npm run bench`: what can be measured on one machine, as ratios of one run; exits 1 when a gate of the design is passed. */
import { loadavg } from 'node:os';
import { classification } from './classification.ts';
import { coldStart } from './cold-start.ts';

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const gate = 0.85;

console.log(`Load average ${loadavg()[0]?.toFixed(2)}\n`);
const routing = classification();
console.log('Routing, cross-validated on the published corpus (five folds; optimistic: few authors)');
console.table({
  messages: routing.messages,
  'department right': percent(routing.right),
  'department acceptable': percent(routing.acceptable),
  'routed without a person': percent(routing.routed),
  'precision when routed': percent(routing.precisionWhenRouted),
  'urgent ones found': percent(routing.urgencyRecall),
  'CPU ms a message (median)': routing.medianMs.toFixed(2),
});

const starts = coldStart();
console.log(
  `Start of each HTTP function, CPU, against a bundle with the DynamoDB document client alone (gate ${gate})`,
);
console.table(
  starts.map(({ name, ratio, least }) => ({
    function: name,
    median: ratio.toFixed(2),
    minimum: least.toFixed(2),
  })),
);
const slow = starts.filter(({ ratio, least }) => ratio > gate && least > gate);
for (const { name } of slow) console.error(`${name} starts too slowly: look at what it imports`);
process.exit(slow.length === 0 ? 0 : 1);
