import type { PersonCard } from '../citizens/agent-api.ts';
import { cardOf } from '../citizens/card.ts';
import type { Person } from '../citizens/person.ts';
import type { CallPart, Contact, ContactDecision, Proposal, Sender } from '../intake/contact.ts';
import type { InputOf } from '../shared/api.ts';
import type { recordContact } from './agent-api.ts';

export type Said = InputOf<typeof recordContact>['body'];
export type FreeRequest = Extract<NonNullable<Said['request']>, { kind: 'free' }>;
/** Who said it, when, under which key: what decides nothing by itself. */
export type Who = { login: string; name: string; at: string; key: string };

/** Who is written to: the person as known, at the number of this call if there is one. */
export const senderOf = (card: PersonCard | null, number: string | null): Sender => ({
  name: card?.name || null,
  email: card?.emails[0] ?? null,
  phone: number ?? card?.phones[0] ?? null,
  address: card?.address ?? null,
});
export const cardOfPerson = (person: Person | null): PersonCard | null => (person ? cardOf(person) : null);

/** A call typed in: it ended as it was written down. */
export const typedCall = (said: Said, number: string | null, { login, at }: Who): CallPart => {
  const began = new Date(Date.parse(at) - (said.seconds ?? 0) * 1000).toISOString();
  return {
    ...{ direction: said.direction, number, startedAt: began, connectedAt: began, endedAt: at },
    ...{ waitSeconds: null, talkSeconds: said.seconds, agent: login, group: null },
    ...{ outcome: 'answered', disposition: said.outcome },
  };
};

const deciding = ({ login, at, key }: Who) => ({ by: `agent:${login}`, at, key, proposed: null });

/** The agent has the person before them: where it goes is decided, nothing is classified. Null while no department is known. */
export const openingOf = (
  { subject, department, urgency }: FreeRequest,
  sender: Sender,
  who: Who,
): { decision: ContactDecision; proposal: Proposal } | null => {
  if (!department) return null;
  const chosen = { department, procedure: null, urgency, subject, sender };
  return {
    decision: { ...deciding(who), kind: 'open', ...chosen },
    proposal: { ...chosen, confidence: 1, routed: true, others: [], reference: null, reasons: [] },
  };
};

/** About a request that exists: a quiet line there, whatever its state. */
export const joiningOf = (reference: string, who: Who): ContactDecision => ({
  ...deciding(who),
  ...{ kind: 'join', reference, quiet: true },
});

type Parts = Pick<Contact, 'subject' | 'text' | 'evidence' | 'documents' | 'sender'> &
  Partial<Pick<Contact, 'form' | 'decision' | 'proposal'>> & {
    promised?: { reference: string; trackingHash: string };
  };

/** The contact as it is kept. `before` is the call of the phone system that it completes. */
export const contactOf = (
  said: Said,
  { id, personId, before }: { id: string; personId: string | null; before: Contact | null },
  { promised, ...parts }: Parts,
  who: Who,
): Contact => ({
  ...(before ?? { id, version: 1, receivedAt: who.at }),
  ...{ channel: said.channel, state: 'received', ...parts },
  ...(said.channel === 'phone' && !before ? { call: typedCall(said, parts.sender.phone, who) } : {}),
  ...(personId ? { person: { personId, confidence: 1, by: `agent:${who.login}`, reasons: [] } } : {}),
  recorded: {
    ...{ by: `agent:${who.login}`, author: who.name },
    ...{ topic: said.topic, outcome: said.outcome, articles: said.articles },
    ...(said.ticket ? { ticket: said.ticket } : {}),
    ...(said.note ? { note: said.note } : {}),
    ...(promised ? { promised } : {}),
  },
});

/** Reference and proof of the tracking code of the request it opens; null when it opens none. */
export const promisedBy = ({ form, recorded }: Pick<Contact, 'form' | 'recorded'>) =>
  form ?? recorded?.promised ?? null;
