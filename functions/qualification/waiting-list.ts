import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { maySee, maySort } from '../agents/rights.ts';
import { type Contact, destinationOf, type ObjectRef } from '../intake/contact.ts';
import type { ContactHeader } from '../intake/contact-items.ts';
import { mailView } from '../intake/mail-view.ts';
import type { Snapshot } from '../requests/items.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { AgentContact, readContact } from './agent-api.ts';
import { cardOf, contactView } from './contact-view.ts';
import type { listWaiting, searchQuarantine } from './list-api.ts';
import { asidePage } from './quarantine-list.ts';
import { suggestionsFor } from './suggestions.ts';

type Asked = { after?: string; limit: number; newest?: boolean };
type Page = { contacts: ContactHeader[]; next: string | null };
export type ListDeps = {
  contact(id: string): Promise<Contact>;
  listByState(state: 'waiting' | 'quarantined', page: Asked): Promise<Page>;
  /** The request of a contact, or one it may belong to, as it is now. */
  snapshot(reference: string): Promise<Snapshot>;
  urlOf(object: ObjectRef, name?: string): Promise<string>;
  textOf(object: ObjectRef): Promise<string>;
  /** What came in before and is like it, as this agent may know. */
  alike(contact: Contact, agent: Agent): Promise<AgentContact['alike']>;
  now(): string;
};

/** How far to look for the next one: what is reserved to others is passed over. */
const ahead = 10;

/** Contacts as qualification agents see them, page by page, and which one comes next. */
export const waitingList = ({ contact, listByState, snapshot, urlOf, textOf, alike, now }: ListDeps) => {
  /** The one after it in the list; at its end, the first that waits. The list may be a moment behind. */
  async function next(
    { id, receivedAt }: Pick<ContactHeader, 'id' | 'receivedAt'>,
    agent: Agent,
  ): Promise<string | null> {
    const isForAgent = (other: ContactHeader) => other.id !== id && maySee(agent, destinationOf(other));
    const after = await listByState('waiting', { after: `${receivedAt}#${id}`, limit: ahead });
    const found = after.contacts.find(isForAgent);
    if (found) return found.id;
    const first = await listByState('waiting', { limit: ahead });
    return first.contacts.find(isForAgent)?.id ?? null;
  }
  const refuseUnless = ({ agent }: AgentCaller) => {
    if (!maySort(agent)) throw new Refusal('forbidden');
  };
  const shown = ({ contacts, next: cursor }: Page, { agent }: AgentCaller) => {
    const seen = contacts.filter((one) => maySee(agent, destinationOf(one)));
    return { contacts: seen.map(cardOf), next: cursor, now: now() };
  };

  return {
    next,
    async page({ query }: InputOf<typeof listWaiting>, caller: AgentCaller) {
      refuseUnless(caller);
      const { state, ...page } = query;
      return shown(await listByState(state, { ...page, newest: state === 'quarantined' }), caller);
    },
    async search({ body }: InputOf<typeof searchQuarantine>, caller: AgentCaller) {
      refuseUnless(caller);
      const list = (page: Asked) => listByState('quarantined', { ...page, newest: true });
      return shown(await asidePage(list, body), caller);
    },
    async read({ params }: InputOf<typeof readContact>, caller: AgentCaller): Promise<AgentContact> {
      refuseUnless(caller);
      const found = await contact(params.contactId);
      const { requestReference: reference } = found;
      const department = reference ? (await snapshot(reference)).request.department : destinationOf(found);
      if (!maySee(caller.agent, department)) throw new Refusal('forbidden');
      const suggested = await suggestionsFor(found, caller.agent, snapshot);
      const mail = await mailView(found, textOf);
      return contactView(found, {
        ...{ urlOf, suggested, mail, alike: await alike(found, caller.agent) },
        next: await next(found, caller.agent),
        now: now(),
      });
    },
  };
};
