import { boardDue } from '../deadlines/board-due.ts';
import type { Rules } from '../deadlines/rules.ts';
import type { Contact, MailPart } from '../intake/contact.ts';
import { isVerifiedSender } from '../intake/mail-verdict.ts';
import type { Answers } from '../procedures/field.ts';
import { masked } from '../qualification/extraction/nir.ts';
import { threadRoot } from '../threading/mail-id.ts';
import type { Change } from './append.ts';
import { documentItem } from './items.ts';
import { contentHash, type Hash } from './journal.ts';
import { type ContentRecord, cardOf } from './records.ts';
import type { Command } from './request.ts';
import type { MailOfRequest } from './thread-items.ts';

/** What the opening needs beyond the contact; ids, salts and days come ready made. */
export type Opening = {
  reference: string;
  /** auto | citizen | agent:<login> */
  openedBy: string;
  receivedOn: string;
  rules: Rules;
  answers: ContentRecord['answers'];
  procedureTitle: string | null;
  /** Revision of the procedure that the request stays on when no form says it. */
  procedureRevision?: number | null;
  given?: Answers;
  salt: string;
  hash: Hash;
};

/** The department stands when the text routed it, when the answers did, or when a person chose it. */
export const departmentOf = ({ proposal }: Contact): string | null =>
  proposal?.routed ? proposal.department : null;

/** DMARC says whether the domain of the address stands for it; a domain that says no says that somebody else wrote. */
const cameByMail = (mail: MailPart): ContentRecord['mail'] => {
  const isForged = mail.verdicts.dmarc === 'FAIL';
  const sender = isVerifiedSender(mail.verdicts) ? 'verified' : isForged ? 'forged' : 'unverified';
  return { sender, thread: threadRoot(mail) };
};
/** The citizen's own mail, by which an answer to it is recognised; an id that another mail has too says nothing. */
export const mailsOf = ({ mail }: Pick<Contact, 'mail'>): MailOfRequest[] =>
  mail?.messageId && !mail.sharesMessageId ? [{ id: mail.messageId }] : [];

/** A contact becomes a request: journal line, content, sender, pieces, and the news of it, in one change. */
export const opening = (contact: Contact, given: Opening): Change => {
  const { proposal, form, appeal } = contact;
  const tracking = form?.trackingHash ?? appeal?.trackingHash ?? contact.recorded?.promised?.trackingHash;
  const sender = form ? contact.sender : (proposal?.sender ?? contact.sender);
  const content: ContentRecord = {
    subject: masked(proposal?.subject || contact.subject),
    text: contact.text,
    answers: given.answers,
    procedureTitle: given.procedureTitle,
    given: given.given,
    receivedAt: contact.receivedAt,
    ...(contact.mail ? { mail: cameByMail(contact.mail) } : {}),
    salt: given.salt,
  };
  const command: Command = {
    command: 'request-opened',
    channel: contact.channel,
    contactId: contact.id,
    openedBy: given.openedBy,
    procedure: form?.procedure ?? proposal?.procedure ?? null,
    procedureRevision: form?.revision ?? given.procedureRevision ?? null,
    department: departmentOf(contact),
    confidence: proposal?.confidence ?? null,
    urgency: proposal?.urgency ?? 'normal',
    receivedOn: given.receivedOn,
    contentHash: contentHash(given.salt, content, given.hash),
    ...(appeal ? { appealOf: appeal.of } : {}),
  };
  const followers = appeal?.followers ?? [];
  return {
    commands: [
      command,
      ...followers.map((each) => ({ command: 'follower-joined', ...each, by: 'auto' }) as const),
    ],
    due: boardDue(given.receivedOn, given.rules),
    card: cardOf(content, sender),
    records: [
      { sk: 'RECORD#CONTENT', content },
      { sk: 'RECORD#SENDER', sender: form?.language ? { ...sender, language: form.language } : sender },
      ...(tracking ? [{ sk: 'RECORD#TRACKING', tracking: { hash: tracking } } as const] : []),
      ...contact.documents.map(({ pages: _pages, ...document }) =>
        documentItem({ ...document, contactId: contact.id }),
      ),
    ],
    announce: [{ type: 'request-opened', detail: { reference: given.reference } }],
    mails: mailsOf(contact),
  };
};

/** A request that was opened without department learns it from the person who looked at its contact. */
export const qualification = (
  contact: Contact,
  reference: string,
  by: string,
  procedureRevision: number | null,
): Change => {
  const { proposal } = contact;
  const department = departmentOf(contact);
  if (!proposal || !department) return { commands: [] };
  const { urgency, confidence, procedure } = proposal;
  return {
    commands: [
      {
        ...{ command: 'request-qualified', department, procedure, procedureRevision },
        ...{ urgency, by, confidence },
      },
    ],
    announce: [{ type: 'request-qualified', detail: { reference, department } }],
  };
};
