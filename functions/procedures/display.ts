import type { Authority } from '../settings/authority.ts';
import { isFilled } from './conditions.ts';
import { clean, visibleFields, visibleSteps } from './form-engine.ts';
import { readDate, showPhone } from './formats.ts';
import { answerWords } from './messages/fr.ts';
import { isAddress, normalise } from './normalise.ts';
import type { Answer, Answers, Field, Procedure } from './procedure.ts';

type Communes = Pick<Authority, 'communes'>;
/** Names of the files by upload id; without them a count is shown. */
type FileNames = Record<string, string>;

/** One answer in words, lines separated by a line feed. An empty one reads as such. */
export function display(field: Field, typed: Answer, authority: Communes, files: FileNames = {}): string {
  const answer = normalise(field, typed);
  if (!isFilled(answer)) return answerWords.none;
  switch (field.type) {
    case 'choice':
      return labelOf(field.options, answer);
    case 'choices':
      return Array.isArray(answer)
        ? answer.map((value) => labelOf(field.options, String(value))).join('\n')
        : String(answer);
    case 'consent':
      return answerWords.consent;
    case 'number':
      return typeof answer === 'number' ? answerWords.number(answer, field.unit) : String(answer);
    case 'date':
      return dateInWords(String(answer));
    case 'phone':
      return showPhone(String(answer));
    case 'commune':
      return authority.communes.find((commune) => commune.code === answer)?.name ?? String(answer);
    case 'address':
      return isAddress(answer)
        ? `${answer.lines}\n${answer.postalCode} ${answer.city}`.trim()
        : String(answer);
    case 'files':
      return Array.isArray(answer) ? fileList(answer.map(String), files) : String(answer);
    default:
      return String(answer);
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

/** Every question that was asked, in order, with its answer in words. */
export function displayAnswers(
  procedure: Pick<Procedure, 'steps'>,
  answers: Answers,
  authority: Communes,
  files: FileNames = {},
): DisplayedAnswer[] {
  const kept = clean(procedure, answers);
  return visibleSteps(procedure, kept).flatMap((step) =>
    visibleFields(step, kept)
      .filter((field) => field.type !== 'information')
      .map((field) => ({
        stepId: step.id,
        step: step.title,
        field: field.name,
        label: field.label,
        value: display(field, kept[field.name], authority, files),
        filled: isFilled(normalise(field, kept[field.name])),
      })),
  );
}

const labelOf = (options: { value: string; label: string }[], value: Answer): string =>
  options.find((option) => option.value === value)?.label ?? String(value);

function dateInWords(typed: string): string {
  const day = readDate(typed);
  if (!day) return typed;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return answerWords.date(year, month, date);
}

function fileList(ids: string[], names: FileNames): string {
  const known = ids.flatMap((id) => names[id] ?? []);
  return known.length === ids.length ? known.join('\n') : answerWords.files(ids.length);
}
