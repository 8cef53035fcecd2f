import type { Contact, ContactDecision, Proposal } from '../intake/contact.ts';
import type { BusEvent } from '../shared/events.ts';

type Given = { department: string; decision: ContactDecision; subject: string };

/** Named after the contact it was in: asked twice, there is one. */
export const secondId = (id: string): string => `${id}-2`;

/**
 * What else a contact asks, as a contact of its own: the same person, words and pieces, for another department. What was
 * promised to the first (a reference, a batch's page, a conversation) stays with the first.
 */
export const secondContact = (contact: Contact, { department, decision, subject }: Given): Contact => {
  const { form: _form, recorded: _recorded, scan: _scan, requestReference: _reference, ...kept } = contact;
  const { by, at, key } = decision;
  const said: Proposal | undefined = contact.proposal;
  const sender = decision.kind === 'open' ? decision.sender : (said?.sender ?? contact.sender);
  const chosen = { department, procedure: null, urgency: 'normal', subject, sender } as const;
  return {
    ...kept,
    id: secondId(contact.id),
    state: 'received',
    version: 1,
    // The conversation goes on with the first; this one begins its own, with an acknowledgement of its own.
    ...(kept.mail ? { mail: { ...kept.mail, messageId: null, inReplyTo: [], references: [] } } : {}),
    proposal: {
      ...chosen,
      confidence: said?.second?.confidence ?? 1,
      routed: true,
      others: [],
      reference: null,
      reasons: said?.second?.reasons ?? [],
      found: said?.found ?? [],
    },
    decision: { ...chosen, by, at, key, kind: 'open', proposed: null },
  };
};

/** The second contact goes the way of any that comes in. */
export const secondArrives = ({ id, channel }: Contact): BusEvent => ({
  type: 'contact-received',
  detail: { contactId: id, channel },
});
