import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Procedure } from '../../functions/procedures/procedure.ts';
import { departmentsOf } from '../../functions/procedures/routing.ts';
import { formChecks } from './form-checks.ts';
import { ConfigurationError, type Problem, problemsOf } from './problem.ts';

/** Procedures that authorities share; each is adopted by an authority under its own name and department, or left. */
export const catalogueFolder = resolve(import.meta.dirname, '../catalogue');

/** Reads and checks the shared catalogue. Throws `ConfigurationError` with everything that is wrong in it. */
export function loadCatalogue(folder = catalogueFolder): Procedure[] {
  const problems: Problem[] = [];
  const procedures = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const file = `catalogue/${name}`;
      const parsed = Procedure().safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!parsed.success) {
        problems.push(...problemsOf(file, parsed.error));
        return [];
      }
      problems.push(...formChecks({ file, content: parsed.data }, anywhere(parsed.data)));
      return [parsed.data];
    });
  if (problems.length > 0) throw new ConfigurationError(problems);
  return procedures;
}

/** Departments and letters are those of whoever adopts it: nothing is known of them here. */
const anywhere = (procedure: Procedure) => ({
  departments: [
    ...departmentsOf(procedure),
    ...procedure.workflow.flatMap((step) => (step.kind === 'opinion' ? step.from : [])),
  ],
  communes: Object.keys(procedure.departmentByCommune),
  letters: Object.values(procedure.letters).map((id) => ({ id })),
  agents: ['instructor', 'head', 'signatory', 'quality', 'administrator'].map((role) => ({
    login: role,
    roles: [role],
    departments: departmentsOf(procedure),
  })),
  today: '2026-01-01',
});
