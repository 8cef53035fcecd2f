import type { Contact, Sender } from '../intake/contact.ts';
import { readRna, readSiret } from '../procedures/formats.ts';
import type { Origin } from './make-person.ts';
import { type Source, type Traits, unknownTraits } from './person.ts';

type Told = Omit<Contact, 'text' | 'documents' | 'form'> & { form?: { answers?: Record<string, unknown> } };

const answered = (answers: Record<string, unknown>, question: RegExp): string | null => {
  const found = Object.entries(answers).find(
    ([name, value]) => question.test(name) && typeof value === 'string',
  );
  return (found?.[1] as string | undefined)?.trim() || null;
};
/** A form filled in for an organisation says its name and its number; a number alone may be anybody's. */
const organisationOf = (answers: Record<string, unknown>): Partial<Traits> => {
  const organisation = answered(
    answers,
    /organi[sz]ation|association|raison-?sociale|societe|entreprise|denomination/i,
  );
  const siret = readSiret(answered(answers, /siret/i) ?? '') ?? null;
  const rna = readRna(answered(answers, /rna/i) ?? '') ?? null;
  return organisation && (siret || rna) ? { organisation, siret, rna } : {};
};

/** What a contact says of who it is from; `sender` when a request knows better. */
export const traitsOf = (contact: Told, sender?: Sender): Traits => {
  const { proposal, decision, form } = contact;
  const decided = decision?.kind === 'open' ? decision.sender : null;
  const read = form ? contact.sender : (sender ?? decided ?? proposal?.sender ?? contact.sender);
  return {
    ...unknownTraits,
    ...organisationOf(form?.answers ?? {}),
    name: read.name ?? contact.sender.name,
    // Where a mail comes from says more than what is written in it.
    email: contact.sender.email ?? read.email,
    phone: read.phone ?? contact.sender.phone ?? contact.call?.number ?? contact.sms?.from ?? null,
    address: read.address ?? contact.sender.address,
  };
};

/** Whether whoever wrote a mail is who its address says, as far as the receiving server could tell. */
export const isProven = ({ mail, channel }: Told): boolean => {
  if (channel !== 'mail' || !mail) return true;
  const { dmarc, spf, dkim } = mail.verdicts;
  return dmarc === 'PASS' || (dmarc !== 'FAIL' && (spf === 'PASS' || dkim === 'PASS'));
};

/** How far a contact is believed: of somebody new, and of what it adds to somebody who is known. */
export const beliefIn = ({
  channel,
  recorded,
  receivedAt,
  id,
}: Told): { origin: Origin; learnt: Source } => ({
  origin: {
    source: channel === 'scan' ? 'read' : 'declared',
    at: receivedAt,
    by: recorded ? recorded.by : `contact:${id}`,
  },
  // Anybody may write a form in somebody's name: only what an agent heard is more than read.
  learnt: recorded ? 'declared' : 'read',
});
