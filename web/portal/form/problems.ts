import { askedSteps, type Form } from '../../../functions/procedures/document-questions.ts';
import type { Field } from '../../../functions/procedures/field.ts';
import type { FieldProblem } from '../../../functions/shared/refusal.ts';
import type { SummaryProblem } from '../../ui/error-summary.tsx';
import { fieldSentence } from '../../ui/messages/fields.fr.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { fieldId } from './field-input.tsx';

export type Sentence = { path: string; message: string };

/** Each problem with its sentence; a part of an answer is named as its own box is, a row by its number. */
export function sentencesOf(problems: readonly FieldProblem[], fields: readonly Field[]): Sentence[] {
  return problems.map((problem) => {
    const { label, kind } = asked(problem.field.split('.'), fields);
    return { path: problem.field, message: problem.message ?? fieldSentence(problem, label, kind) };
  });
}
export const summaryOf = (sentences: readonly Sentence[]): SummaryProblem[] =>
  sentences.map(({ path, message }) => ({ field: fieldId(path), message }));
export const allFields = (procedure: Form): Field[] => askedSteps(procedure).flatMap((step) => step.fields);
export const stepOfField = (procedure: Form, path: string): string =>
  askedSteps(procedure).find(({ fields }) => fields.some(({ name }) => name === path.split('.')[0]))?.id ??
  '';

type Asked = { label: string; kind?: string };
function asked([name, part, ...rest]: string[], fields: readonly Field[]): Asked {
  const field = fields.find((each) => each.name === name);
  if (!field || part === undefined) return { label: field?.label ?? '', kind: field?.type };
  switch (field.type) {
    case 'repeat': {
      const inside = asked(rest, field.fields);
      return {
        ...inside,
        label: form.partOf(form.rows.title(field.rowLabel, Number(part) + 1), inside.label),
      };
    }
    case 'table': {
      const column = field.columns.find((each) => each.name === rest[0]);
      const row = field.rows.find(({ value }) => value === part);
      return { label: form.partOf(row?.label ?? '', column?.label ?? ''), kind: column?.type };
    }
    case 'period':
      return { label: form.partOf(field.label, kit.period.parts[part as 'from' | 'to']), kind: 'period' };
    case 'household-child':
      return { label: form.partOf(field.label, form.child[part as keyof typeof form.child]) };
    case 'sworn-statement':
      return { label: part === 'familyName' ? kit.sworn.familyName : kit.sworn.givenName };
    default:
      return part in kit.address
        ? { label: kit.address[part as keyof typeof kit.address] }
        : { label: field.label, kind: field.type };
  }
}
