import type { Contact, ObjectRef, Proposal } from '../intake/contact.ts';
import type { ContactHeader } from '../intake/contact-items.ts';
import type { MailView } from '../intake/mail-api.ts';
import { viewedPage } from '../intake/page-api.ts';
import type { AgentContact } from './agent-api.ts';
import type { ContactCard } from './list-api.ts';
import { shownText } from './shown-text.ts';
import type { Suggestion } from './suggestions.ts';

/** One line of the list of contacts that wait, or of the quarantine. */
export function cardOf(contact: ContactHeader): ContactCard {
  const sender = contact.proposal?.sender ?? contact.sender;
  return {
    contactId: contact.id,
    channel: contact.channel,
    receivedAt: contact.receivedAt,
    subject: shownText(contact.proposal?.subject || contact.subject),
    sender: sender.name ?? sender.email ?? sender.phone ?? '',
    department: contact.proposal?.department ?? null,
    confidence: contact.proposal?.confidence ?? null,
    pages: contact.scan?.pages.length ?? contact.documents.length,
    reference: contact.requestReference ?? contact.proposal?.reference ?? null,
    reason: contact.quarantineReason ?? null,
    email: contact.sender.email,
  };
}

/** A proposal of before has none of what is said since. */
const shownProposal = (proposal: Proposal) => ({
  ...proposal,
  subject: shownText(proposal.subject),
  second: proposal.second ?? null,
  address: proposal.address ?? null,
  found: proposal.found ?? [],
  unless: proposal.unless ?? null,
  signals: proposal.signals ?? [],
  notOurs: proposal.notOurs ?? null,
});

type Urls = (object: ObjectRef, name?: string) => Promise<string>;

/** A contact as the qualification page shows it; a held document has no address. */
export async function contactView(
  contact: Contact,
  given: {
    urlOf: Urls;
    next: string | null;
    now: string;
    suggested: Suggestion[];
    mail: MailView | null;
    alike: AgentContact['alike'];
  },
): Promise<AgentContact> {
  const { urlOf, next, now, suggested, mail, alike } = given;
  const documents = await Promise.all(
    contact.documents.map(async ({ id, name, contentType, size, original, held, pages }) => ({
      id,
      name,
      contentType,
      size,
      url: held ? '' : await urlOf(original, name),
      pages: await Promise.all(pages.map((page) => viewedPage(page, urlOf))),
    })),
  );
  return {
    contactId: contact.id,
    version: contact.version,
    state: contact.state,
    channel: contact.channel,
    receivedAt: contact.receivedAt,
    // Place for place: what was found stays where it stands. The evidence keeps the number, the page does not show it.
    subject: shownText(contact.subject),
    text: shownText(contact.text),
    sender: contact.sender,
    proposal: contact.proposal ? shownProposal(contact.proposal) : null,
    suggested,
    alike,
    documents,
    mail: mail && { ...mail, text: shownText(mail.text) },
    requestReference: contact.requestReference ?? null,
    quarantineReason: contact.quarantineReason ?? null,
    next,
    now,
  };
}
