import { askedSteps } from '../procedures/document-questions.ts';
import { reasonsAgainst } from '../procedures/eligibility.ts';
import { validate } from '../procedures/form-problems.ts';
import { isOpenOn, opensOn } from '../procedures/periods.ts';
import type { Answers, Field, Procedure } from '../procedures/procedure.ts';
import { clean } from '../procedures/visible-form.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { submitForm } from './public-api.ts';

/** Answers and files of a procedure, whoever sends them. */
export type Submission = InputOf<typeof submitForm>['body'];

/** Questions of one kind, wherever they are asked. */
export const fieldsIn = <T extends Field['type']>(
  procedure: Procedure,
  type: T,
): Extract<Field, { type: T }>[] =>
  askedSteps(procedure)
    .flatMap((step) => step.fields)
    .filter((field): field is Extract<Field, { type: T }> => field.type === type);

/** Refuses `procedure-closed`, with the day it opens next. */
export function refuseWhenClosed(procedure: Procedure, today: string): void {
  if (isOpenOn(procedure, today)) return;
  const next = opensOn(procedure, today);
  throw new Refusal('procedure-closed', [
    { field: 'open', code: 'closed', ...(next && { params: { opensOn: next } }) },
  ]);
}

/** Refuses `not-eligible` with the reasons. */
export function refuseWhenIneligible(procedure: Procedure, answers: Answers, today: string): void {
  const reasons = reasonsAgainst(procedure, answers, today);
  if (reasons.length === 0) return;
  throw new Refusal(
    'not-eligible',
    reasons.map((message) => ({ field: 'ineligible', code: 'not-eligible', message })),
  );
}

/** The answers as they are kept; refuses `invalid-answers` with the fields. */
export function checked(
  procedure: Procedure,
  { answers, uploads }: Submission,
  { communes }: Pick<Authority, 'communes'>,
  today: string,
): Answers {
  // What was uploaded for a question is its answer, whatever the answers say.
  const files = fieldsIn(procedure, 'files').map(({ name }) => {
    const ids = uploads.filter((upload) => upload.field === name).map((upload) => upload.uploadId);
    return [name, ids.length > 0 ? ids : undefined] as const;
  });
  const given = { ...answers, ...Object.fromEntries(files) } as Answers;
  const kept = clean(procedure, given, today);
  const strangers = fieldsIn(procedure, 'commune').filter(
    ({ name }) => kept[name] !== undefined && !communes.some(({ code }) => code === kept[name]),
  );
  const problems = validate(procedure, given, today);
  const elsewhere = strangers
    .filter(({ name }) => !problems.some(({ field }) => field === name))
    .map(({ name }) => ({ field: name, code: 'not-an-option' }));
  if (problems.length + elsewhere.length > 0)
    throw new Refusal('invalid-answers', [...problems, ...elsewhere]);
  return kept;
}
