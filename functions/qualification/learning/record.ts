import type { JournalEvent } from '../../requests/event.ts';
import { ifThere } from '../../shared/refusal.ts';
import { type Case, caseOf, type Seen } from './case.ts';

type Held = { events: JournalEvent[]; request: { contactIds: string[]; arbitration: Arbitration } };
export type Arbitration = { since: string; moves: number } | null;
export type RecordDeps = {
  /** Refuses `not-found` for what was erased. */
  header(contactId: string): Promise<Seen>;
  openedBy(contactId: string): Promise<string | null>;
  load(reference: string): Promise<Held>;
  /** Keeps the case in place of what was known of it, and moves the counters by the difference. */
  keep(contactId: string, known: Case | null): Promise<void>;
  /** Takes away whatever is known of a contact; no late event brings it back. */
  forget(contactId: string): Promise<void>;
  noteArbitration(reference: string, arbitration: Arbitration): Promise<void>;
};
type Told = { contactId: string } | { reference: string };

/** Something was decided or moved: the case is made again from what is kept, so that any event may come twice or late. */
export const record =
  ({ header, openedBy, load, keep, forget, noteArbitration }: RecordDeps) =>
  async (told: Told): Promise<void> => {
    const reference = 'reference' in told ? told.reference : await openedBy(told.contactId);
    const held = reference ? await load(reference) : null;
    if (reference && held) await noteArbitration(reference, held.request.arbitration);
    const contactId = 'contactId' in told ? told.contactId : held?.request.contactIds[0];
    if (!contactId) return;
    const contact = await ifThere(header(contactId));
    if (!contact) return forget(contactId);
    await keep(contactId, caseOf(contact, reference && held ? { reference, events: held.events } : null));
  };
