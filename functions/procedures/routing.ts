import { holds } from './conditions.ts';
import type { Answers, Procedure } from './procedure.ts';

type Routed = Pick<Procedure, 'routing' | 'department' | 'departmentByCommune' | 'steps'>;

/**
 * Department that instructs a request: the first routing rule that holds, else that of the commune answered, else its own.
 * Empty for the general form, which is routed by its text.
 */
export function departmentFor(procedure: Routed, answers: Answers, today?: string): string {
  const ruled = procedure.routing.find(({ when }) => holds(when, answers, today))?.department;
  return ruled ?? departmentOfCommune(procedure, answers) ?? procedure.department;
}

/** Every department that may instruct a request of this procedure. */
export const departmentsOf = ({
  routing,
  department,
  departmentByCommune,
}: Pick<Procedure, 'routing' | 'department' | 'departmentByCommune'>): string[] => [
  ...new Set(
    [department, ...routing.map((rule) => rule.department), ...Object.values(departmentByCommune)].filter(
      (code) => code !== '',
    ),
  ),
];

function departmentOfCommune(
  { steps, departmentByCommune }: Pick<Routed, 'steps' | 'departmentByCommune'>,
  answers: Answers,
): string | undefined {
  const communes = steps
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => type === 'commune')
    .map(({ name }) => answers[name]);
  const found = communes.find((code) => typeof code === 'string' && Object.hasOwn(departmentByCommune, code));
  return found === undefined ? undefined : departmentByCommune[String(found)];
}
