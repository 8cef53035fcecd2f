import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';

/** What one part of the bench found. `passed`: what each gate that was passed over asks of whoever reads it. */
export type Section = { title: string; command: string; text: string; passed: readonly string[] };

const file = join(import.meta.dirname, 'RESULTS.md');
const head = `# What was measured

Each part says the command that made it, and is replaced when that command runs again; \`npm run bench\` makes all of them and
fails when a gate is passed over. Machine: 2 shared cores, so that ratios and counts say more than milliseconds do.
`;

/** A Markdown table of rows that have the same columns. */
export const table = (rows: readonly Record<string, string | number>[]): string => {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((column) => row[column] ?? ''))),
  ].join('\n');
};

/** Puts a part in its place in RESULTS.md, at the end when it is new, and shows it. */
export function keep({ title, command, text, passed }: Section): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : head;
  const parts = before.split(/^(?=## )/m);
  const day = new Date().toISOString().slice(0, 10);
  const load = `load average ${(loadavg()[0] ?? 0).toFixed(1)}`;
  const over = passed.map((sentence) => `- ${sentence}`).join('\n');
  const part = `## ${title}\n\n\`${command}\`, ${day}, ${load}.\n\n${text}\n${over ? `\nPassed over:\n${over}\n` : ''}\n`;
  const at = parts.findIndex((one) => one.startsWith(`## ${title}\n`));
  if (at === -1) parts.push(part);
  else parts[at] = part;
  writeFileSync(file, `${parts.map((one) => one.trimEnd()).join('\n\n')}\n`);
  console.log(part);
}
