import type { FieldProblem } from '../shared/refusal.ts';
import { isFilled } from './conditions.ts';
import { readDate, readEmail, readPhone, readPostalCode } from './formats.ts';
import { isAddress, normalise, patternReaders } from './normalise.ts';
import type { Answer, Field } from './procedure.ts';

type OfType<T extends Field['type']> = Extract<Field, { type: T }>;

/**
 * What is wrong with the answer to one visible field; empty when nothing is. Codes: `missing not-valid too-long{max}
 * not-an-email not-a-phone not-a-postal-code not-a-licence-plate not-a-siret not-a-rna not-a-date date-in-future
 * date-in-past not-a-number too-small{min} too-large{max} not-an-option too-many{max}`. `today` is a calendar day.
 */
export function problemsOfField(field: Field, typed: Answer, today: string): FieldProblem[] {
  if (field.type === 'information') return [];
  const answer = normalise(field, typed);
  if (!isFilled(answer)) return field.required ? missing(field) : [];
  const problem = (code: string, params?: FieldProblem['params']): FieldProblem[] => [
    { field: field.name, code, ...(params && { params }) },
  ];
  switch (field.type) {
    case 'consent':
      return answer === true ? [] : problem('not-valid');
    case 'number':
      return typeof answer === 'number' ? numberProblem(field, answer) : problem('not-a-number');
    case 'choices':
      return optionsProblem(field, answer);
    case 'files':
      if (!Array.isArray(answer)) return problem('not-valid');
      return answer.length > field.max ? problem('too-many', { max: field.max }) : [];
    case 'address':
      return isAddress(answer) ? addressProblems(field.name, answer) : problem('not-valid');
    default:
      if (typeof answer !== 'string') return problem('not-valid');
      return textProblem(field, answer, today).flatMap((code) =>
        problem(code, code === 'too-long' ? { max: longest(field) } : undefined),
      );
  }
}

type TextField = Exclude<
  Field,
  { type: 'consent' | 'number' | 'choices' | 'files' | 'address' | 'information' }
>;
const longest = (field: TextField): number =>
  field.type === 'text' || field.type === 'textarea' ? field.maxLength : 254;

function textProblem(field: TextField, answer: string, today: string): string[] {
  if (answer.length > longest(field)) return ['too-long'];
  switch (field.type) {
    case 'text':
      return field.pattern && !patternReaders[field.pattern](answer) ? [`not-a-${field.pattern}`] : [];
    case 'email':
      return readEmail(answer) ? [] : ['not-an-email'];
    case 'phone':
      return readPhone(answer) ? [] : ['not-a-phone'];
    case 'date':
      return dateProblem(field, readDate(answer), today);
    case 'choice':
      return field.options.some((option) => option.value === answer) ? [] : ['not-an-option'];
    case 'commune':
      return /^\d[\dAB]\d{3}$/.test(answer) ? [] : ['not-an-option'];
    default:
      return [];
  }
}

function dateProblem(field: OfType<'date'>, day: string | undefined, today: string): string[] {
  if (!day) return ['not-a-date'];
  if (field.past && day > today) return ['date-in-future'];
  if (field.future && day < today) return ['date-in-past'];
  return [];
}

function numberProblem(field: OfType<'number'>, answer: number): FieldProblem[] {
  if (field.min !== undefined && answer < field.min)
    return [{ field: field.name, code: 'too-small', params: { min: field.min } }];
  if (field.max !== undefined && answer > field.max)
    return [{ field: field.name, code: 'too-large', params: { max: field.max } }];
  return [];
}

function optionsProblem(field: OfType<'choices'>, answer: Answer): FieldProblem[] {
  const known = new Set(field.options.map((option) => option.value));
  const valid = Array.isArray(answer) && answer.every((value) => known.has(String(value)));
  return valid ? [] : [{ field: field.name, code: 'not-an-option' }];
}

const addressParts = ['lines', 'postalCode', 'city'] as const;
function addressProblems(name: string, address: Record<(typeof addressParts)[number], string>) {
  return addressParts.flatMap((part): FieldProblem[] => {
    const field = `${name}.${part}`;
    const value = address[part];
    if (!value) return [{ field, code: 'missing' }];
    if (value.length > 200) return [{ field, code: 'too-long', params: { max: 200 } }];
    return part === 'postalCode' && !readPostalCode(value) ? [{ field, code: 'not-a-postal-code' }] : [];
  });
}

const missing = (field: Field): FieldProblem[] =>
  field.type === 'address'
    ? addressParts.map((part) => ({ field: `${field.name}.${part}`, code: 'missing' }))
    : [{ field: field.name, code: 'missing' }];
