import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Part, page } from './understanding/report.ts';

/**
 * `npm run bench:understanding [-- part …]`: measures what is understood of a message and writes UNDERSTANDING.md (when every part
 * ran); exits 1 when a figure is not what was wanted. A part is a file of understanding/ with one function.
 */
const parts: Record<string, () => Promise<() => Promise<Part>>> = {
  published: async () => (await import('./understanding/published.ts')).published,
  routing: async () => (await import('./understanding/routing.ts')).routing,
  calibration: async () => (await import('./understanding/calibration.ts')).calibration,
  urgency: async () => (await import('./understanding/urgency.ts')).urgency,
  'not-ours': async () => (await import('./understanding/not-ours.ts')).notOurs,
  procedures: async () => (await import('./understanding/procedures.ts')).procedures,
  scanned: async () => (await import('./understanding/scanned.ts')).scanned,
  start: async () => (await import('./understanding/start.ts')).start,
  extraction: async () => (await import('./understanding/extraction.ts')).extraction,
  habit: async () => (await import('./understanding/habit.ts')).habit,
  waves: async () => (await import('./understanding/waves.ts')).waves,
  knowledge: async () => (await import('./understanding/knowledge.ts')).knowledge,
};

const protocol = [
  'Corpus: the texts of `functions/qualification/corpus/`, all invented for this project, each file by a hand of its own.',
  'A hand is judged by a model that was made of the other hands only; vocabularies, smoothing and weights of the views were chosen while looking at scores of these same hands: trust most the set apart, and the half of the second hand whose errors nobody read.',
  'Seed: none is drawn; examples are taken in an order that their own texts give, so that the same rows give the same model, byte for byte.',
  'Texts written for a project are easier than letters: expect less of real ones until an authority has taught its own.',
];

const asked = process.argv.slice(2);
for (const name of asked) if (!parts[name]) throw new Error(`parts are ${Object.keys(parts).join(', ')}`);
const measured: Part[] = [];
for (const name of asked.length ? asked : Object.keys(parts)) {
  const measure = await parts[name]?.();
  if (!measure) continue;
  const part = await measure().catch((error: Error): Part => {
    const failed = { name: 'could not be measured', value: error.message, wanted: 'figures', ok: false };
    return { title: name, rows: [failed], notes: [] };
  });
  console.log(`\n${part.title}`);
  console.table(part.rows.map(({ name: what, value, wanted, ok }) => ({ what, value, wanted, ok })));
  for (const note of part.notes) console.log(`- ${note}`);
  measured.push(part);
}
if (asked.length === 0)
  writeFileSync(join(import.meta.dirname, 'UNDERSTANDING.md'), page(protocol, measured));
process.exitCode = measured.some(({ rows }) => rows.some(({ ok }) => !ok)) ? 1 : 0;
