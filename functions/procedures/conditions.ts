import type { Answer, Answers, Condition } from './procedure.ts';

/** Empty text, an empty list, an unticked box and an address without any line all count as no answer. */
export function isFilled(answer: Answer): boolean {
  if (answer === undefined || answer === null || answer === false) return false;
  if (typeof answer === 'string') return answer.trim() !== '';
  if (Array.isArray(answer)) return answer.length > 0;
  if (typeof answer === 'object') return Object.values(answer).some((part) => isFilled(part as Answer));
  return true;
}

/** Whether a condition holds over these answers. A list of choices "is" each of the values it contains. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const answer = Object.hasOwn(answers, condition.field) ? answers[condition.field] : undefined;
  if ('is' in condition) return equals(answer, condition.is);
  if ('in' in condition) return condition.in.some((value) => equals(answer, value));
  if ('filled' in condition) return isFilled(answer) === condition.filled;
  if (!('above' in condition || 'below' in condition)) return false;
  const number = numberOf(answer);
  if (number === undefined) return false;
  return 'above' in condition ? number > condition.above : number < condition.below;
}

/** Reads "1 234,5" as people type it; undefined when it is not a number. */
export function numberOf(answer: Answer): number | undefined {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : undefined;
  if (typeof answer !== 'string') return undefined;
  const text = answer.replace(/\s/g, '').replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function equals(answer: Answer, value: string | number | boolean): boolean {
  if (Array.isArray(answer)) return answer.some((one) => one === String(value));
  if (typeof value === 'number') return numberOf(answer) === value;
  if (value === false) return answer === false || answer === undefined;
  return answer === value;
}
