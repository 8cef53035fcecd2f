import { addDays, addMonths } from '../deadlines/day.ts';
import rules from './kinds.json' with { type: 'json' };

/** A kind of document: `months` it is usually taken for, with the source of that; null: what it says itself, or always. */
export type Kind = {
  code: string;
  months: number | null;
  source: string;
  /** Patterns that all have to be met in its words, folded: without marks, in lower case. */
  words: string[];
};
export const kinds: readonly Kind[] = rules;
export const kindOf = (code: string): Kind | undefined => kinds.find((one) => one.code === code);

/**
 * Last day a document is usually taken, counted from the day written on it, or else from the day it was stored; null when
 * nothing limits it. What a procedure asks (`validMonths`) goes before it: see needed.ts.
 */
export function validUntilOf(type: string, issuedOn: string | null, storedOn: string): string | null {
  const months = kindOf(type)?.months;
  return months ? addMonths(issuedOn ?? storedOn, months) : null;
}

const soonDays = 30;
export type Validity = 'valid' | 'soon' | 'expired';
export function validityOn(validUntil: string | null, today: string): Validity {
  if (validUntil === null) return 'valid';
  if (validUntil < today) return 'expired';
  return validUntil <= addDays(today, soonDays) ? 'soon' : 'valid';
}
