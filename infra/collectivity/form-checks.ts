import type { Condition, Procedure } from '../../functions/procedures/procedure.ts';
import { unknownDepartment } from './checks.ts';
import type { Problem } from './problem.ts';
import type { Filed } from './shape.ts';

type Known = { readonly departments: ReadonlySet<string>; readonly letters: ReadonlySet<string> };

/** Whether the names a procedure uses exist: its fields, its departments, its letters. */
export function formChecks({ file, content }: Filed<Procedure>, known: Known): Problem[] {
  const fields = content.steps.flatMap((step, at) =>
    step.fields.map((field, index) => ({ field, at: `steps.${at}.fields.${index}` })),
  );
  const names = new Set(fields.map(({ field }) => field.name));
  const asked = (field: string, name: string | undefined): Problem[] =>
    name === undefined || names.has(name)
      ? []
      : [
          {
            file,
            field,
            problem: `no question is named "${name}"`,
            remedy: `write one of ${[...names].join(', ')}`,
          },
        ];
  return [
    ...repeatedNames(
      file,
      fields.map(({ field, at }) => [field.name, `${at}.name`]),
    ),
    ...repeatedNames(
      file,
      content.steps.map((step, at) => [step.id, `steps.${at}.id`]),
    ),
    ...fields.flatMap(({ field, at }) => mentioned(field.when).flatMap((name) => asked(`${at}.when`, name))),
    ...content.steps.flatMap((step, at) =>
      mentioned(step.when).flatMap((name) => asked(`steps.${at}.when`, name)),
    ),
    ...Object.entries(content.identity).flatMap(([part, name]) => asked(`identity.${part}`, name)),
    ...asked('subjectField', content.subjectField),
    ...content.routing.flatMap((rule, at) => [
      ...mentioned(rule.when).flatMap((name) => asked(`routing.${at}.when`, name)),
      ...unknownDepartment(file, `routing.${at}.department`, rule.department, known.departments),
    ]),
    ...(content.department === ''
      ? []
      : unknownDepartment(file, 'department', content.department, known.departments)),
    ...Object.entries(content.letters).flatMap(([outcome, letter]) =>
      letter === undefined || known.letters.has(letter)
        ? []
        : [
            {
              file,
              field: `letters.${outcome}`,
              problem: `there is no letter "${letter}"`,
              remedy: `add letters/${letter}.json, or leave the field out`,
            },
          ],
    ),
  ];
}

function repeatedNames(file: string, names: readonly [name: string, field: string][]): Problem[] {
  return names
    .filter(([name], index) => names.findIndex(([other]) => other === name) !== index)
    .map(([name, field]) => ({
      file,
      field,
      problem: `"${name}" stands twice`,
      remedy: 'give each a name of its own: answers are kept by name',
    }));
}

/** Names of the questions a condition asks about. */
function mentioned(condition: Condition | undefined): string[] {
  if (!condition) return [];
  if ('field' in condition) return [condition.field];
  if ('not' in condition) return mentioned(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(mentioned);
}
