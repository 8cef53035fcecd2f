import type { Authority } from '../settings/authority.ts';
import { cellField, isRecord, rowFields } from './blocks.ts';
import { countryName } from './countries.ts';
import type { Form } from './document-questions.ts';
import type { Answer, Answers, Child, Field, Period, Row, SwornStatement } from './field.ts';
import { readDate, showPhone } from './formats.ts';
import { maskIban, showIban } from './iban.ts';
import { answerWords as words } from './messages/fr.ts';
import { isAddress, isSlot, normalise } from './normalise.ts';
import { clean, visibleFields, visibleSteps } from './visible-form.ts';

type Communes = Pick<Authority, 'communes'> & Partial<Pick<Authority, 'timeZone'>>;
/** Names of the files by upload id; without them a count is shown. */
type FileNames = Record<string, string>;
export type DisplayOptions = {
  /** Bank accounts are cut short, for whoever need not pay. */
  masked?: boolean;
  /** Calendar day of the answers, for conditions on ages and on today. */
  today?: string;
};

/** One answer in words, lines separated by a line feed. An empty one reads as such. */
export function display(
  field: Field,
  typed: Answer,
  authority: Communes,
  files: FileNames = {},
  options: DisplayOptions = {},
): string {
  const answer = normalise(field, typed);
  if (answer === undefined) return words.none;
  const text = isRecord(answer) ? JSON.stringify(answer) : String(answer);
  switch (field.type) {
    case 'choice':
      return labelOf(field.options, answer);
    case 'choices':
      return Array.isArray(answer)
        ? answer.map((value) => labelOf(field.options, String(value))).join('\n')
        : text;
    case 'consent':
      return words.consent;
    case 'yes-no':
      return answer === true ? words.yes : words.no;
    case 'number':
      return typeof answer === 'number' ? words.number(answer, field.unit) : text;
    case 'amount':
      return typeof answer === 'number' ? words.amount(answer) : text;
    case 'date':
    case 'birth-date':
      return dateInWords(text);
    case 'time':
      return text.replace(/^0?(\d+):(\d\d)$/, words.time);
    case 'phone':
      return showPhone(text);
    case 'siret':
      return text.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4');
    case 'iban':
      return options.masked ? maskIban(text) : showIban(text);
    case 'country':
      return countryName(text);
    case 'commune':
      return authority.communes.find((commune) => commune.code === answer)?.name ?? text;
    case 'address':
    case 'place':
      return isAddress(answer)
        ? `${answer.lines}\n${answer.postalCode} ${answer.city}`.replace(/\n\s*/, '\n').trim()
        : text;
    case 'period':
      return isRecord(answer) ? periodInWords(answer as Period) : text;
    case 'sworn-statement':
      return isRecord(answer) ? statementInWords(answer as SwornStatement) : text;
    case 'household-child':
      return isRecord(answer) ? childInWords(answer as Child) : text;
    case 'appointment':
      return isSlot(answer) ? words.slot(new Date(answer.from), authority.timeZone) : text;
    case 'files':
      return Array.isArray(answer) ? fileList(answer.map(String), files) : text;
    case 'repeat':
      return rowsInWords(field, answer, {}, (each, cell) => display(each, cell, authority, files, options))
        .map(({ label, value }) => `${label}\n${value}`)
        .join('\n');
    case 'table':
      return tableInWords(field, answer, (each, cell) => display(each, cell, authority, files, options));
    default:
      return text;
  }
}

export type DisplayedAnswer = {
  stepId: string;
  step: string;
  field: string;
  label: string;
  value: string;
  filled: boolean;
};

/** Every question that was asked, in order, with its answer in words; a row of a repeated block is one answer. */
export function displayAnswers(
  form: Form,
  answers: Answers,
  authority: Communes,
  files: FileNames = {},
  options: DisplayOptions = {},
): DisplayedAnswer[] {
  const { today } = options;
  const kept = clean(form, answers, today);
  const show = (field: Field, answer: Answer) => display(field, answer, authority, files, options);
  return visibleSteps(form, kept, today).flatMap((step) =>
    visibleFields(step, kept, today)
      .filter((field) => field.type !== 'information')
      .flatMap((field) => {
        const of = { stepId: step.id, step: step.title };
        const answer = kept[field.name];
        const rows = field.type === 'repeat' ? rowsInWords(field, answer, kept, show, today) : [];
        if (rows.length > 0) return rows.map((row) => ({ ...of, ...row }));
        const value = show(field, answer);
        return [{ ...of, field: field.name, label: field.label, value, filled: isGiven(field, answer) }];
      }),
  );
}

type Show = (field: Field, answer: Answer) => string;

const isGiven = (field: Field, answer: Answer): boolean => normalise(field, answer) !== undefined;

function rowsInWords(
  block: Extract<Field, { type: 'repeat' }>,
  answer: Answer,
  answers: Answers,
  show: Show,
  today?: string,
): Pick<DisplayedAnswer, 'field' | 'label' | 'value' | 'filled'>[] {
  const rows = Array.isArray(answer) ? (answer as Row[]) : [];
  return rows.map((row, at) => {
    const given = rowFields(block, row, answers, today).filter((field) => isGiven(field, row[field.name]));
    const lines = given.map((field) =>
      words.line(field.label, show(field, row[field.name]).replaceAll('\n', ', ')),
    );
    return {
      field: `${block.name}.${at}`,
      label: words.row(block.rowLabel, at + 1),
      value: lines.join('\n') || words.none,
      filled: lines.length > 0,
    };
  });
}

function tableInWords(table: Extract<Field, { type: 'table' }>, answer: Answer, show: Show): string {
  const given = isRecord(answer) ? (answer as Record<string, Row>) : {};
  return table.rows
    .flatMap(({ value, label }) => {
      const cells = table.columns.flatMap((column) => {
        const cell = cellField(column);
        const own = given[value]?.[column.name];
        return isGiven(cell, own) ? [words.line(column.label, show(cell, own))] : [];
      });
      return cells.length > 0 ? [words.line(label, cells.join(', '))] : [];
    })
    .join('\n');
}

const labelOf = (options: { value: string; label: string }[], value: Answer): string =>
  options.find((option) => option.value === value)?.label ?? String(value);

function dateInWords(typed: string): string {
  const day = readDate(typed);
  if (!day) return typed;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return words.date(year, month, date);
}

const periodInWords = ({ from, to }: Period): string =>
  from === to ? dateInWords(from) : words.period(dateInWords(from), dateInWords(to));
const statementInWords = ({ givenName, familyName, signedOn }: SwornStatement): string =>
  words.signed(`${givenName} ${familyName}`.trim(), dateInWords(signedOn));

const childInWords = ({ givenName, familyName, birthDate }: Child): string =>
  words.child(`${givenName} ${familyName}`.trim(), dateInWords(birthDate));

function fileList(ids: string[], names: FileNames): string {
  const known = ids.flatMap((id) => names[id] ?? []);
  return known.length === ids.length ? known.join('\n') : words.files(ids.length);
}
