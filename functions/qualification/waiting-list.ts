import type { AgentCaller } from '../agents/caller.ts';
import { maySort } from '../agents/rights.ts';
import type { Contact, ObjectRef } from '../intake/contact.ts';
import type { ContactHeader } from '../intake/contact-items.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { AgentContact, listWaiting, readContact } from './agent-api.ts';
import { cardOf, contactView } from './views.ts';

type Page = { contacts: ContactHeader[]; next: string | null };
export type ListDeps = {
  contact(id: string): Promise<Contact>;
  listByState(state: 'waiting' | 'quarantined', page: { after?: string; limit: number }): Promise<Page>;
  urlOf(object: ObjectRef, name?: string): Promise<string>;
  now(): string;
};

/** Contacts as qualification agents see them, page by page, and which one comes next. */
export const waitingList = ({ contact, listByState, urlOf, now }: ListDeps) => {
  /** The one after it in the list; at its end, the first that waits. The list may be a moment behind. */
  async function next({ id, receivedAt }: Pick<ContactHeader, 'id' | 'receivedAt'>): Promise<string | null> {
    const after = await listByState('waiting', { after: `${receivedAt}#${id}`, limit: 1 });
    if (after.contacts[0]) return after.contacts[0].id;
    const first = await listByState('waiting', { limit: 2 });
    return first.contacts.find((other) => other.id !== id)?.id ?? null;
  }
  const refuseUnless = ({ agent }: AgentCaller) => {
    if (!maySort(agent)) throw new Refusal('forbidden');
  };

  return {
    next,
    async page({ query }: InputOf<typeof listWaiting>, caller: AgentCaller) {
      refuseUnless(caller);
      const { contacts, next: cursor } = await listByState(query.state, query);
      return { contacts: contacts.map(cardOf), next: cursor, now: now() };
    },
    async read({ params }: InputOf<typeof readContact>, caller: AgentCaller): Promise<AgentContact> {
      refuseUnless(caller);
      const found = await contact(params.contactId);
      return contactView(found, { urlOf, next: await next(found), now: now() });
    },
  };
};
