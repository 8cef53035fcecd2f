import type { Answers } from '../procedures/field.ts';

/** Everything a letter may be filled with, beside the answers of the form; empty when it is not known. */
export const letterFields = [
  'name',
  'reference',
  'subject',
  'procedure',
  'receivedOn',
  'day',
  'department',
  'departmentPhone',
  'departmentEmail',
  'departmentAddress',
  'departmentHours',
  'authority',
  'authorityPhone',
  'authorityEmail',
  'authorityAddress',
  'court',
  'courtAddress',
  'agent',
  'agentTitle',
  /** Awaited documents as a list, the last day to send them, and what the law does meanwhile. */
  'documents',
  'documentsUntil',
  'documentsEffect',
  /** Day at whose end silence decides, and what it then means. */
  'silenceOn',
  'silenceEffect',
  'transferredTo',
  'trackingUrl',
] as const;
export type LetterField = (typeof letterFields)[number];
export const isLetterField = (name: string): name is LetterField => letterFields.includes(name as never);

/** Known to conditions only, by code: `{{#if outcome is refused}}`. */
export const letterFacts = [
  'outcome',
  'channel',
  'silence',
  'procedureId',
  'departmentCode',
  'algorithm',
] as const;
export type LetterFact = (typeof letterFacts)[number];
export const isLetterFact = (name: string): name is LetterFact => letterFacts.includes(name as never);

export type LetterValues = {
  fields: Partial<Record<LetterField, string>>;
  facts?: Partial<Record<LetterFact, string | boolean>>;
  /** Answers as they were given, for conditions. */
  answers?: Answers;
  /** The same in words, by name of field, for the text. */
  shown?: Record<string, string>;
};
