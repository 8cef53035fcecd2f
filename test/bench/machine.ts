import { coldStart } from './cold-start.ts';
import { door } from './door.ts';
import { pageWeights } from './page-weight.ts';
import { type Section, table } from './results.ts';

const gates = { start: 0.85, doorMicroseconds: 10, pageKilobytes: 30 };

/** What is done for each call around its use case. */
export async function doorSection(): Promise<Section> {
  const { median, least } = await door();
  return {
    title: 'Around each call',
    command: 'npm run bench -- door',
    text: `Middleware, validation and rights: ${median.toFixed(1)} µs of CPU a call, ${least.toFixed(1)} at best (gate ${gates.doorMicroseconds}).`,
    // A busy machine slows every round: a gate is passed when the best one passes it too.
    passed:
      least > gates.doorMicroseconds
        ? [
            `A call costs ${least.toFixed(1)} µs before its use case: look at what functions/shared/http.adapter.ts does for each`,
          ]
        : [],
  };
}

/** Scripts that a page of the portal loads before it is whole. */
export function weightSection(): Section {
  const weights = pageWeights().map(({ page, bytes }) => ({ page, kilobytes: bytes / 1024 }));
  return {
    title: 'Weight of pages',
    command: 'npm run bench -- weight',
    text: `${table(weights.map(({ page, kilobytes }) => ({ page: page, 'KB of scripts, compressed': kilobytes.toFixed(1) })))}\n\nGate ${gates.pageKilobytes} KB. Ten pages on a cheap phone: \`npm run bench:web\`, in WEB.md.`,
    passed: weights
      .filter(({ kilobytes }) => kilobytes > gates.pageKilobytes)
      .map(
        ({ page, kilobytes }) =>
          `The ${page} page loads ${kilobytes.toFixed(1)} KB of scripts: load late what only some visitors need`,
      ),
  };
}

/** Start of each HTTP function against a bundle with the DynamoDB document client alone. */
export function startSection(): Section {
  const starts = coldStart().toSorted((one, other) => other.ratio - one.ratio);
  const shown = starts.map(({ name, ratio, least }) => ({
    function: name,
    median: ratio.toFixed(2),
    minimum: least.toFixed(2),
  }));
  return {
    title: 'Cold starts',
    command: 'npm run bench -- starts',
    text: `CPU of loading each HTTP function, as a ratio to one file with the DynamoDB document client, interleaved in one run, 15 rounds (gate ${gates.start}).\n\n${table(shown)}`,
    passed: starts
      .filter(({ ratio, least }) => ratio > gates.start && least > gates.start)
      .map(
        ({ name }) =>
          `${name} starts too slowly: import late what few calls need, and make schemas in functions (functions/shared/api.ts)`,
      ),
  };
}
