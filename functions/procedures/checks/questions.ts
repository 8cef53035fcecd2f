import type { Condition, Field, Procedure } from '../procedure.ts';
import type { Path } from './finding.ts';

export type RowField = Extract<Field, { type: 'repeat' }>['fields'][number];
/** A question with its place in the document and in the order of asking; `block` holds the names of its rows' questions. */
export type Question = {
  field: Field;
  path: Path;
  order: number;
  /** All must hold for it to be asked: the condition of its step and its own. */
  conditions: Condition[];
};

/** Every question of a form, in the order in which it is asked. */
export const questionsOf = ({ steps }: Pick<Procedure, 'steps'>): Question[] =>
  steps
    .flatMap((step, at) =>
      step.fields.map((field, index) => ({
        field,
        path: ['steps', at, 'fields', index],
        conditions: [step.when, field.when].filter((one) => one !== undefined),
      })),
    )
    .map((question, order) => ({ ...question, order }));

/** Names of the questions that a condition asks about. */
export function mentioned(condition: Condition | undefined): string[] {
  return atomsOf(condition, []).map(({ atom }) => atom.field);
}

export type Atom = Extract<Condition, { field: string }>;
/** The plain comparisons of a condition, each with its path below `path`. */
export function atomsOf(condition: Condition | undefined, path: Path): { atom: Atom; path: Path }[] {
  if (!condition) return [];
  if ('field' in condition) return [{ atom: condition, path }];
  if ('not' in condition) return atomsOf(condition.not, [...path, 'not']);
  const [name, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  return (parts as Condition[]).flatMap((part, at) => atomsOf(part, [...path, String(name), at]));
}

/** How deep `all`, `any` and `not` stand in one another. */
export function depthOf(condition: Condition): number {
  if ('field' in condition) return 1;
  const parts = 'not' in condition ? [condition.not] : 'all' in condition ? condition.all : condition.any;
  return 1 + Math.max(...parts.map(depthOf));
}
