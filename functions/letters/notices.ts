import type { Authority, Department } from '../settings/authority.ts';
import type { Written } from './acknowledgement.ts';
import { type Signed, signature } from './answer.ts';
import { dayInWords } from './messages/fr.ts';
import { documentsRequest, implicit, receipt, reminder, transfer } from './messages/notices-fr.ts';

/** What the silence of the request means: it decides what a missing document does to the clock (CRPA L114-5). */
export type SilenceMode = 'sva' | 'svr' | 'none';
/** `required`: texts demand it, so the clock depends on it; `accepts`: what will do as well. */
export type AwaitedDocument = {
  label: string;
  hint?: string | null;
  requiredBy?: string | null;
  accepts?: readonly string[];
};
type Common = {
  /** Of the request, in the citizen's words. */
  subject: string;
  reference: string;
  /** Null when nobody knows it. */
  name: string | null;
  trackingUrl: string;
  /** Who signs, or null: then the department alone does (automatic messages). */
  signed: Signed | null;
  department: Department;
  authority: Pick<Authority, 'name' | 'contact' | 'court'>;
};

const filled = (field: string, value: string): string => {
  if (value.trim() === '') throw new Error(`letter-incomplete:${field}`);
  return value;
};
const day = (field: string, value: string): string => dayInWords(filled(field, value));
const put = (...paragraphs: (string | false | null)[]): string => paragraphs.filter(Boolean).join('\n\n');
const ending = ({ signed, department }: Pick<Common, 'signed' | 'department'>): string =>
  signed ? signature(signed) : receipt.office(department);
const listOf = (documents: readonly AwaitedDocument[]): string =>
  documents.map(documentsRequest.item).join('\n');

/**
 * Asks for what is missing: the list, the day, how to send it and what the law does meanwhile (CRPA L114-5, R112-11-4).
 * @param given.stopsClock at least one document is demanded by a text: acceptance starts again, rejection is suspended
 */
export const documentsRequestLetter = (
  given: Common & {
    documents: readonly AwaitedDocument[];
    until: string;
    silence: SilenceMode;
    stopsClock: boolean;
    /** Free words of the agent before the list; empty for none. */
    words?: string;
  },
): Written => {
  if (given.documents.length === 0) throw new Error('letter-incomplete:documents');
  const until = day('until', given.until);
  return {
    subject: documentsRequest.subject(given.subject),
    text: put(
      receipt.greeting(given.name),
      documentsRequest.opening(given.reference),
      given.words?.trim() || null,
      listOf(given.documents),
      documentsRequest.until(until),
      documentsRequest.effect(given.stopsClock ? given.silence : 'none', until),
      documentsRequest.how(given.trackingUrl, given.reference, given.department),
      documentsRequest.copies,
      ending(given),
    ),
  };
};

/** Recalls documents that are still missing. */
export const reminderLetter = (
  given: Common & { documents: readonly AwaitedDocument[]; askedOn: string; until: string },
): Written => ({
  subject: reminder.subject(given.subject),
  text: put(
    receipt.greeting(given.name),
    reminder.opening(given.reference, day('askedOn', given.askedOn)),
    listOf(given.documents),
    reminder.until(day('until', given.until)),
    documentsRequest.how(given.trackingUrl, given.reference, given.department),
    ending(given),
  ),
});

/** The request goes to the administration that is competent (CRPA L114-2); its clock is told (L114-3). */
export const transferLetter = (
  given: Common & {
    on: string;
    receivedOn: string;
    to: { name: string; postalAddress: string; email?: string | null; phone?: string | null };
    silence: SilenceMode;
  },
): Written => ({
  subject: transfer.subject(given.subject),
  text: put(
    receipt.greeting(given.name),
    transfer.opening(given.reference, day('receivedOn', given.receivedOn)),
    transfer.to(filled('to.name', given.to.name), day('on', given.on)),
    transfer.office({ ...given.to, postalAddress: filled('to.postalAddress', given.to.postalAddress) }),
    transfer.effect(given.silence, dayInWords(given.receivedOn)),
    transfer.nothingToDo,
    ending(given),
  ),
});

/**
 * What silence decided on the day `on`, at 24:00. `granted`: stands for the attestation of CRPA L232-3. `refused`: remedies
 * (CJA R421-2) and the right to ask for the reasons (L232-4).
 * @param given.appealUntil last day to appeal; null when the term cannot be opposed (L112-6, L112-12)
 */
export const implicitLetter = (
  given: Common & {
    effect: 'granted' | 'refused';
    receivedOn: string;
    on: string;
    appealUntil: string | null;
    article?: string | null;
  },
): Written => {
  const on = day('on', given.on);
  const receivedOn = day('receivedOn', given.receivedOn);
  const { name, court } = given.authority;
  if (given.effect === 'granted')
    return {
      subject: implicit.granted.subject(given.subject),
      text: put(
        receipt.greeting(given.name),
        implicit.granted.opening(name, given.subject, given.reference, receivedOn),
        implicit.granted.born(on, given.article ?? null),
        implicit.granted.attestation,
        ending(given),
      ),
    };
  filled('court.address', court.address);
  return {
    subject: implicit.refused.subject(given.subject),
    text: put(
      receipt.greeting(given.name),
      implicit.refused.opening(given.subject, given.reference, receivedOn),
      implicit.refused.born(on, given.article ?? null),
      implicit.refused.reasons,
      implicit.refused.remedies(name, court, given.appealUntil && dayInWords(given.appealUntil)),
      implicit.refused.stillPossible(given.department),
      ending(given),
    ),
  };
};

/** Says that documents came in, and what is still awaited. */
export const receiptLetter = (
  given: Common & {
    received: readonly string[];
    missing: readonly AwaitedDocument[];
    on: string;
    until: string | null;
  },
): Written => ({
  subject: receipt.subject(given.subject),
  text: put(
    receipt.greeting(given.name),
    receipt.opening(given.reference, day('on', given.on)),
    given.received.map(receipt.item).join('\n'),
    given.missing.length === 0 ? receipt.complete : receipt.missing(given.until && dayInWords(given.until)),
    given.missing.length > 0 && listOf(given.missing),
    given.missing.length > 0 && documentsRequest.how(given.trackingUrl, given.reference, given.department),
    ending(given),
  ),
});
