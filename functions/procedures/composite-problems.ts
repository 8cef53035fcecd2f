import type { FieldProblem } from '../shared/refusal.ts';
import type { Address, Child, Field, Period, SwornStatement } from './field.ts';
import { readDate, readPostalCode } from './formats.ts';
import { dateProblem } from './text-problems.ts';

const addressParts = ['lines', 'postalCode', 'city'] as const;
const parts: Partial<Record<Field['type'], readonly string[]>> = {
  address: addressParts,
  period: ['from', 'to'],
  'sworn-statement': ['givenName', 'familyName'],
  'household-child': ['givenName', 'familyName', 'birthDate'],
};

/** Each part of an answer made of several that was left empty; undefined for a question of one part. */
export const missingParts = ({ type, name }: Field): FieldProblem[] | undefined =>
  parts[type]?.map((part) => ({ field: `${name}.${part}`, code: 'missing' }));

/** A place of public space may have no postal code. */
export function addressProblems(name: string, address: Address, isPlace = false): FieldProblem[] {
  return addressParts.flatMap((part): FieldProblem[] => {
    const field = `${name}.${part}`;
    const value = address[part];
    if (!value) return isPlace && part === 'postalCode' ? [] : [{ field, code: 'missing' }];
    if (value.length > 200) return [{ field, code: 'too-long', params: { max: 200 } }];
    return part === 'postalCode' && !readPostalCode(value) ? [{ field, code: 'not-a-postal-code' }] : [];
  });
}

/** Both days count: from a day to the same day is one day. */
export function periodProblems(name: string, { from, to }: Period, maxDays?: number): FieldProblem[] {
  const wrong = Object.entries({ from, to }).flatMap(([part, typed]): FieldProblem[] => {
    if (!typed) return [{ field: `${name}.${part}`, code: 'missing' }];
    return readDate(typed) ? [] : [{ field: `${name}.${part}`, code: 'not-a-date' }];
  });
  if (wrong.length > 0) return wrong;
  if (to < from) return [{ field: `${name}.to`, code: 'ends-before-start' }];
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return maxDays !== undefined && days > maxDays
    ? [{ field: `${name}.to`, code: 'too-many-days', params: { max: maxDays } }]
    : [];
}

/** A statement is signed by its names, on a day that has come (CRPA L113-13). */
export function statementProblems(name: string, signed: SwornStatement, today: string): FieldProblem[] {
  const names = nameProblems(name, signed);
  const dated = dateProblem(readDate(signed.signedOn), today, { past: true });
  return dated && names.length === 0 ? [{ field: `${name}.signedOn`, code: dated.code }] : names;
}

/** A child has a name, and was born: today at the latest. */
export function childProblems(name: string, child: Child, today: string): FieldProblem[] {
  const field = `${name}.birthDate`;
  const born = child.birthDate
    ? dateProblem(readDate(child.birthDate), today, { past: true })
    : { code: 'missing' };
  return [...nameProblems(name, child), ...(born ? [{ field, code: born.code }] : [])];
}

const nameProblems = (
  name: string,
  person: Pick<SwornStatement, 'givenName' | 'familyName'>,
): FieldProblem[] =>
  (['givenName', 'familyName'] as const).flatMap((part): FieldProblem[] => {
    const field = `${name}.${part}`;
    if (!person[part]) return [{ field, code: 'missing' }];
    return person[part].length > 100 ? [{ field, code: 'too-long', params: { max: 100 } }] : [];
  });
