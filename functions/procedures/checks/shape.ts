import type * as z from 'zod';
import { Field, type Procedure, Procedure as Schema } from '../procedure.ts';
import { WorkStep } from '../workflow.ts';
import { faultyCondition } from './condition-shape.ts';
import { type Finding, found, nearest, type Path } from './finding.ts';

type Issue = z.core.$ZodIssue;
/** A document by the schema alone: the procedure when its shape is right, else what is not. */
export function readShape(document: unknown): { procedure: Procedure } | { findings: Finding[] } {
  const parsed = Schema().safeParse(document);
  if (parsed.success) return { procedure: parsed.data };
  return { findings: parsed.error.issues.slice(0, 200).flatMap((issue) => findingsOf(issue, document)) };
}

function findingsOf(issue: Issue, document: unknown): Finding[] {
  const path = issue.path as Path;
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(document, path) === undefined
        ? [found(path, 'required', { expected: issue.expected })]
        : [found(path, 'wrong-type', { expected: issue.expected })];
    case 'unrecognized_keys':
      return issue.keys.map((name) => {
        const near = nearest(name, knownKeys(path));
        return found(path, 'unknown-field', { name, ...(near && { near }) });
      });
    case 'invalid_value':
      return [found(path, 'not-one-of', { all: issue.values.map(String).join(', ') })];
    case 'too_small':
      return [
        found(
          path,
          `${issue.origin === 'string' ? 'too-short' : issue.origin === 'array' ? 'too-few' : 'too-small'}`,
          { min: Number(issue.minimum) },
        ),
      ];
    case 'too_big':
      return [
        found(
          path,
          `${issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-large'}`,
          { max: Number(issue.maximum) },
        ),
      ];
    case 'invalid_format':
      return [found(path, 'bad-format', { key: lastName(path) })];
    case 'invalid_key':
      return [found(path, 'bad-format', { key: String(path.at(-2) ?? '') })];
    case 'invalid_union':
      return unionFindings(issue, path, document);
    default:
      return [found(path, 'wrong-type', { expected: 'object' })];
  }
}

function unionFindings(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  document: unknown,
): Finding[] {
  const value = valueAt(document, path);
  const last = path.at(-1);
  if (issue.errors.length === 0) {
    const kinds = kindsAt(path);
    const at =
      last === 'type' || last === 'kind' ? path : [...path, path.includes('workflow') ? 'kind' : 'type'];
    const given = String(valueAt(document, at) ?? '');
    const near = nearest(given, kinds);
    return [
      found(at, given ? 'unknown-kind' : 'kind-missing', {
        name: given,
        ...(near && { near }),
        all: kinds.join(', '),
      }),
    ];
  }
  if (last === 'by') return [found(path, 'bad-actor')];
  const faulty = faultyCondition(value, path);
  return faulty.length > 0 ? faulty : [found(path, 'bad-condition')];
}

const valueAt = (document: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    document,
  );
const lastName = (path: Path): string =>
  String([...path].reverse().find((key) => typeof key === 'string') ?? '');

type Tagged = { options: readonly { shape: Record<string, { value?: unknown }> }[] };
const tags = (schema: unknown, key: string): string[] =>
  (schema as Tagged).options.map(({ shape }) => String(shape[key]?.value ?? ''));
/** Kinds of question, or of step of the instruction, that may stand there. */
const kindsAt = (path: Path): string[] => {
  if (path.includes('workflow')) return tags(WorkStep(), 'kind');
  const all = tags(Field(), 'type');
  const inBlock = path.filter((key) => key === 'fields').length > 1;
  const alone = [
    'place',
    'period',
    'sworn-statement',
    'files',
    'household-child',
    'safe-document',
    'appointment',
    'repeat',
    'table',
    'information',
  ];
  return inBlock ? all.filter((kind) => !alone.includes(kind)) : all;
};
/** Keys that exist at the root, in a step, in a question: enough to guess what was meant. */
const knownKeys = (path: Path): string[] => {
  if (path.length === 0) return Object.keys(Schema().shape);
  if (path.includes('fields'))
    return [
      'name',
      'label',
      'hint',
      'required',
      'when',
      'options',
      'maxLength',
      'min',
      'max',
      'unit',
      'pattern',
      'past',
      'future',
      'fields',
      'rowLabel',
      'addLabel',
      'document',
      'accept',
      'value',
    ];
  if (path[0] === 'workflow')
    return [
      'id',
      'kind',
      'title',
      'when',
      'days',
      'points',
      'from',
      'question',
      'outcomes',
      'template',
      'by',
      'mode',
      'fee',
      'role',
      'agent',
      'department',
    ];
  if (path[0] === 'documents')
    return ['code', 'label', 'hint', 'when', 'requiredBy', 'accepts', 'validMonths'];
  return [
    'id',
    'title',
    'hint',
    'when',
    'fields',
    'department',
    'because',
    'mode',
    'period',
    'article',
    'from',
    'to',
    'code',
    'label',
    'cents',
    'months',
    'disposal',
    'days',
    'reminders',
  ];
};
