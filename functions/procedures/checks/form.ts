import type { Field, Procedure, Step } from '../procedure.ts';
import { conditionFindings } from './conditions.ts';
import { type Finding, found, type Path, repeated } from './finding.ts';
import { type Question, questionsOf, type RowField } from './questions.ts';
import { canHold } from './reach.ts';

/** What is wrong with the form: names, conditions, bounds, and questions that nobody would ever be asked. */
export function formFindings(procedure: Procedure, today: string): Finding[] {
  const questions = questionsOf(procedure);
  const own = [
    ...repeated(questions.map(({ field, path }) => [field.name, [...path, 'name']])),
    ...repeated(procedure.steps.map(({ id }, at) => [id, ['steps', at, 'id']])),
    ...procedure.steps.flatMap((step, at) => stepFindings(step, ['steps', at], questions)),
    ...questions.flatMap((question) => questionFindings(question, questions)),
  ];
  // A condition on a name that does not exist never holds either: one fault is said once.
  return own.length > 0 ? own : hidden(procedure, questions, today);
}

function stepFindings(step: Step, path: Path, questions: readonly Question[]): Finding[] {
  const first = questions.find(({ field }) => field === step.fields[0]);
  return conditionFindings(step.when, [...path, 'when'], { questions, asking: first });
}

function questionFindings(question: Question, questions: readonly Question[]): Finding[] {
  const { field, path } = question;
  const when = conditionFindings(field.when, [...path, 'when'], { questions, asking: question });
  const reserved =
    field.name === 'outcome' ? [found([...path, 'name'], 'reserved', { name: 'outcome' })] : [];
  return [...reserved, ...when, ...boundFindings(field, path), ...insideFindings(question, questions)];
}

function boundFindings(field: Field | RowField, path: Path): Finding[] {
  const wrong = (least: number | undefined, max: number | undefined, key: string) =>
    least !== undefined && max !== undefined && least > max
      ? [found([...path, key], 'bounds', { min: least, max })]
      : [];
  switch (field.type) {
    case 'number':
      return wrong(field.min, field.max, 'min');
    case 'amount':
      return wrong(field.minCents, field.maxCents, 'minCents');
    case 'birth-date':
      return wrong(field.minAge, field.maxAge, 'minAge');
    case 'repeat':
      return wrong(field.min, field.max, 'min');
    case 'date':
      return field.past && field.future ? [found([...path, 'future'], 'past-and-future')] : [];
    case 'choice':
    case 'choices':
      return repeated(field.options.map(({ value }, at) => [value, [...path, 'options', at, 'value']]));
    default:
      return [];
  }
}

/** Questions of a block and cells of a table. */
function insideFindings({ field, path }: Question, questions: readonly Question[]): Finding[] {
  if (field.type === 'table')
    return [
      ...repeated(field.rows.map(({ value }, at) => [value, [...path, 'rows', at, 'value']])),
      ...repeated(field.columns.map(({ name }, at) => [name, [...path, 'columns', at, 'name']])),
    ];
  if (field.type !== 'repeat') return [];
  const asking = questions.find((question) => question.field === field);
  return [
    ...repeated(field.fields.map(({ name }, at) => [name, [...path, 'fields', at, 'name']])),
    ...field.fields.flatMap((inner, at) => {
      const place = [...path, 'fields', at];
      const row = field.fields.slice(0, at);
      return [
        ...conditionFindings(inner.when, [...place, 'when'], { questions, row, asking }),
        ...boundFindings(inner, place),
      ];
    }),
  ];
}

/** Questions and steps that no answers show; and procedures for which everybody is refused. */
function hidden(procedure: Procedure, questions: readonly Question[], today: string): Finding[] {
  const ask = (conditions: Question['conditions']) => canHold(conditions, questions, today) === false;
  const neverAsked = questions.filter(({ conditions }) => conditions.length > 0 && ask(conditions));
  const steps = procedure.steps.flatMap((_, at) => {
    const inside = questions.filter(({ path }) => path[1] === at);
    return inside.every((question) => neverAsked.includes(question))
      ? [found(['steps', at], 'step-never-shown')]
      : [];
  });
  const alone = neverAsked
    .filter(({ path }) => !steps.some((step) => step.path[1] === path[1]))
    .map(({ path }) => found([...path, 'when'], 'never-shown'));
  const nobody =
    procedure.ineligible.length > 0 && ask(procedure.ineligible.map(({ when }) => ({ not: when })));
  return [...steps, ...alone, ...(nobody ? [found(['ineligible'], 'nobody-eligible')] : [])];
}
