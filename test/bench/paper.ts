import { parseArgs } from 'node:util';
import { handwriting } from './paper/handwriting.ts';
import { memory } from './paper/memory.ts';
import { reading } from './paper/reading.ts';
import { speed } from './paper/speed.ts';
import { splitting } from './paper/splitting.ts';
import { weights } from './paper/splitting-fit.ts';
import { sheets } from './paper/splitting-sheets.ts';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const parts = { reading, handwriting, speed, memory, sheets, splitting, weights };
type Part = keyof typeof parts;

/** `npm run bench:paper -- [--quick] [part …]`: tables of what paper is read and how fast; fails over its gates. */
const failures: string[] = [];
for (const name of positionals.length ? positionals : Object.keys(parts)) {
  const part = parts[name as Part];
  if (!part) throw new Error(`parts are ${Object.keys(parts).join(', ')}`);
  const measured = await part(values.quick);
  console.log(`\n${name}\n${measured.lines.join('\n')}`);
  failures.push(...measured.failures);
}
console.log(failures.length ? `\nover the gates:\n${failures.join('\n')}` : '\nall gates held');
process.exitCode = failures.length ? 1 : 0;
