import { type Finding, found, nearest, type Path } from './finding.ts';

/** Comparisons of the condition language, and what joins them. */
const operators = [
  'is',
  'in',
  'filled',
  'above',
  'below',
  'onOrBefore',
  'onOrAfter',
  'olderThan',
  'youngerThan',
  'countAbove',
];
const joints = ['all', 'any', 'not'];
const shapeOfOperator: Record<string, string> = {
  is: 'text-number-boolean',
  in: 'list',
  filled: 'boolean',
  above: 'number',
  below: 'number',
  onOrBefore: 'day',
  onOrAfter: 'day',
  olderThan: 'years',
  youngerThan: 'years',
  countAbove: 'count',
};

/** The parts of a condition that are not one, at any depth: unions alone say only that none of their branches fits. */
export function faultyCondition(value: unknown, path: Path): Finding[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [found(path, 'bad-condition')];
  const keys = Object.keys(value);
  const parts = value as Record<string, unknown>;
  const joint = keys.find((key) => joints.includes(key));
  if (joint) {
    if (keys.length > 1) return [found(path, 'mixed-condition', { name: joint })];
    if (joint === 'not') return faultyCondition(parts.not, [...path, 'not']);
    const list = parts[joint];
    if (!Array.isArray(list) || list.length === 0)
      return [found([...path, joint], 'empty-joint', { name: joint })];
    return list.flatMap((part, at) => faultyCondition(part, [...path, joint, at]));
  }
  const others = keys.filter((key) => key !== 'field');
  const unknown = others.find((key) => !operators.includes(key));
  if (unknown) {
    const near = nearest(unknown, operators);
    return [
      found(path, 'unknown-operator', { name: unknown, ...(near && { near }), all: operators.join(', ') }),
    ];
  }
  if (typeof parts.field !== 'string') return [found(path, 'condition-without-field')];
  if (!/^[a-z][a-zA-Z0-9]*$/.test(parts.field))
    return [found([...path, 'field'], 'bad-format', { key: 'name' })];
  if (others.length !== 1)
    return [
      found(path, others.length ? 'two-operators' : 'condition-without-operator', {
        all: operators.join(', '),
      }),
    ];
  const [operator = ''] = others;
  return fits(operator, parts[operator])
    ? []
    : [
        found([...path, operator], 'bad-operand', {
          name: operator,
          wanted: shapeOfOperator[operator] ?? '',
        }),
      ];
}

function fits(operator: string, value: unknown): boolean {
  switch (shapeOfOperator[operator]) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'list':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((one) => ['string', 'number'].includes(typeof one))
      );
    case 'day':
      return (
        value === 'today' ||
        (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)))
      );
    case 'years':
    case 'count':
      return (
        Number.isInteger(value) && Number(value) >= 0 && (operator === 'countAbove' || Number(value) <= 150)
      );
    default:
      return ['string', 'number', 'boolean'].includes(typeof value);
  }
}
