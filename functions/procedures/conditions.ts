import { readDate } from './formats.ts';
import type { Answer, Answers, Condition } from './procedure.ts';

/** Empty text, an empty list, an unticked box and an address without any line all count as no answer. */
export function isFilled(answer: Answer): boolean {
  if (answer === undefined || answer === null || answer === false) return false;
  if (typeof answer === 'string') return answer.trim() !== '';
  if (Array.isArray(answer)) return answer.length > 0;
  if (typeof answer === 'object') return Object.values(answer).some((part) => isFilled(part as Answer));
  return true;
}

/**
 * Whether a condition holds over these answers, as they are kept: only an answered "no" is `false`. A list of choices "is"
 * each of the values it contains. Questions of a row of a block are answered by `inRow(answers, row)`; the decision of the instruction is the answer `outcome`.
 * @param today calendar day of the answer; without it a condition on `today` or on an age does not hold
 */
export function holds(condition: Condition | undefined, answers: Answers, today?: string): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, today));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers, today));
  if ('not' in condition) return !holds(condition.not, answers, today);
  const answer = Object.hasOwn(answers, condition.field) ? answers[condition.field] : undefined;
  if ('is' in condition) return equals(answer, condition.is);
  if ('in' in condition) return condition.in.some((value) => equals(answer, value));
  if ('filled' in condition) return (answer === false || isFilled(answer)) === condition.filled;
  if ('countAbove' in condition) return Array.isArray(answer) && answer.length > condition.countAbove;
  if ('above' in condition || 'below' in condition) {
    const number = numberOf(answer);
    if (number === undefined) return false;
    return 'above' in condition ? number > condition.above : number < condition.below;
  }
  const day = dayOf(answer);
  if (!day) return false;
  if ('olderThan' in condition) return !!today && yearsSince(day, today) > condition.olderThan;
  if ('youngerThan' in condition) return !!today && yearsSince(day, today) < condition.youngerThan;
  const named = 'onOrBefore' in condition ? condition.onOrBefore : condition.onOrAfter;
  const bound = named === 'today' ? today : named;
  if (!bound) return false;
  return 'onOrBefore' in condition ? day <= bound : day >= bound;
}

/** Answers as a condition inside a block sees them: those of the row over those of the form. */
export const inRow = (answers: Answers, row: Record<string, unknown>): Answers =>
  ({ ...answers, ...row }) as Answers;

/** Years completed on the day `today` since `day`: somebody born on 29 February is a year older on 1 March. */
export function yearsSince(day: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  return today.slice(5) < day.slice(5) ? years - 1 : years;
}

/** Reads "1 234,5" as people type it; undefined when it is not a number. */
export function numberOf(answer: Answer): number | undefined {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : undefined;
  if (typeof answer !== 'string') return undefined;
  const text = answer.replace(/\s/g, '').replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** The day of a date; of a period, its first. */
function dayOf(answer: Answer): string | undefined {
  if (typeof answer === 'string') return readDate(answer) || undefined;
  const from = typeof answer === 'object' && answer !== null && 'from' in answer ? answer.from : undefined;
  return typeof from === 'string' ? readDate(from) || undefined : undefined;
}

function equals(answer: Answer, value: string | number | boolean): boolean {
  if (Array.isArray(answer)) return answer.some((one) => one === String(value));
  if (typeof value === 'number') return numberOf(answer) === value;
  return answer === value;
}
