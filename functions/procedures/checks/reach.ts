import { addDays } from '../../deadlines/day.ts';
import type { Condition } from '../condition.ts';
import { holds } from '../conditions.ts';
import type { Answer, Answers, Field } from '../field.ts';
import { type Atom, atomsOf, mentioned, type Question } from './questions.ts';

/** Beyond this many combinations of answers nobody can say in time whether a question is ever asked. */
const most = 4_000;

/**
 * Whether some answers make every condition hold, tried over one answer of each sort that the conditions tell apart; a
 * question that is not asked has no answer. `null` when there are too many to try.
 */
export function canHold(
  conditions: readonly Condition[],
  questions: readonly Question[],
  today: string,
): boolean | null {
  const involved = closure(conditions, questions);
  const atoms = [...conditions, ...involved.flatMap((question) => question.conditions)].flatMap((one) =>
    atomsOf(one, []).map(({ atom }) => atom),
  );
  const domains = involved.map((question) => ({
    question,
    answers: answersOf(
      question.field,
      atoms.filter(({ field }) => field === question.field.name),
      today,
    ),
  }));
  if (domains.reduce((count, { answers }) => count * answers.length, 1) > most) return null;
  const attempt = (at: number, answers: Answers): boolean => {
    const domain = domains[at];
    if (!domain) return conditions.every((one) => holds(one, answers, today));
    const { field, conditions: shows } = domain.question;
    if (!shows.every((one) => holds(one, answers, today))) return attempt(at + 1, answers);
    return domain.answers.some((answer) => attempt(at + 1, { ...answers, [field.name]: answer }));
  };
  return attempt(0, {});
}

/** The questions that the conditions depend on, in the order of asking. */
function closure(conditions: readonly Condition[], questions: readonly Question[]): Question[] {
  const names = new Set(conditions.flatMap(mentioned));
  for (const name of names)
    for (const { conditions: shows } of questions.filter(({ field }) => field.name === name))
      for (const other of shows.flatMap(mentioned)) names.add(other);
  return questions.filter(({ field }) => names.has(field.name));
}

/** One answer on each side of every bound that is asked about. */
function answersOf(field: Field, atoms: readonly Atom[], today: string): Answer[] {
  const answers = sorts(field, atoms, today);
  const mayBeEmpty = field.type === 'information' || !field.required || answers.length === 0;
  return mayBeEmpty ? [undefined, ...answers] : answers;
}

function sorts(field: Field, atoms: readonly Atom[], today: string): Answer[] {
  switch (field.type) {
    case 'choice':
      return field.options.map(({ value }) => value);
    case 'choices':
      return subsetsIn(
        atoms,
        field.options.map(({ value }) => value),
      );
    case 'yes-no':
      return [true, false];
    case 'consent':
      return [true];
    case 'number':
      return numbersIn(atoms, field.min, field.max);
    case 'amount':
      return numbersIn(atoms, field.minCents, field.maxCents);
    case 'date':
    case 'birth-date':
      return daysIn(atoms, today);
    case 'files':
      return countsIn(atoms, 1, field.max).map((count) => Array<string>(count).fill('x'));
    case 'repeat':
      return countsIn(atoms, Math.max(field.required ? 1 : 0, field.min), field.max).map((count) =>
        Array.from({ length: count }, () => ({})),
      );
    case 'period':
      return daysIn(atoms, today).map((from) => ({ from: String(from), to: String(from) }));
    default: {
      // Nobody writes the empty control character: it stands for every text that no condition names.
      return [...new Set(atoms.flatMap(valuesOf)), '\u0000'] as Answer[];
    }
  }
}

const valuesOf = (atom: Atom): (string | number | boolean)[] =>
  'is' in atom ? [atom.is] : 'in' in atom ? atom.in : [];

/** Every set of the values that are named, one other standing for the rest; of all values when they are counted. */
function subsetsIn(atoms: readonly Atom[], options: readonly string[]): string[][] {
  const isCounted = atoms.some((atom) => 'countAbove' in atom);
  const named = options.filter((option) => isCounted || atoms.flatMap(valuesOf).includes(option));
  const rest = options.find((option) => !named.includes(option));
  const values = rest === undefined ? named : [...named, rest];
  if (2 ** values.length > most) return Array.from({ length: most + 1 }, () => [...values]);
  const sets = Array.from({ length: 2 ** values.length - 1 }, (_, at) => at + 1);
  return sets.map((mask) => values.filter((_, at) => (mask >> at) % 2 === 1));
}

/** Each bound, and a number between each two. */
function numbersIn(atoms: readonly Atom[], min = -1e9, max = 1e9): number[] {
  const named = atoms.flatMap((atom) => {
    if ('above' in atom) return [atom.above];
    if ('below' in atom) return [atom.below];
    return valuesOf(atom).filter((one) => typeof one === 'number');
  });
  const bounds = [...new Set([...named, min, max])]
    .filter((one) => one >= min && one <= max)
    .sort((one, other) => one - other);
  return bounds.flatMap((bound, at) => [bound, (bound + (bounds[at + 1] ?? bound)) / 2]);
}
function countsIn(atoms: readonly Atom[], min: number, max: number): number[] {
  const near = atoms.flatMap((atom) => ('countAbove' in atom ? [atom.countAbove, atom.countAbove + 1] : []));
  return [...new Set([...near, min, max])].filter((one) => one >= min && one <= max);
}

const yearsBack = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4).replace('-02-29', '-02-28')}`;
/** Each day where the answer to a condition turns, and the days beside it: nothing turns between two of them. */
function daysIn(atoms: readonly Atom[], today: string): Answer[] {
  const turns = atoms.flatMap((atom) => {
    if ('onOrBefore' in atom) return [atom.onOrBefore === 'today' ? today : atom.onOrBefore];
    if ('onOrAfter' in atom) return [atom.onOrAfter === 'today' ? today : atom.onOrAfter];
    if ('olderThan' in atom) return [yearsBack(today, atom.olderThan + 1)];
    if ('youngerThan' in atom) return [yearsBack(today, atom.youngerThan)];
    return 'is' in atom ? [String(atom.is)] : [];
  });
  return [...new Set([...turns, today].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))];
}
