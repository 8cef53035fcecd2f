import type { FieldProblem } from '../shared/refusal.ts';
import { holds } from './conditions.ts';
import { problemsOfField } from './field-problems.ts';
import { normalise } from './normalise.ts';
import type { Answers, Field, Procedure, Step } from './procedure.ts';

/** Answers ready to be kept: hidden, unknown and empty ones dropped, the others in their canonical form. */
export function clean(procedure: Pick<Procedure, 'steps'>, answers: Answers): Answers {
  const fields = procedure.steps.flatMap((step) => step.fields);
  const normalised = fields.flatMap((field) => {
    const answer = Object.hasOwn(answers, field.name) ? normalise(field, answers[field.name]) : undefined;
    return answer === undefined ? [] : [[field.name, answer] as const];
  });
  return keepVisible(procedure, Object.fromEntries(normalised));
}

/** Steps to go through, in order: a step with nothing to show is not one. */
export function visibleSteps(procedure: Pick<Procedure, 'steps'>, answers: Answers): Step[] {
  const kept = clean(procedure, answers);
  return procedure.steps.filter((step) => holds(step.when, kept) && visibleFields(step, kept).length > 0);
}

/** Fields of a step whose condition holds. `answers` are those of the whole form, as `clean` leaves them. */
export function visibleFields(step: Step, answers: Answers): Field[] {
  return step.fields.filter((field) => holds(field.when, answers));
}

/** What is wrong in one step, in the order of its fields; same `answers` as above, `today` a calendar day. */
export function problemsOfStep(step: Step, answers: Answers, today: string): FieldProblem[] {
  return visibleFields(step, answers).flatMap((field) => problemsOfField(field, answers[field.name], today));
}

/** What is wrong in the whole form; an answer to a question that is not asked is ignored, never a problem. */
export function validate(
  procedure: Pick<Procedure, 'steps'>,
  answers: Answers,
  today: string,
): FieldProblem[] {
  const kept = clean(procedure, answers);
  return visibleSteps(procedure, kept).flatMap((step) => problemsOfStep(step, kept, today));
}

/** Dropping an answer may hide another question, so it goes on until nothing moves; it only drops, hence it ends. */
function keepVisible(procedure: Pick<Procedure, 'steps'>, answers: Answers): Answers {
  const shown = new Set<string>();
  for (const step of procedure.steps) {
    if (!holds(step.when, answers)) continue;
    for (const field of visibleFields(step, answers)) shown.add(field.name);
  }
  const names = Object.keys(answers);
  const kept = names.filter((name) => shown.has(name));
  if (kept.length === names.length) return answers;
  return keepVisible(procedure, Object.fromEntries(kept.map((name) => [name, answers[name]])));
}
