import type { Answers, Field } from '../procedures/field.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Prefill } from './prefill.ts';

/** Something said on a form that the household does not hold yet, or holds otherwise: `known` as the question says it. */
export type Offer = {
  known: string;
  field: string;
  label: string;
  value: string;
  shown: string;
  was: string | null;
};
type Asked = Field & { known?: string };

/** What a household keeps of somebody, and may be offered; names and births certified elsewhere are not retyped here. */
const keeps =
  /^(child|partner|member)\.(givenName|familyName|birth|birthDate)$|^(child\.|member\.)?fact\.[a-z][\w-]*$/;

/**
 * What may be kept for the next form, once this one is sent: only what was typed or corrected, only what a household
 * holds, and nothing about a child when none was chosen. Nothing is kept without its owner's yes.
 */
export function offersBack(
  form: Pick<Procedure, 'steps'>,
  answers: Answers,
  prefilled: Prefill,
  member: string | null,
): Offer[] {
  return form.steps
    .flatMap(({ fields }) => fields as Asked[])
    .flatMap((field) => {
      const { known, name } = field;
      if (!known || !keeps.test(known) || (!known.startsWith('fact.') && member === null)) return [];
      const value = asText(answers[name]);
      const before = prefilled[name];
      const was = before ? asText(before.value) : null;
      if (value === null || value === was || !('label' in field)) return [];
      return [{ known, field: name, label: field.label, value, shown: inWords(field, value), was }];
    });
}

/** The words of an option for its code; the answer itself elsewhere. */
function inWords(field: Asked, value: string): string {
  if (field.type !== 'choice' && field.type !== 'choices') return value;
  const labels = value.split(',').map((one) => field.options.find((option) => option.value === one)?.label);
  return labels.every((label) => label !== undefined) ? labels.join(', ') : value;
}

/** Facts are kept as text; a list of choices, by commas. */
function asText(answer: unknown): string | null {
  if (typeof answer === 'string') return answer === '' ? null : answer;
  if (typeof answer === 'boolean' || typeof answer === 'number') return String(answer);
  const isList = Array.isArray(answer) && answer.length > 0 && answer.every((one) => typeof one === 'string');
  return isList ? answer.join(',') : null;
}
