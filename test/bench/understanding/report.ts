/** One figure: what was measured, what was wanted, and whether it is so. */
export type Row = { name: string; value: string; wanted: string; ok: boolean };
/** What a part of the bench measured; notes say how. */
export type Part = { title: string; rows: Row[]; notes: string[] };

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A share that has to reach, or (`'most'`) may not pass, what is wanted. */
export const share = (
  name: string,
  value: number,
  wanted: number,
  side: 'least' | 'most' = 'least',
): Row => ({
  name,
  value: percent(value),
  wanted: `${side === 'least' ? '≥' : '≤'} ${percent(wanted)}`,
  ok: side === 'least' ? value >= wanted : value <= wanted,
});

/** A figure that is told and not judged. */
export const told = (name: string, value: string): Row => ({ name, value, wanted: '', ok: true });

const table = (rows: readonly Row[]): string[] => [
  '| measured | value | wanted | |',
  '|---|---|---|---|',
  ...rows.map(
    ({ name, value, wanted, ok }) =>
      `| ${name} | ${value} | ${wanted} | ${wanted === '' ? '' : ok ? 'yes' : 'NO'} |`,
  ),
];

/** The page that is kept: protocol first, then each part with its figures and how they were got. */
export const page = (protocol: readonly string[], parts: readonly Part[]): string =>
  [
    '# What Parvis understands, measured',
    '',
    'Written by `npm run bench:understanding`; not by hand.',
    '',
    ...protocol.map((line) => `- ${line}`),
    ...parts.flatMap(({ title, rows, notes }) => [
      '',
      `## ${title}`,
      '',
      ...table(rows),
      ...(notes.length ? ['', ...notes.map((note) => `- ${note}`)] : []),
    ]),
    '',
  ].join('\n');
