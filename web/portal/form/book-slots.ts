import type { bookAppointment, renewHold } from '../../../functions/appointments/public-api.ts';
import { askedSteps } from '../../../functions/procedures/document-questions.ts';
import { isSlot } from '../../../functions/procedures/normalise.ts';
import type { Answers, Procedure } from '../../../functions/procedures/procedure.ts';
import type { FieldProblem } from '../../../functions/shared/refusal.ts';
import { call } from '../../ui/api.ts';
import { inThisLanguage } from '../written.ts';

/**
 * The slots chosen in a form are kept while it is sent, and become appointments once the service has taken it in: a form that
 * is refused books nothing. One that waits for a second signature, for days perhaps, books under its own key, so that sending
 * again books nothing more. Answers what could not be kept, question by question.
 */
export async function bookSlots(
  procedure: Procedure,
  answers: Answers,
  key: string,
  waits: boolean,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const field of askedSteps(procedure).flatMap(({ fields }) => fields)) {
    const answer = answers[field.name];
    if (field.type !== 'appointment' || !isSlot(answer)) continue;
    const { slot, place, from } = answer;
    const { outcome } = waits
      ? await call<typeof bookAppointment>('POST /api/public/appointments', {
          headers: { 'idempotency-key': key },
          query: inThisLanguage,
          body: {
            ...{ reason: field.service, place, from, hold: slot, note: procedure.title },
            contact: contactOf(procedure, answers),
          },
        })
      : await call<typeof renewHold>('POST /api/public/appointments/holds/renew', { body: { hold: slot } });
    if (outcome === 'taken' || outcome === 'limit')
      problems.push({ field: field.name, code: outcome === 'taken' ? 'slot-taken' : 'slot-limit' });
  }
  return problems;
}

function contactOf({ identity }: Procedure, answers: Answers) {
  const text = (name: string | undefined) => {
    const answer = name ? answers[name] : undefined;
    return typeof answer === 'string' ? answer : '';
  };
  return {
    ...{ givenName: text(identity.givenName), familyName: text(identity.familyName) },
    email: text(identity.email) || null,
    phone: text(identity.phone) || null,
    wantsTexts: false,
  };
}
