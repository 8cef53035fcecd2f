import type { Figures } from './measure.ts';
import type { KeyPage } from './pages.ts';

export type Line = { page: KeyPage; runs: Figures[] };

/** Milliseconds, kilobytes, shifts: those of the design. */
export const gates = { prerendered: 1_800, data: 2_500, kilobytes: 30, tbt: 150, cls: 0.05 };

const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const of = (runs: Figures[], what: keyof Figures): number[] => runs.map((run) => run[what]);
const inKilobytes = (bytes: number): number => bytes / 1024;

export const rowOf = ({ page, runs }: Line) => ({
  page: page.name,
  'LCP s': (median(of(runs, 'lcp')) / 1000).toFixed(2),
  'best s': (Math.min(...of(runs, 'lcp')) / 1000).toFixed(2),
  'JS KB gz': inKilobytes(median(of(runs, 'script'))).toFixed(1),
  'then KB': inKilobytes(median(of(runs, 'later'))).toFixed(1),
  'TBT ms': median(of(runs, 'tbt')).toFixed(0),
  'blocked ms': median(of(runs, 'blocked')).toFixed(0),
  CLS: median(of(runs, 'cls')).toFixed(3),
  requests: String(median(of(runs, 'requests'))),
});

/**
 * What was passed over, a sentence each. Times count when the best of the runs is over too where the machine was `busy` with
 * something else: another program makes every load slower, none makes it faster. Bytes and shifts have no such excuse.
 */
export function passedOver({ page, runs }: Line, busy: boolean): string[] {
  const over = (what: keyof Figures, gate: number): boolean =>
    median(of(runs, what)) > gate && (!busy || Math.min(...of(runs, what)) > gate);
  const said: string[] = [];
  if (over('lcp', gates[page.kind]))
    said.push(`${page.name}: its largest words come after ${gates[page.kind] / 1000} s`);
  if (over('tbt', gates.tbt)) said.push(`${page.name}: a finger waits more than ${gates.tbt} ms in all`);
  if (inKilobytes(median(of(runs, 'script'))) > gates.kilobytes)
    said.push(`${page.name}: more than ${gates.kilobytes} KB of scripts; load late what only some need`);
  if (median(of(runs, 'cls')) > gates.cls) said.push(`${page.name}: the page moves while it is read`);
  return said;
}

type Machine = { load: number; cores: number; day: string };
/** The table as it is kept beside the bench. */
export function pageOf(lines: Line[], said: string[], { load, cores, day }: Machine): string {
  const rows = lines.map(rowOf);
  const heads = Object.keys(rows[0] ?? {});
  const runs = lines[0]?.runs.length ?? 0;
  return [
    '# The portal on a cheap phone',
    '',
    `\`npm run bench:web\`, ${day}: 390 × 844 at 2×, CPU ×4, slow 4G (562.5 ms, 1,475 / 675 kbit/s), no cache, ${runs} runs, medians.`,
    `Load average ${load.toFixed(1)} on ${cores} cores${load > cores ? ': the machine had other work, times are longer than a quiet one shows (the best run is beside)' : ''}.`,
    `Gates: LCP ${gates.prerendered / 1000} s prerendered, ${gates.data / 1000} s with data; ${gates.kilobytes} KB of scripts before the page stands; TBT ${gates.tbt} ms; CLS ${gates.cls}.`,
    '"Then" is what comes once the page stands and nobody waits for. TBT counts from the first contentful paint, as it is defined; "blocked" from the first byte.',
    '',
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${Object.values(row).join(' | ')} |`),
    '',
    said.length === 0
      ? 'No gate is passed over.'
      : ['Passed over:', ...said.map((one) => `- ${one}`)].join('\n'),
    '',
  ].join('\n');
}
