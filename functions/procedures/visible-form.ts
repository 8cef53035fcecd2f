import { keepRow } from './blocks.ts';
import { holds } from './conditions.ts';
import { askedSteps, type Form } from './document-questions.ts';
import type { Answers, Field, Row, Step } from './field.ts';
import { normalise } from './normalise.ts';

/**
 * Answers ready to be kept: hidden, unknown and empty ones dropped, the others in their canonical form.
 * @param today calendar day of the answer; without it, conditions on ages and on today do not hold
 */
export function clean(form: Form, answers: Answers, today?: string): Answers {
  const fields = askedSteps(form).flatMap((step) => step.fields);
  const normalised = fields.flatMap((field) => {
    const answer = Object.hasOwn(answers, field.name) ? normalise(field, answers[field.name]) : undefined;
    return answer === undefined ? [] : [[field.name, answer] as const];
  });
  const kept = keepVisible(form, Object.fromEntries(normalised), today);
  const rows = fields.flatMap((field) => {
    const answer = field.type === 'repeat' ? kept[field.name] : undefined;
    if (field.type !== 'repeat' || !Array.isArray(answer)) return [];
    return [[field.name, (answer as Row[]).map((row) => keepRow(field, row, kept, today))] as const];
  });
  return rows.length > 0 ? { ...kept, ...Object.fromEntries(rows) } : kept;
}

/** Steps to go through, in order: a step with nothing to show is not one. */
export function visibleSteps(form: Form, answers: Answers, today?: string): Step[] {
  const kept = clean(form, answers, today);
  return askedSteps(form).filter(
    (step) => holds(step.when, kept, today) && visibleFields(step, kept, today).length > 0,
  );
}

/** Fields of a step whose condition holds. `answers` are those of the whole form, as `clean` leaves them. */
export function visibleFields(step: Step, answers: Answers, today?: string): Field[] {
  return step.fields.filter(
    (field) => (field.type === 'information' || isAsked(field)) && holds(field.when, answers, today),
  );
}

/** Dropping an answer may hide another question, so it goes on until nothing moves; it only drops, hence it ends. */
function keepVisible(form: Form, answers: Answers, today?: string): Answers {
  const shown = new Set<string>();
  for (const step of askedSteps(form)) {
    if (!holds(step.when, answers, today)) continue;
    for (const field of visibleFields(step, answers, today)) shown.add(field.name);
  }
  const names = Object.keys(answers);
  const kept = names.filter((name) => shown.has(name));
  if (kept.length === names.length) return answers;
  return keepVisible(form, Object.fromEntries(kept.map((name) => [name, answers[name]])), today);
}

/** What is not a paragraph is a question. */
export const isAsked = (field: Field): field is Exclude<Field, { type: 'information' }> =>
  field.type !== 'information';
