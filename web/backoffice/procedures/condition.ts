import type { Condition } from '../../../functions/procedures/condition.ts';
import { isRecord } from './document.ts';

export const operators = [
  'is',
  'in',
  'filled',
  'empty',
  'above',
  'below',
  'onOrBefore',
  'onOrAfter',
  'olderThan',
  'youngerThan',
  'countAbove',
] as const;
export type Operator = (typeof operators)[number];

/** A condition as it is worked on: lines and groups of lines, each possibly turned round. */
export type Line = { kind: 'line'; not: boolean; field: string; operator: Operator; value: unknown };
export type Group = { kind: 'group'; not: boolean; mode: 'all' | 'any'; parts: Part[] };
export type Part = Line | Group;

/** Operators that suit a kind of question, the most usual first. */
export function operatorsFor(type: string): Operator[] {
  switch (type) {
    case 'choice':
    case 'commune':
    case 'country':
      return ['is', 'in', 'filled', 'empty'];
    case 'choices':
      return ['is', 'in', 'countAbove', 'filled', 'empty'];
    case 'yes-no':
      return ['is', 'filled', 'empty'];
    case 'consent':
      return ['is'];
    case 'number':
    case 'amount':
      return ['above', 'below', 'is', 'filled', 'empty'];
    case 'date':
    case 'birth-date':
      return ['olderThan', 'youngerThan', 'onOrBefore', 'onOrAfter', 'filled', 'empty'];
    case 'period':
      return ['onOrBefore', 'onOrAfter', 'filled', 'empty'];
    case 'repeat':
    case 'files':
      return ['countAbove', 'filled', 'empty'];
    case 'outcome':
      return ['is'];
    case 'text':
    case 'licence-plate':
      return ['filled', 'empty', 'is'];
    default:
      return ['filled', 'empty'];
  }
}

/** The value an operator starts with on a question, before somebody chooses. */
export function firstValue(operator: Operator, type: string, options: readonly string[]): unknown {
  if (operator === 'is')
    return type === 'yes-no' || type === 'consent'
      ? true
      : type === 'number' || type === 'amount'
        ? 0
        : (options[0] ?? '');
  if (operator === 'in') return options.slice(0, 1);
  if (operator === 'onOrBefore' || operator === 'onOrAfter') return 'today';
  if (operator === 'olderThan' || operator === 'youngerThan') return 18;
  return 0;
}

/** Reads whatever stands in the document; what is no condition is an empty group. */
export function parsed(value: unknown): Group {
  const part = partOf(value, false);
  if (!part) return { kind: 'group', not: false, mode: 'all', parts: [] };
  return part.kind === 'group' ? part : { kind: 'group', not: false, mode: 'all', parts: [part] };
}

function partOf(value: unknown, not: boolean): Part | undefined {
  if (!isRecord(value)) return undefined;
  if ('not' in value) return partOf(value.not, !not);
  for (const mode of ['all', 'any'] as const) {
    const inner = value[mode];
    if (Array.isArray(inner))
      return { kind: 'group', not, mode, parts: inner.flatMap((one) => partOf(one, false) ?? []) };
  }
  const field = typeof value.field === 'string' ? value.field : '';
  if ('filled' in value)
    return { kind: 'line', not, field, operator: value.filled ? 'filled' : 'empty', value: undefined };
  const operator = operators.find((each) => each in value) ?? 'filled';
  return { kind: 'line', not, field, operator, value: value[operator] };
}

/** The condition as the document keeps it, in its shortest form; undefined when nothing is asked. */
export function written(group: Group): Condition | undefined {
  const parts = group.parts.flatMap((part) => (part.kind === 'group' ? (written(part) ?? []) : lineOf(part)));
  if (parts.length === 0) return undefined;
  const joined = parts.length === 1 ? (parts[0] as Condition) : ({ [group.mode]: parts } as Condition);
  return group.not ? { not: joined } : joined;
}

function lineOf({ not, field, operator, value }: Line): Condition {
  const plain = (
    operator === 'filled' || operator === 'empty'
      ? { field, filled: operator === 'filled' }
      : { field, [operator]: value }
  ) as Condition;
  return not ? { not: plain } : plain;
}
