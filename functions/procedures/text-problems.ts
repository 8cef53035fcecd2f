import { yearsSince } from './conditions.ts';
import { isCountry } from './countries.ts';
import type { Field } from './field.ts';
import { readDate } from './formats.ts';
import { patternReaders, textReaders } from './normalise.ts';

type Params = Record<string, string | number>;
type OfType<T extends Field['type']> = Extract<Field, { type: T }>;
export type TextProblem = { code: string; params?: Params };

const longest = (field: Field): number =>
  field.type === 'text' || field.type === 'textarea' ? field.maxLength : 254;

/** What is wrong with an answer that is a text, in its canonical form. `today` is a calendar day. */
export function textProblem(field: Field, answer: string, today: string): TextProblem | undefined {
  if (answer.length > longest(field)) return { code: 'too-long', params: { max: longest(field) } };
  switch (field.type) {
    case 'text':
      return field.pattern && !patternReaders[field.pattern](answer)
        ? { code: `not-a-${field.pattern}` }
        : undefined;
    case 'email':
      return textReaders.email?.(answer) ? undefined : { code: 'not-an-email' };
    case 'iban':
      return textReaders.iban?.(answer) ? undefined : { code: 'not-an-iban' };
    case 'phone':
    case 'time':
    case 'siret':
    case 'rna':
    case 'licence-plate':
      return textReaders[field.type]?.(answer) ? undefined : { code: `not-a-${field.type}` };
    case 'date':
      return dateProblem(readDate(answer), today, field);
    case 'birth-date':
      return birthProblem(field, readDate(answer), today);
    case 'choice':
      return option(field.options.some(({ value }) => value === answer));
    case 'country':
      return option(isCountry(answer));
    case 'commune':
      return option(/^\d[\dAB]\d{3}$/.test(answer));
    default:
      return undefined;
  }
}

const option = (isKnown: boolean): TextProblem | undefined =>
  isKnown ? undefined : { code: 'not-an-option' };

/** A day that exists, and lies on the side of today that is asked. */
export function dateProblem(
  day: string | undefined,
  today: string,
  { past, future }: { past?: boolean; future?: boolean },
): TextProblem | undefined {
  if (!day) return { code: 'not-a-date' };
  if (past && day > today) return { code: 'date-in-future' };
  if (future && day < today) return { code: 'date-in-past' };
  return undefined;
}

const oldestAge = 130;
function birthProblem(
  field: OfType<'birth-date'>,
  day: string | undefined,
  today: string,
): TextProblem | undefined {
  const wrong = dateProblem(day, today, { past: true });
  if (wrong || !day) return wrong;
  const age = yearsSince(day, today);
  if (age > oldestAge) return { code: 'not-a-date' };
  if (field.minAge !== undefined && age < field.minAge)
    return { code: 'too-young', params: { min: field.minAge } };
  if (field.maxAge !== undefined && age > field.maxAge)
    return { code: 'too-old', params: { max: field.maxAge } };
  return undefined;
}
