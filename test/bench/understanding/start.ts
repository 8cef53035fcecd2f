import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repository } from '../../../infra/making/places.ts';
import { trainClassifier } from '../../../infra/train.ts';
import type { Part } from './report.ts';

const wanted = { milliseconds: 150, mebibytes: 15 };
const runs = 5;
/** What the function that classifies does before its first message, and that message. */
const entry = `
const before = process.cpuUsage();
const { loadClassifier } = await import('./functions/qualification/routing/classifier.adapter.ts');
const { classify } = await import('./functions/qualification/routing/classify.ts');
const classifier = await loadClassifier(process.argv[2]);
classify(classifier, { subject: '', text: 'Une place en crèche', channel: 'form' }, { threshold: 0.9 });
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ms: (user + system) / 1000, mebibytes: process.memoryUsage().rss / 2 ** 20 }));
`;

/** What a sandbox that was just made pays for knowing where letters go. */
export const start = async (): Promise<Part> => {
  const folder = mkdtempSync(join(tmpdir(), 'understanding-'));
  const model = join(folder, 'classifier.bin');
  trainClassifier(model);
  const made = join(folder, 'start.mjs');
  await build({
    stdin: { contents: entry, resolveDir: repository, loader: 'js' },
    ...{ outfile: made, bundle: true, minify: true, platform: 'node', format: 'esm', logLevel: 'silent' },
  });
  const each = Array.from({ length: runs }, (): { ms: number; mebibytes: number } =>
    JSON.parse(execFileSync(process.execPath, [made, folder], { encoding: 'utf8' })),
  ).sort((a, b) => a.ms - b.ms);
  const middle = each[runs >> 1] ?? { ms: Number.NaN, mebibytes: Number.NaN };
  const size = (statSync(model).size + statSync(made).size) / 2 ** 20;
  rmSync(folder, { recursive: true });
  return {
    title: 'Start and size',
    rows: [
      {
        name: 'loading and the first message, CPU',
        value: `${middle.ms.toFixed(0)} ms`,
        wanted: `< ${wanted.milliseconds} ms`,
        ok: (each[0]?.ms ?? Number.NaN) < wanted.milliseconds,
      },
      {
        name: 'model, tables and code beside each other',
        value: `${size.toFixed(1)} MB`,
        wanted: `< ${wanted.mebibytes} MB`,
        ok: size < wanted.mebibytes,
      },
      {
        name: 'memory of the whole process',
        value: `${middle.mebibytes.toFixed(0)} MB`,
        wanted: '< 512 MB',
        ok: middle.mebibytes < 512,
      },
    ],
    notes: [
      `One bundle as the function's, in a process of its own; the median of ${runs}, judged by the best (a busy machine slows all).`,
    ],
  };
};
