import { addMonths } from '../deadlines/day.ts';
import { holds, isFilled } from './conditions.ts';
import { askedSteps } from './document-questions.ts';
import type { Answers, Field, Procedure, RequiredDocument } from './procedure.ts';

/** Why these answers cannot lead anywhere, in the words of the procedure; empty when nothing stands against them. */
export function reasonsAgainst(
  { ineligible }: Pick<Procedure, 'ineligible'>,
  answers: Answers,
  today: string,
): string[] {
  return ineligible.filter(({ when }) => holds(when, answers, today)).map(({ because }) => because);
}

/** Documents that these answers make due, in the order of the procedure. */
export function documentsDue(
  { documents }: Pick<Procedure, 'documents'>,
  answers: Answers,
  today: string,
): RequiredDocument[] {
  return documents.filter(({ when }) => holds(when, answers, today));
}

/** Documents due for which nothing was joined to the form; an accepted equivalent counts. */
export function documentsMissing(
  procedure: Pick<Procedure, 'documents' | 'steps'>,
  answers: Answers,
  today: string,
): RequiredDocument[] {
  const sent = askedSteps(procedure)
    .flatMap(({ fields }) => fields)
    .filter((field) => isFilled(answers[field.name]))
    .map((field) => documentOf(field));
  return documentsDue(procedure, answers, today).filter(
    (document) => !codesOf(document).some((code) => sent.includes(code)),
  );
}

/** The document itself, then whatever is accepted in its place. */
export const codesOf = ({ code, accepts }: Pick<RequiredDocument, 'code' | 'accepts'>): string[] => [
  code,
  ...accepts.map((other) => other.code),
];

/** Whether a document made on a day is too old when received on another; a missing day of a month is its last. */
export function isTooOld(
  { validMonths }: Pick<RequiredDocument, 'validMonths'>,
  madeOn: string,
  receivedOn: string,
): boolean {
  return validMonths !== undefined && addMonths(madeOn, validMonths) < receivedOn;
}

/** What is to be paid for these answers, in cents. */
export function feesDue(
  { fees }: Pick<Procedure, 'fees'>,
  answers: Answers,
  today: string,
): Procedure['fees'] {
  return fees.filter(({ when }) => holds(when, answers, today));
}

const documentOf = (field: Field): string | undefined =>
  field.type === 'files' || field.type === 'safe-document' ? field.document : undefined;
