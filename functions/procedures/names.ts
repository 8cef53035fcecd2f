import type { FieldProblem } from '../shared/refusal.ts';
import type { Condition, Procedure } from './procedure.ts';

/** Names that exist around a procedure: codes of departments, ids of letters. */
export type Known = { readonly departments: readonly string[]; readonly letters: readonly string[] };

/**
 * Names a procedure uses that do not exist, and names it uses twice. Codes: `unknown-question{name}`,
 * `unknown-department{name}`, `unknown-letter{name}`, `repeated{name}`; `field` is the path in the document.
 */
export function wrongNames(procedure: Procedure, known: Known): FieldProblem[] {
  const fields = procedure.steps.flatMap((step, at) =>
    step.fields.map((field, index) => ({ field, at: `steps.${at}.fields.${index}` })),
  );
  const questions = fields.map(({ field }) => field.name);
  const missing = (code: string, names: readonly string[]) => (field: string, name: string | undefined) =>
    name === undefined || names.includes(name) ? [] : [{ field, code, params: { name } }];
  const question = missing('unknown-question', questions);
  const department = missing('unknown-department', known.departments);
  const letter = missing('unknown-letter', known.letters);
  const condition = (at: string, when: Condition | undefined) =>
    mentioned(when).flatMap((name) => question(`${at}.when`, name));
  return [
    ...repeated(fields.map(({ field, at }) => [field.name, `${at}.name`])),
    ...repeated(procedure.steps.map(({ id }, at) => [id, `steps.${at}.id`])),
    ...fields.flatMap(({ field, at }) => condition(at, field.when)),
    ...procedure.steps.flatMap(({ when }, at) => condition(`steps.${at}`, when)),
    ...Object.entries(procedure.identity).flatMap(([part, name]) => question(`identity.${part}`, name)),
    ...question('subjectField', procedure.subjectField),
    ...procedure.routing.flatMap((rule, at) => [
      ...condition(`routing.${at}`, rule.when),
      ...department(`routing.${at}.department`, rule.department),
    ]),
    ...department('department', procedure.department || undefined),
    ...Object.entries(procedure.letters).flatMap(([outcome, name]) => letter(`letters.${outcome}`, name)),
  ];
}

const repeated = (names: readonly (readonly [name: string, field: string])[]): FieldProblem[] =>
  names
    .filter(([name], index) => names.findIndex(([other]) => other === name) !== index)
    .map(([name, field]) => ({ field, code: 'repeated', params: { name } }));

/** Names of the questions that a condition asks about. */
function mentioned(condition: Condition | undefined): string[] {
  if (!condition) return [];
  if ('field' in condition) return [condition.field];
  if ('not' in condition) return mentioned(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(mentioned);
}
