import type { Contact } from '../../intake/contact.ts';
import type { JournalEvent } from '../../requests/event.ts';
import { unwanted } from '../routing/not-ours.ts';

/** What the model proposed for one contact. */
export type Proposed = { department: string; confidence: number; model: string };
/** A department that a person gave it, whatever was proposed. */
export type Decided = {
  department: string;
  /** `agent:<login>` */
  by: string;
  at: string;
  how: 'sorted' | 'set-aside' | 'moved';
};
/**
 * What became of one proposal, by the contact's id: ids, codes and instants, never a word of what was written. Where `decided`
 * stands it is an example, whose text is read from the contact each time the model learns.
 */
export type Case = {
  contactId: string;
  reference: string | null;
  receivedAt: string;
  proposed: Proposed | null;
  /** Routed by the model, with nobody asked. */
  alone: boolean;
  decided: Decided | null;
};

/** What is set aside for these reasons is an example of what is not ours; a duplicate or a blot says nothing of its subject. */
const unwantedFor = ['spam', 'not-ours'];

export type Seen = Pick<
  Contact,
  'id' | 'receivedAt' | 'state' | 'proposal' | 'decision' | 'quarantineReason' | 'setAside'
> & { form?: object };
type Journal = { reference: string; events: readonly JournalEvent[] };

/**
 * The case of a contact as it stands now, from its header and the journal of the request it opened; `null` when nothing is to
 * be learned of it: nobody decided and nothing was routed, or a form says itself where it goes.
 */
export const caseOf = (contact: Seen, journal: Journal | null): Case | null => {
  if (contact.form) return null;
  const proposed = proposedIn(contact);
  const alone = journal?.events[0]?.type === 'request-opened' && journal.events[0].openedBy === 'auto';
  const decided = lastMove(journal) ?? sortedBy(contact) ?? setAsideBy(contact);
  if (!decided && !(alone && proposed)) return null;
  const { id: contactId, receivedAt } = contact;
  return { contactId, receivedAt, reference: journal?.reference ?? null, proposed, alone, decided };
};

const proposedIn = ({ decision, proposal }: Seen): Proposed | null => {
  const made = decision ? decision.proposed : proposal;
  if (!made?.model) return null;
  return { department: made.department, confidence: made.confidence, model: made.model };
};

const isAgent = (by: string): boolean => by.startsWith('agent:');

const sortedBy = ({ decision }: Seen): Decided | null =>
  decision?.kind === 'open' && isAgent(decision.by)
    ? { department: decision.department, by: decision.by, at: decision.at, how: 'sorted' }
    : null;

const setAsideBy = ({ state, quarantineReason = '', setAside }: Seen): Decided | null =>
  state === 'quarantined' && setAside && unwantedFor.includes(quarantineReason)
    ? { department: unwanted, ...setAside, how: 'set-aside' }
    : null;

/** The last time a person gave the request to another department: what was decided first was wrong. */
const lastMove = (journal: Journal | null): Decided | null => {
  let department: string | null = null;
  let moved: Decided | null = null;
  for (const event of journal?.events ?? []) {
    const isGiven =
      event.type === 'request-assigned' ||
      event.type === 'request-qualified' ||
      event.type === 'arbitration-given';
    if (event.type === 'request-opened') department = event.department;
    if (!isGiven) continue;
    const isCorrected = department !== null && department !== event.department && isAgent(event.by);
    // The quality unit may say that it was right where it was: that settles it as well.
    if (isCorrected || event.type === 'arbitration-given')
      moved = { department: event.department, by: event.by, at: event.at, how: 'moved' };
    department = event.department;
  }
  return moved;
};
