import type { Agent } from '../agents/agent.ts';
import { mayRead, maySee } from '../agents/rights.ts';
import { destinationOf } from '../intake/contact.ts';
import type { ContactHeader } from '../intake/contact-items.ts';
import { shownText } from '../qualification/shown-text.ts';
import { groupOf, type Snapshot } from '../requests/items.ts';
import type { Link } from './items.ts';
import type { ContactLine, RequestLine } from './person-page.ts';

type Mine = Link & { personId: string };
const linkOf = ({ by, confidence, reasons, personId }: Mine) => ({
  by,
  confidence,
  reasons,
  sheet: personId,
});

/**
 * A request on somebody's page. Every agent who meets the person sees that it is there and where it stands; only those who
 * may read it see its subject and open it, and what is reserved to the cabinet shows to its own people alone.
 */
export const requestLine = (agent: Agent, link: Mine, snapshot: Snapshot | undefined): RequestLine | null => {
  if (!snapshot || !maySee(agent, snapshot.request.department)) return null;
  const { request, card, due } = snapshot;
  const mayOpen = mayRead(agent, request);
  return {
    reference: request.reference,
    subject: mayOpen ? card.subject : '',
    state: request.state,
    channel: request.channel,
    department: request.department,
    agent: request.agent,
    receivedOn: request.receivedOn,
    due: groupOf(snapshot) ? due : null,
    unread: request.unreadMessages,
    mayOpen,
    link: linkOf(link),
  };
};

/** What a contact is about shows to those who may read its request, or the department it waits for; its passage to all. */
const maySeeSubject = (agent: Agent, header: ContactHeader, snapshot: Snapshot | undefined): boolean => {
  if (snapshot) return mayRead(agent, snapshot.request);
  const department = destinationOf(header);
  return department === null || mayRead(agent, { department, agent: null });
};

/** A contact on somebody's page, whatever came of it; hidden with the request it belongs to. */
export const contactLine = (
  agent: Agent,
  link: Mine,
  header: ContactHeader | undefined,
  snapshot: Snapshot | undefined,
): ContactLine | null => {
  if (!header || !maySee(agent, destinationOf(header))) return null;
  if (snapshot && !maySee(agent, snapshot.request.department)) return null;
  const { call, recorded, sender } = header;
  return {
    contactId: header.id,
    at: header.receivedAt,
    channel: header.channel,
    state: header.state,
    subject: maySeeSubject(agent, header, snapshot)
      ? shownText(header.proposal?.subject || header.subject)
      : '',
    sender: sender.name ?? sender.email ?? sender.phone ?? '',
    reference: header.requestReference ?? null,
    outcome: recorded?.outcome ?? call?.outcome ?? null,
    agent: recorded?.by ?? (call?.agent ? `agent:${call.agent}` : null),
    seconds: call?.talkSeconds ?? null,
    documents: header.documents.length,
    mayOpen: snapshot !== undefined && mayRead(agent, snapshot.request),
    link: linkOf(link),
  };
};
