import type { FieldProblem } from '../shared/refusal.ts';
import type { Form } from './document-questions.ts';
import type { Answers, Step } from './field.ts';
import { problemsOfField } from './field-problems.ts';
import { clean, visibleFields, visibleSteps } from './visible-form.ts';

/** What is wrong in one step, in the order of its fields; same `answers` as above, `today` a calendar day. */
export function problemsOfStep(step: Step, answers: Answers, today: string): FieldProblem[] {
  return visibleFields(step, answers, today).flatMap((field) =>
    problemsOfField(field, answers[field.name], today, answers),
  );
}

/** What is wrong in the whole form; an answer to a question that is not asked is ignored, never a problem. */
export function validate(form: Form, answers: Answers, today: string): FieldProblem[] {
  const kept = clean(form, answers, today);
  return visibleSteps(form, kept, today).flatMap((step) => problemsOfStep(step, kept, today));
}
