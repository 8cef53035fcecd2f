import type { FieldProblem } from '../shared/refusal.ts';
import { type Block, cellField, fewestRows, isRecord, rowFields, rowsOf, type Table } from './blocks.ts';
import {
  addressProblems,
  childProblems,
  missingParts,
  periodProblems,
  statementProblems,
} from './composite-problems.ts';
import type { Answer, Answers, Child, Field, Period, Row, SwornStatement } from './field.ts';
import { isAddress, isSlot, normalise } from './normalise.ts';
import { textProblem } from './text-problems.ts';
import { isAsked } from './visible-form.ts';

type OfType<T extends Field['type']> = Extract<Field, { type: T }>;

/**
 * What is wrong with the answer to one visible field; empty when nothing is. Parts are named after the field
 * (`address.city`, `period.to`, `children.0.birthDate`, `table.row.column`). Codes: `missing not-valid too-long{max}
 * not-an-email not-a-phone not-a-postal-code not-a-licence-plate not-a-siret not-a-rna not-an-iban not-a-time not-a-date
 * date-in-future date-in-past too-young{min} too-old{max} ends-before-start too-many-days{max} not-a-number too-small{min}
 * too-large{max} not-an-amount amount-too-small{min} amount-too-large{max} not-an-option too-many{max} too-few{min}`.
 * @param today a calendar day
 * @param answers those of the whole form, which the conditions inside a row may name
 */
export function problemsOfField(
  field: Field,
  typed: Answer,
  today: string,
  answers: Answers = {},
): FieldProblem[] {
  const answer = normalise(field, typed);
  if (field.type === 'repeat') return blockProblems(field, answer, today, answers);
  if (answer === undefined) return isAsked(field) && field.required ? missing(field) : [];
  const problem = (code: string, params?: FieldProblem['params']): FieldProblem[] => [
    { field: field.name, code, ...(params && { params }) },
  ];
  switch (field.type) {
    case 'consent':
      return answer === true ? [] : problem('not-valid');
    case 'yes-no':
      return typeof answer === 'boolean' ? [] : problem('not-valid');
    case 'number':
      return typeof answer === 'number' ? numberProblem(field, answer) : problem('not-a-number');
    case 'amount':
      return Number.isInteger(answer) ? amountProblem(field, answer as number) : problem('not-an-amount');
    case 'choices':
      return optionsProblem(field, answer);
    case 'files':
      if (!Array.isArray(answer)) return problem('not-valid');
      return answer.length > field.max ? problem('too-many', { max: field.max }) : [];
    case 'address':
      return isAddress(answer) ? addressProblems(field.name, answer) : problem('not-valid');
    case 'place':
      if (isAddress(answer)) return addressProblems(field.name, answer, true);
      if (typeof answer !== 'string') return problem('not-valid');
      return answer.length > 1_000 ? problem('too-long', { max: 1_000 }) : [];
    case 'period':
      return isRecord(answer)
        ? periodProblems(field.name, answer as Period, field.maxDays)
        : problem('not-valid');
    case 'sworn-statement':
      return isRecord(answer)
        ? statementProblems(field.name, answer as SwornStatement, today)
        : problem('not-valid');
    case 'household-child':
      return isRecord(answer) ? childProblems(field.name, answer as Child, today) : problem('not-valid');
    case 'appointment':
      return isSlot(answer) ? [] : problem('not-valid');
    case 'table':
      return isRecord(answer)
        ? tableProblems(field, answer as Record<string, Row>, today)
        : problem('not-valid');
    default: {
      if (typeof answer !== 'string') return problem('not-valid');
      const wrong = textProblem(field, answer, today);
      return wrong ? problem(wrong.code, wrong.params) : [];
    }
  }
}

function missing(field: Field): FieldProblem[] {
  if (field.type === 'table') {
    const cells = tableProblems(field, {}, '');
    if (cells.length > 0) return cells;
  }
  return missingParts(field) ?? [{ field: field.name, code: 'missing' }];
}

/** Every row shown is judged, so that each empty question is named rather than the block. */
function blockProblems(block: Block, answer: Answer, today: string, answers: Answers): FieldProblem[] {
  const wrong = (code: string, params?: FieldProblem['params']) => ({ field: block.name, code, params });
  if (answer !== undefined && !Array.isArray(answer)) return [{ field: block.name, code: 'not-valid' }];
  const given = Array.isArray(answer) ? answer.length : 0;
  if (given > block.max) return [wrong('too-many', { max: block.max })];
  const problems = rowsOf(block, answer).flatMap((row, at) =>
    rowFields(block, row, answers, today).flatMap((field) =>
      problemsOfField(field, row[field.name], today).map((problem) => ({
        ...problem,
        field: `${block.name}.${at}.${problem.field}`,
      })),
    ),
  );
  const fewest = fewestRows(block);
  return problems.length === 0 && given < fewest ? [wrong('too-few', { min: fewest })] : problems;
}

const tableProblems = (table: Table, answer: Record<string, Row>, today: string): FieldProblem[] =>
  table.rows.flatMap(({ value }) =>
    table.columns.map(cellField).flatMap((cell) =>
      problemsOfField(cell, answer[value]?.[cell.name], today).map((problem) => ({
        ...problem,
        field: `${table.name}.${value}.${problem.field}`,
      })),
    ),
  );

function numberProblem({ name, min, max }: OfType<'number'>, answer: number): FieldProblem[] {
  if (min !== undefined && answer < min) return [{ field: name, code: 'too-small', params: { min } }];
  if (max !== undefined && answer > max) return [{ field: name, code: 'too-large', params: { max } }];
  return [];
}

/** Bounds are cents, and so are those told. */
function amountProblem(field: OfType<'amount'>, cents: number): FieldProblem[] {
  const { name, minCents: min = 0, maxCents: max } = field;
  if (cents < min) return [{ field: name, code: 'amount-too-small', params: { min } }];
  if (max !== undefined && cents > max) return [{ field: name, code: 'amount-too-large', params: { max } }];
  return [];
}

function optionsProblem(field: OfType<'choices'>, answer: Answer): FieldProblem[] {
  const known = new Set(field.options.map((option) => option.value));
  const valid = Array.isArray(answer) && answer.every((value) => known.has(String(value)));
  return valid ? [] : [{ field: field.name, code: 'not-an-option' }];
}
