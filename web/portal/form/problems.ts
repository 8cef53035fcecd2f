import type { Field, Procedure } from '../../../functions/procedures/procedure.ts';
import type { FieldProblem } from '../../../functions/shared/refusal.ts';
import type { SummaryProblem } from '../../ui/error-summary.tsx';
import { fieldSentence } from '../../ui/messages/fields.fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { fieldId } from './field-input.tsx';

export type Sentence = { path: string; message: string };

/** Each problem with its sentence; the part of an address is named as its own box is. */
export function sentencesOf(problems: readonly FieldProblem[], fields: readonly Field[]): Sentence[] {
  return problems.map((problem) => {
    const [name, part] = problem.field.split('.');
    const field = fields.find((each) => each.name === name);
    const label = part && part in kit.address ? kit.address[part as keyof typeof kit.address] : field?.label;
    return { path: problem.field, message: fieldSentence(problem, label ?? '', field?.type) };
  });
}
export const summaryOf = (sentences: readonly Sentence[]): SummaryProblem[] =>
  sentences.map(({ path, message }) => ({ field: fieldId(path), message }));
export const allFields = (procedure: Procedure): Field[] => procedure.steps.flatMap((step) => step.fields);
