import { type Block, cellField, isRecord, type Table } from './blocks.ts';
import { isFilled, numberOf } from './conditions.ts';
import type {
  Address,
  Answer,
  Child,
  Field,
  Period,
  Row,
  SimpleAnswer,
  Slot,
  SwornStatement,
} from './field.ts';
import {
  readCents,
  readDate,
  readEmail,
  readLicencePlate,
  readPhone,
  readPostalCode,
  readRna,
  readSiret,
  readTime,
  tidy,
  tidyLines,
} from './formats.ts';
import { readIban } from './iban.ts';

export const patternReaders = {
  'postal-code': readPostalCode,
  'licence-plate': readLicencePlate,
  siret: readSiret,
  rna: readRna,
} as const;

/** Kinds of text with one canonical form; the reader answers undefined when what was typed is not that. */
export const textReaders: Partial<Record<Field['type'], (typed: string) => string | undefined>> = {
  email: readEmail,
  phone: readPhone,
  date: readDate,
  'birth-date': readDate,
  time: readTime,
  siret: readSiret,
  rna: readRna,
  iban: readIban,
  'licence-plate': readLicencePlate,
  country: (typed) => typed.trim().toUpperCase() || undefined,
};

/**
 * The answer as we keep it; what cannot be read stays as it was typed, so that the person sees it again beside the
 * problem. An empty answer is undefined. Amounts become whole cents: a number is one already.
 */
export function normalise(field: Field, answer: Answer): Answer {
  if (!isGiven(field, answer)) return undefined;
  const kept = canonical(field, answer);
  return isGiven(field, kept) ? kept : undefined;
}

/** To say no is to answer; a table answered by "no" only is one too. */
function isGiven(field: Field, answer: Answer): boolean {
  if (field.type === 'yes-no' && answer === false) return true;
  if (field.type === 'table' && isRecord(answer)) return Object.keys(answer).length > 0;
  return isFilled(answer);
}

function canonical(field: Field, answer: Answer): Answer {
  switch (field.type) {
    case 'files':
    case 'choices':
      return Array.isArray(answer) ? [...new Set(answer.map(String))] : answer;
    case 'consent':
      return answer === true ? true : undefined;
    case 'number':
      return numberOf(answer) ?? answer;
    case 'amount':
      return typeof answer === 'string' ? (readCents(answer) ?? tidy(answer)) : answer;
    case 'address':
      return isAddress(answer) ? normaliseAddress(answer) : answer;
    case 'place':
      if (typeof answer === 'string') return tidyLines(answer);
      return isAddress(answer) ? normaliseAddress(answer) : answer;
    case 'period':
      return isRecord(answer) ? normalisePeriod(answer as Partial<Period>) : answer;
    case 'sworn-statement':
      return isRecord(answer) ? normaliseStatement(answer as Partial<SwornStatement>) : answer;
    case 'repeat':
      return Array.isArray(answer) ? normaliseRows(field, answer) : answer;
    case 'table':
      return isRecord(answer) ? normaliseTable(field, answer) : answer;
    case 'household-child':
      return isRecord(answer) ? normaliseChild(answer as Partial<Child>) : answer;
    case 'appointment':
      return isSlot(answer) ? { slot: answer.slot, from: answer.from, place: answer.place } : answer;
    case 'information':
    case 'safe-document':
      return undefined;
    default:
      return typeof answer === 'string' ? normaliseText(field, answer) : answer;
  }
}

/** An answer of several parts, each of them text or nothing. */
export function isAddress(answer: Answer): answer is Address {
  return isRecord(answer) && ['lines', 'postalCode', 'city'].some((part) => part in answer);
}

function normaliseText(field: Field, text: string): string {
  if (field.type === 'textarea') return tidyLines(text);
  if (field.type === 'text') return (field.pattern && patternReaders[field.pattern](text)) || tidy(text);
  return textReaders[field.type]?.(text) ?? tidy(text);
}

function normaliseAddress({ lines, postalCode, city }: Address): Address {
  const code = String(postalCode ?? '');
  return {
    lines: tidyLines(String(lines ?? '')),
    postalCode: readPostalCode(code) ?? tidy(code),
    city: tidy(String(city ?? '')),
  };
}

const dayOrTyped = (typed: unknown): string => readDate(String(typed ?? '')) ?? tidy(String(typed ?? ''));
const normalisePeriod = ({ from, to }: Partial<Period>): Period => ({
  from: dayOrTyped(from),
  to: dayOrTyped(to),
});
/** A day without a name is no signature. */
function normaliseStatement(given: Partial<SwornStatement>): SwornStatement | undefined {
  const givenName = tidy(String(given.givenName ?? ''));
  const familyName = tidy(String(given.familyName ?? ''));
  return givenName || familyName
    ? { givenName, familyName, signedOn: dayOrTyped(given.signedOn) }
    : undefined;
}

/** Who was chosen in the household is kept beside the name, so that a correction can be offered to it. */
function normaliseChild({ member, ...child }: Partial<Child>): Child | undefined {
  const givenName = tidy(String(child.givenName ?? ''));
  const familyName = tidy(String(child.familyName ?? ''));
  const birthDate = dayOrTyped(child.birthDate);
  if (!givenName && !familyName && !birthDate) return undefined;
  const from = typeof member === 'string' && /^[\w-]{1,64}$/.test(member) ? { member } : {};
  return { givenName, familyName, birthDate, ...from };
}

/** As the agenda gives a slot that it holds. */
export const isSlot = (answer: Answer): answer is Slot => {
  if (!isRecord(answer)) return false;
  const { slot, from, place } = answer as Record<string, unknown>;
  const isText = [slot, from, place].every((part) => typeof part === 'string' && part.length <= 100);
  return isText && /^\d{4}-\d\d-\d\dT/.test(String(from));
};

/** Rows keep their place, even empty: a problem names its row by its number. */
const normaliseRows = (block: Block, rows: readonly unknown[]): Row[] =>
  rows.map((row) => (isRecord(row) ? pick(block.fields, row) : {}));

function normaliseTable(table: Table, answer: Record<string, unknown>): Answer {
  const columns = table.columns.map(cellField);
  const rows = table.rows.flatMap(({ value }) => {
    const row = isRecord(answer[value]) ? pick(columns, answer[value]) : {};
    return Object.keys(row).length > 0 ? [[value, row] as const] : [];
  });
  return Object.fromEntries(rows);
}

const pick = (fields: readonly Field[], row: Record<string, unknown>): Row =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const kept = normalise(field, Object.hasOwn(row, field.name) ? (row[field.name] as Answer) : undefined);
      return kept === undefined ? [] : [[field.name, kept as SimpleAnswer]];
    }),
  );
