import type { Condition } from './condition.ts';
import type { Field, Procedure } from './procedure.ts';

const kinds = ['choice', 'choices', 'yes-no', 'commune', 'number', 'amount', 'date', 'birth-date'];
const most = 3;

/**
 * Questions that may show, before anything is begun, that a procedure leads nowhere: those that its reasons against look
 * at, asked of everybody, three at most. Their answers are those of the form.
 */
export function earlyQuestions({ ineligible, steps }: Pick<Procedure, 'ineligible' | 'steps'>): Field[] {
  const named = new Set(ineligible.flatMap(({ when }) => namesIn(when)));
  return steps
    .filter(({ when }) => when === undefined)
    .flatMap(({ fields }) => fields)
    .filter(({ name, type, when }) => named.has(name) && kinds.includes(type) && when === undefined)
    .slice(0, most);
}

/** Names of the questions that a condition looks at. */
export function namesIn(condition: Condition): string[] {
  if ('field' in condition) return [condition.field];
  if ('not' in condition) return namesIn(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(namesIn);
}
