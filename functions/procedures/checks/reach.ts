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
    case 'choices': {
      const all = field.options.map(({ value }) => value);
      return [...all.map((value) => [value]), ...all.slice(1).map((_, at) => all.slice(0, at + 2))];
    }
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
      const named = atoms.flatMap((atom) => ('is' in atom ? [atom.is] : 'in' in atom ? atom.in : []));
      return [...new Set(named), 'x'] as Answer[];
    }
  }
}

function numbersIn(atoms: readonly Atom[], min = -1e9, max = 1e9): number[] {
  const bounds = atoms.flatMap((atom) => {
    if ('above' in atom) return [atom.above];
    if ('below' in atom) return [atom.below];
    return ('is' in atom ? [atom.is] : 'in' in atom ? atom.in : []).filter((one) => typeof one === 'number');
  });
  const near = bounds.flatMap((bound) => [bound - 0.01, bound, bound + 0.01]);
  return [...new Set([...near, min, max])].filter((one) => one >= min && one <= max);
}
function countsIn(atoms: readonly Atom[], min: number, max: number): number[] {
  const near = atoms.flatMap((atom) => ('countAbove' in atom ? [atom.countAbove, atom.countAbove + 1] : []));
  return [...new Set([...near, min, max])].filter((one) => one >= min && one <= max);
}

const yearsBack = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4).replace('-02-29', '-02-28')}`;
function daysIn(atoms: readonly Atom[], today: string): Answer[] {
  const days = atoms.flatMap((atom) => {
    if ('onOrBefore' in atom) return around(atom.onOrBefore === 'today' ? today : atom.onOrBefore);
    if ('onOrAfter' in atom) return around(atom.onOrAfter === 'today' ? today : atom.onOrAfter);
    if ('olderThan' in atom) return [0, 1, 2].map((more) => yearsBack(today, atom.olderThan + more));
    if ('youngerThan' in atom) return [0, -1].map((more) => yearsBack(today, atom.youngerThan + more));
    return 'is' in atom ? [String(atom.is)] : [];
  });
  return [...new Set([...days, today])];
}
/** The day, and days well before and after it: which day exactly makes no difference. */
const around = (day: string): string[] => [yearsBack(day, 1), day, yearsBack(day, -1)];
