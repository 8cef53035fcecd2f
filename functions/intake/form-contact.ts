import { displayAnswers } from '../procedures/display.ts';
import type { Address, Answer, Answers, Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import type { Sender } from './contact.ts';

const textOf = (answer: Answer): string | null =>
  typeof answer === 'string' && answer !== '' ? answer : null;
const isAddress = (answer: Answer): answer is Address =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer);

/** Who sends a form, by the answers its procedure names. */
export function senderOf({ identity }: Procedure, answers: Answers): Sender {
  const answer = (name: string | undefined) => (name ? answers[name] : undefined);
  const names = [textOf(answer(identity.givenName)), textOf(answer(identity.familyName))].filter(Boolean);
  const address = answer(identity.address);
  return {
    name: names.join(' ') || null,
    email: textOf(answer(identity.email)),
    phone: textOf(answer(identity.phone)),
    address: isAddress(address) ? `${address.lines}\n${address.postalCode} ${address.city}` : textOf(address),
  };
}

/** Subject of the request: fixed, or the answer the procedure names, or its title. */
export function subjectOf(procedure: Procedure, answers: Answers): string {
  const named = procedure.subjectField ? textOf(answers[procedure.subjectField]) : null;
  const subject = (procedure.subject ?? named ?? procedure.title).replace(/\s+/g, ' ').trim();
  return subject.length <= 150 ? subject : `${subject.slice(0, 149)}…`;
}

/** The answers as a person reads them, one question a paragraph; who writes is not repeated, bank accounts are cut short. */
export function textOfAnswers(
  procedure: Procedure,
  answers: Answers,
  authority: Pick<Authority, 'communes'>,
  files: Record<string, string>,
  today: string,
): string {
  const identity = new Set(Object.values(procedure.identity));
  return displayAnswers(procedure, answers, authority, files, { masked: true, today })
    .filter(({ field, filled }) => filled && !identity.has(field))
    .map(({ label, value }) => `${label}\n${value}`)
    .join('\n\n');
}
