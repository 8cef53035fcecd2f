import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const rounds = 15;

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

/** Names of environment variables a bundle reads at its start, so that the import does not stop there. */
const variables = (file: string): string[] => [
  ...new Set(readFileSync(file, 'utf8').match(/\b(?!NODE_|AWS_)[A-Z][A-Z]+(?:_[A-Z]+)+\b/g) ?? []),
];

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Ratio of each HTTP function's start to that of a bundle that only loads the DynamoDB document client, interleaved in one run. */
export const coldStart = (): { name: string; ratio: number; least: number }[] => {
  const reference = join(root, '.build/bench/reference.mjs');
  mkdirSync(join(root, '.build/bench'), { recursive: true });
  writeFileSync(
    join(root, '.build/bench/reference.ts'),
    "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';\nexport const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));\n",
  );
  buildSync({
    entryPoints: [join(root, '.build/bench/reference.ts')],
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
  const folder = join(root, '.build/functions');
  const bundles = readdirSync(folder)
    .filter(
      (name) => /-(public|agent|session|forms)$/.test(name) && existsSync(join(folder, name, 'index.mjs')),
    )
    .map((name) => ({ name, file: join(folder, name, 'index.mjs'), times: [] as number[] }));
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
