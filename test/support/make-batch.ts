import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { batchPdf, batchTiff, makeBatch } from './batch.ts';

const usage = `npm run make-batch -- [--letters 5 | --which 0,2,5] [--seed 1] [--dpi 200] [--no-separators] [--out batch.pdf|.tif|folder]
Invented French letters, degraded as an office scanner does. Drop the result into .data/scans/.`;
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '5' },
    which: { type: 'string' },
    seed: { type: 'string', default: '1' },
    dpi: { type: 'string', default: '200' },
    separators: { type: 'boolean', default: true },
    out: { type: 'string', default: 'batch.pdf' },
    help: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
if (values.help) console.log(usage);
else {
  const letters = values.which ? values.which.split(',').map(Number) : Number(values.letters);
  const made = await makeBatch({
    letters,
    seed: Number(values.seed),
    dpi: Number(values.dpi),
    separators: values.separators,
  });
  const { out } = values;
  if (/\.(pdf|tiff?)$/i.test(out)) {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, /\.pdf$/i.test(out) ? await batchPdf(made) : await batchTiff(made));
  } else {
    mkdirSync(out, { recursive: true });
    for (const [index, { jpeg }] of made.sheets.entries())
      writeFileSync(`${out}/page-${String(index + 1).padStart(3, '0')}.jpg`, jpeg);
  }
  const list = made.plans.map((plan) => `  ${plan.department}: ${plan.subject} (${plan.sender})`);
  console.log(`${out}: ${made.sheets.length} pages, ${made.plans.length} letters\n${list.join('\n')}`);
}
