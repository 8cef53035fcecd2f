import { holds, inRow } from './conditions.ts';
import type { Answers, Field, Row } from './field.ts';

type OfType<T extends Field['type']> = Extract<Field, { type: T }>;
export type Block = OfType<'repeat'>;
export type Table = OfType<'table'>;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rows that a block must have: none when it need not be filled. */
export const fewestRows = (block: Block): number => (block.required ? block.min : 0);

/** Rows given, with empty ones up to the fewest: those that a person sees from the start. */
export function rowsOf(block: Block, answer: unknown): Row[] {
  const given = Array.isArray(answer) ? answer.map((row) => (isRecord(row) ? (row as Row) : {})) : [];
  const lacking = Math.max(0, fewestRows(block) - given.length);
  return [...given, ...Array.from({ length: lacking }, (): Row => ({}))];
}

/** Questions of one row whose condition holds: a field of the row hides one of the same name outside. */
export const rowFields = (block: Block, row: Row, answers: Answers, today?: string): Field[] =>
  block.fields.filter((field) => holds(field.when, inRow(answers, row), today));

/** A row without what was answered to questions that it does not ask. */
export function keepRow(block: Block, row: Row, answers: Answers, today?: string): Row {
  const asked = new Set(rowFields(block, row, answers, today).map(({ name }) => name));
  const names = Object.keys(row);
  const kept = names.filter((name) => asked.has(name));
  if (kept.length === names.length) return row;
  return keepRow(block, Object.fromEntries(kept.map((name) => [name, row[name]])), answers, today);
}

/** A column as the question that each of its cells asks. */
export const cellField = ({ type, name, label, required }: Table['columns'][number]): Field =>
  type === 'text'
    ? { type, name, label, required, maxLength: 200 }
    : ({ type, name, label, required } as Field);
