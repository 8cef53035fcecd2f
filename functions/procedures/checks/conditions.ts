import type { Condition } from '../condition.ts';
import type { Field } from '../field.ts';
import { type Finding, found, missing, type Path } from './finding.ts';
import { type Atom, atomsOf, depthOf, mentioned, type Question, type RowField } from './questions.ts';

/** Where a condition stands: what may be named there, and which questions come before. */
export type Scope = {
  questions: readonly Question[];
  /** Questions of the same row, for a condition inside a block; only those before may be named. */
  row?: readonly RowField[];
  /** The question, or the first of the step, that the condition shows. */
  asking?: Question;
  /** Values that the pseudo question `outcome` may have here; none before a decision. */
  outcomes?: readonly string[];
};

const deepest = 8;
const operatorsOf: Record<string, readonly string[]> = {
  choice: ['is', 'in', 'filled'],
  choices: ['is', 'in', 'filled', 'countAbove'],
  commune: ['is', 'in', 'filled'],
  country: ['is', 'in', 'filled'],
  'yes-no': ['is', 'filled'],
  consent: ['is', 'filled'],
  number: ['is', 'in', 'above', 'below', 'filled'],
  amount: ['is', 'in', 'above', 'below', 'filled'],
  date: ['is', 'onOrBefore', 'onOrAfter', 'olderThan', 'youngerThan', 'filled'],
  'birth-date': ['is', 'onOrBefore', 'onOrAfter', 'olderThan', 'youngerThan', 'filled'],
  period: ['onOrBefore', 'onOrAfter', 'filled'],
  repeat: ['countAbove', 'filled'],
  files: ['countAbove', 'filled'],
};
const ofText = ['is', 'in', 'filled'];
const onlyFilled = ['filled'];
const texts = ['text', 'textarea', 'given-name', 'family-name', 'email', 'phone', 'time'];
const numbers = ['siret', 'rna', 'iban', 'licence-plate'];
/** Comparisons that a kind of question allows. */
export const operatorsFor = (type: Field['type']): readonly string[] =>
  operatorsOf[type] ?? ([...texts, ...numbers].includes(type) ? ofText : onlyFilled);

/** What is wrong with a condition: unknown or later questions, comparisons and values that their kind does not know. */
export function conditionFindings(condition: Condition | undefined, path: Path, scope: Scope): Finding[] {
  if (!condition) return [];
  const findings = atomsOf(condition, path).flatMap((one) => atomFindings(one.atom, one.path, scope));
  const depth = depthOf(condition);
  return depth > deepest ? [...findings, found(path, 'too-deep', { max: deepest })] : findings;
}

function atomFindings(atom: Atom, path: Path, scope: Scope): Finding[] {
  const name = atom.field;
  const ofRow = scope.row?.find((field) => field.name === name);
  const question = scope.questions.find(({ field }) => field.name === name);
  const field = ofRow ?? question?.field;
  if (!field) return unknown(atom, path, scope);
  if (!ofRow && question && scope.asking) {
    const late = lateness(question, scope.asking, scope.questions);
    if (late) return [found(path, late, { name })];
  }
  if (field.type === 'information') return [found(path, 'never-answered', { name })];
  const operator = operatorIn(atom);
  const allowed = operatorsFor(field.type);
  if (!allowed.includes(operator))
    return [found(path, 'wrong-operator', { name, operator, type: field.type, all: allowed.join(', ') })];
  return valueFindings(atom, field, path);
}

function unknown(atom: Atom, path: Path, { questions, row, outcomes }: Scope): Finding[] {
  const name = atom.field;
  if (name === 'outcome' && outcomes?.length) {
    const named = valuesOf(atom);
    const strange = named.find((value) => !outcomes.includes(String(value)));
    if (strange === undefined) return [];
    return [found(path, 'not-an-option', { name, value: String(strange), all: outcomes.join(', ') })];
  }
  if (name === 'outcome') return [found(path, 'outcome-too-early')];
  const block = questions.find(
    ({ field }) => field.type === 'repeat' && field.fields.some((one) => one.name === name),
  );
  if (block) return [found(path, 'inside-a-block', { name, block: block.field.name })];
  const names = [...(row ?? []), ...questions.map(({ field }) => field)].map((field) => field.name);
  return missing('unknown-question', path, name, names);
}

/** A question asked later cannot decide: one that waits for this very one never will. */
function lateness(question: Question, asking: Question, all: readonly Question[]): string | undefined {
  if (question.order < asking.order) return undefined;
  if (question === asking) return 'asks-itself';
  return leadsTo(question, asking.field.name, all, new Set()) ? 'circular' : 'asked-later';
}
function leadsTo(from: Question, name: string, all: readonly Question[], seen: Set<string>): boolean {
  if (seen.has(from.field.name)) return false;
  seen.add(from.field.name);
  return from.conditions.flatMap(mentioned).some((other) => {
    if (other === name) return true;
    const next = all.find(({ field }) => field.name === other);
    return next !== undefined && leadsTo(next, name, all, seen);
  });
}

export const operatorIn = (atom: Atom): string => Object.keys(atom).find((key) => key !== 'field') ?? '';
const valuesOf = (atom: Atom): (string | number | boolean)[] =>
  'is' in atom ? [atom.is] : 'in' in atom ? atom.in : [];

function valueFindings(atom: Atom, field: Field | RowField, path: Path): Finding[] {
  const { name, type } = field;
  if (type === 'choice' || type === 'choices') {
    const options = field.options.map(({ value }) => value);
    return valuesOf(atom).flatMap((value) =>
      options.includes(String(value))
        ? []
        : [found(path, 'not-an-option', { name, value: String(value), all: options.join(', ') })],
    );
  }
  const wanted =
    type === 'yes-no' || type === 'consent'
      ? 'boolean'
      : type === 'number' || type === 'amount'
        ? 'number'
        : 'string';
  const strange = valuesOf(atom).find((value) => typeof value !== wanted);
  return strange === undefined
    ? []
    : [found(path, 'wrong-value', { name, type, value: String(strange), wanted })];
}
