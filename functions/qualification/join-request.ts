import type { MailEvent } from '../delivery/mail-event.ts';
import { reportEvents } from '../delivery/report-events.ts';
import { comesBack } from '../delivery/returned.ts';
import type { Contact } from '../intake/contact.ts';
import { changed } from '../requests/agent-act.ts';
import type { Append, Change } from '../requests/append.ts';
import { documentItem, messageItem, type RecordItem, type Snapshot, type Whole } from '../requests/items.ts';
import { contentHash, type Hash } from '../requests/journal.ts';
import { mailsOf } from '../requests/open.ts';
import type { MessageRecord } from '../requests/records.ts';
import { type Command, isEnded } from '../requests/request.ts';
import type { BusEvent } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import { reasonOnSheet } from '../threading/post-marks.ts';
import { servedBefore, slipNamed } from '../threading/slip-sheet.ts';
import { masked } from './extraction/nir.ts';
import { ticked } from './tick-documents.ts';

export type JoinDeps = {
  contact(id: string): Promise<Contact>;
  append: Append;
  load(reference: string): Promise<Whole>;
  /** What a delivery report says of a message of ours is taken in. */
  report(event: MailEvent): Promise<void>;
  newSalt(): string;
  hash: Hash;
};

type Joining = Extract<NonNullable<Contact['decision']>, { kind: 'join' }>;
const joinOf = ({ decision }: Contact): Partial<Joining> => (decision?.kind === 'join' ? decision : {});
const joined = (contact: Contact, by: string): Command => {
  const { proofs, slip, quiet } = joinOf(contact);
  return { command: 'contact-joined', contactId: contact.id, by, proofs, slip, quiet };
};
const news = (contact: Contact): BusEvent[] => {
  const { reference = '' } = joinOf(contact);
  return [{ type: 'contact-joined', detail: { contactId: contact.id, reference } }];
};

const pieceId = ({ id }: Pick<Contact, 'id'>, document: { id: string }) => `${id}-${document.id}`;
const piecesOf = ({ id, documents }: Contact): RecordItem[] =>
  documents.map(({ pages: _pages, ...document }) =>
    documentItem({ ...document, id: pieceId({ id }, document), contactId: id }),
  );

/** What a machine wrote, or an agent only keeps: a quiet line with its pieces, no message to read, nothing to do. */
const filing = (contact: Contact, by: string): Change => ({
  commands: [joined(contact, by)],
  records: piecesOf(contact),
  announce: news(contact),
});

/** Told to an agent: a quiet line, and what they wrote of it as a note for colleagues. */
const telling = (contact: Contact, by: string, salt: string, hash: Hash): Change => {
  const text = contact.recorded?.note ?? '';
  const { id, receivedAt: at } = contact;
  if (!text) return filing(contact, by);
  return {
    ...filing(contact, by),
    commands: [
      joined(contact, by),
      { command: 'note-added', noteId: id, contentHash: contentHash(salt, text, hash), by },
    ],
    records: [
      { sk: `RECORD#NOTE#${id}`, note: { id, at, author: contact.recorded?.author ?? by, text, salt } },
    ],
  };
};

/** What a request receives from a contact that belongs to it: a message of the citizen and its pieces. */
export function joining(
  contact: Contact,
  by: string,
  { salt, hash, current }: { salt: string; hash: Hash; current: Snapshot | null },
): Change {
  const message: MessageRecord = {
    id: contact.id,
    from: 'citizen',
    kind: 'message',
    at: contact.receivedAt,
    author: null,
    subject: masked(contact.proposal?.subject || contact.subject),
    text: contact.text,
    attachments: contact.documents.map(({ id, name, contentType, size, original }) => ({
      id,
      name,
      contentType,
      size,
      object: original,
    })),
    delivery: null,
    salt,
  };
  const { subject, text } = message;
  const [piece] = contact.documents;
  const documentId = piece ? pieceId(contact, piece) : '';
  const provided = current ? ticked({ ...joinOf(contact), documentId, by }, current.request) : [];
  // As in the portal: what was asked for is no message that somebody has to answer.
  if (provided.length > 0)
    return {
      commands: [joined(contact, by), ...provided],
      records: [messageItem(message), ...piecesOf(contact)],
      announce: [...news(contact), changed(current?.request.reference ?? '')],
    };
  return {
    commands: [
      joined(contact, by),
      {
        command: 'citizen-message-received',
        messageId: message.id,
        contentHash: contentHash(salt, { subject, text }, hash),
        attachments: message.attachments.length,
      },
    ],
    records: [messageItem(message), ...piecesOf(contact)],
    announce: news(contact),
    mails: mailsOf(contact),
  };
}

const letterIn = async ({ load }: JoinDeps, reference: string, messageId: string) => {
  const { messages, sender } = await load(reference);
  const message = messages.find(({ id }) => id === messageId);
  return message && { message, sender };
};
type Letter = NonNullable<Awaited<ReturnType<typeof letterIn>>> & { isOver: boolean };

/** Our own letter, come back, even to what is closed, which nothing joins: no message of the citizen. The scan stays among the pieces, the journal says what it means. */
const cameBack = (contact: Contact, { message, sender, isOver }: Letter, by: string): Change => {
  const reference = contact.decision?.kind === 'join' ? contact.decision.reference : '';
  const given = { reference, message, person: sender, by, at: contact.receivedAt };
  const change = comesBack({ ...given, reason: reasonOnSheet(contact.text) });
  return {
    ...change,
    commands: [...(isOver ? [] : [joined(contact, by)]), ...change.commands],
    records: [...(change.records ?? []), ...piecesOf(contact)],
  };
};

/** Another scan of the same slip was quicker: whoever comes second waits for a person. */
const isSpent = ({ events }: Whole, contactId: string, slip: string): boolean =>
  servedBefore(events, slipNamed(slip), contactId);

/** A contact joins the request that two proofs or an agent chose, once however often it is asked. */
export const joinRequest =
  (deps: JoinDeps) =>
  async ({ contactId }: { contactId: string }): Promise<{ reference: string }> => {
    const contact = await deps.contact(contactId);
    if (contact.decision?.kind !== 'join') throw new Refusal('not-allowed-in-state');
    const { reference, by, returned, reported, slip, quiet } = contact.decision;
    const { report } = contact.mail ?? {};
    if (reported && report) {
      const to = (await deps.load(reference)).sender.email;
      for (const event of reportEvents(report, { reference, ...reported, to })) await deps.report(event);
    }
    const salt = deps.newSalt();
    await deps.append(reference, { key: `join-${contactId}` }, async (current) => {
      if (contact.recorded) return telling(contact, by, salt, deps.hash);
      if (quiet) return filing(contact, by);
      const isByItself = slip !== undefined && by === 'auto';
      if (isByItself && isSpent(await deps.load(reference), contactId, slip)) throw new Refusal('conflict');
      const message = returned && (await letterIn(deps, reference, returned.messageId));
      return message
        ? cameBack(contact, { ...message, isOver: current !== null && isEnded(current.request.state) }, by)
        : joining(contact, by, { salt, hash: deps.hash, current });
    });
    return { reference };
  };
