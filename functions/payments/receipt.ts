import { dayInWords } from '../letters/messages/fr.ts';
import type { Authority } from '../settings/authority.ts';
import type { Attempt } from './attempt.ts';
import type { Whole } from './items.ts';
import { receipt as words } from './messages/fr.ts';

export type Times = { day: string; time: string };
/** Finance answers for every payment, whoever's request it was. */
export const officeOf = ({ departments, contact, name }: Authority) =>
  departments.find(({ code }) => code === 'finances') ?? { name, ...contact };

/** Why the money of this try goes back, in words; `null` when it stays. */
export const noteOf = (
  { refunds }: Whole,
  attempt: Attempt,
  { twice, dropped }: { twice: string; dropped: string } = words,
): string | null => {
  const refund = refunds.find((one) => one.attempt === attempt.id);
  return refund?.reason === 'paid-twice' ? twice : refund?.reason === 'dropped' ? dropped : null;
};

/** What a receipt and an acknowledgement say of a try that was paid. */
export const factsOf = ({ payment }: Whole, attempt: Attempt, { day, time }: Times) =>
  ({
    ...{ label: payment.label, cents: attempt.cents, payRef: payment.payRef, day: dayInWords(day), time },
    means: attempt.detail ? (attempt.detail.result === 'V' ? 'debit' : 'card') : ('other' as const),
    authorisation: attempt.detail?.authorisation ?? null,
  }) as const;

/** The receipt as it is drawn, in sentences. */
export const receiptOf = (whole: Whole, attempt: Attempt, authority: Authority, times: Times) => {
  const { payment } = whole;
  const note = noteOf(whole, attempt);
  return {
    ...{ authority: authority.name, title: words.title, reference: payment.payRef },
    facts: [
      ...words.facts(factsOf(whole, attempt, times)),
      ...(payment.reference ? [words.reference(payment.reference)] : []),
      ...(payment.invoice ? [words.invoice(payment.invoice)] : []),
      ...(payment.family ? [words.family(payment.family)] : []),
    ],
    details:
      payment.lines.length > 1
        ? { title: words.details, lines: payment.lines.map(({ label, cents }) => words.line(label, cents)) }
        : null,
    notes: [...(note ? [note] : []), ...(attempt.mode === 'T' ? [words.test] : [])],
    service: { title: words.service, text: words.office(officeOf(authority)) },
  };
};
