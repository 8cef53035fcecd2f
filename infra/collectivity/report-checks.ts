import { settingProblems } from '../../functions/reports/setting-checks.ts';
import type { Problem } from './problem.ts';
import type { Collectivity, Filed } from './shape.ts';

type Folder = Pick<Collectivity, 'reports' | 'authority'> & {
  readonly procedures: readonly Filed<Collectivity['procedures'][number]>[];
};

/** Names in `reports.json` that stand for nothing in the other files. */
export function reportChecks({ reports, authority, procedures }: Folder): Problem[] {
  if (!reports) return [];
  const known = {
    departments: authority.departments.map(({ code }) => code),
    communes: authority.communes.map(({ code }) => code),
    procedures: procedures.map(({ content }) => content),
  };
  return settingProblems(reports, known).map((found) => ({ file: 'reports.json', ...found }));
}
