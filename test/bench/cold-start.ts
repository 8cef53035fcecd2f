import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { made, madeFunctions } from '../../infra/making/places.ts';

const rounds = 15;
const place = join(made, 'bench');
const reference = join(place, 'reference.mjs');

/** CPU milliseconds that importing a bundle costs a fresh process. */
const importCpu = (file: string): number => {
  const script = `const s = process.cpuUsage(); await import(${JSON.stringify(`file://${file}`)}); const c = process.cpuUsage(s); console.log((c.user + c.system) / 1000)`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: {
      ...process.env,
      AWS_REGION: 'eu-west-3',
      ...Object.fromEntries(
        variables(file).map((name) => [name, /URL|ISSUER/.test(name) ? 'https://bench.example' : 'bench']),
      ),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Number(output.trim().split('\n').at(-1));
};

/** Names of environment variables a bundle reads at its start, whichever of its files does, so that the import does not stop there. */
const variables = (file: string): string[] => [
  ...new Set(
    readdirSync(dirname(file))
      .filter((one) => one.endsWith('.mjs'))
      .flatMap(
        (one) =>
          readFileSync(join(dirname(file), one), 'utf8').match(
            /\b(?!NODE_|AWS_)[A-Z][A-Z]+(?:_[A-Z]+)+\b/g,
          ) ?? [],
      ),
  ),
];

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * What a function costs that uses the DynamoDB document client and nothing else, in one file, with the settings of the
 * house except our shim of Node's own modules: what anybody gets who bundles with care.
 */
function buildReference(): void {
  mkdirSync(place, { recursive: true });
  const source = join(place, 'reference.ts');
  writeFileSync(
    source,
    "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';\nexport const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));\n",
  );
  buildSync({
    entryPoints: [source],
    outfile: reference,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
}

/** Ratio of each HTTP function's start to that of a bundle that only loads the DynamoDB document client, interleaved in one run. */
export const coldStart = (): { name: string; ratio: number; least: number }[] => {
  buildReference();
  const bundles = readdirSync(madeFunctions)
    .filter(
      (name) =>
        /-(public|agent|citizen|people|session|forms|agent-upload)$/.test(name) &&
        existsSync(join(madeFunctions, name, 'index.mjs')),
    )
    .map((name) => ({ name, file: join(madeFunctions, name, 'index.mjs'), times: [] as number[] }));
  const base: number[] = [];
  for (let round = 0; round < rounds; round++) {
    base.push(importCpu(reference));
    for (const bundle of bundles) bundle.times.push(importCpu(bundle.file));
  }
  return bundles.map(({ name, times }) => ({
    name,
    ratio: median(times) / median(base),
    least: Math.min(...times) / Math.min(...base),
  }));
};
