import type { ContactDocument, ObjectRef, Sender } from '../intake/contact.ts';

/**
 * Personal content of a request: beside its journal, never in it, so that it can be erased while the chain of hashes
 * stays valid. `salt` goes with the content: without it the hash in the journal says nothing.
 */
export type ContentRecord = {
  subject: string;
  text: string;
  /** Answers of the form in order, with the labels of the revision that was answered. */
  answers: { step: string; label: string; value: string }[];
  procedureTitle: string | null;
  /** Instant at which it came in; the request may open later. Absent once erased. */
  receivedAt?: string;
  salt: string;
};
export type SenderRecord = Sender;
/** A piece of the request; its pages stay with the contact that brought it, null for what an agent joined. */
export type DocumentRecord = Omit<ContactDocument, 'pages'> & { contactId: string | null };
export type NoteRecord = { id: string; at: string; author: string; text: string; salt: string };

export type StoredFile = { id: string; name: string; contentType: string; size: number; object: ObjectRef };
/** `sending` is held by a lease; `failed` waits for a person. Null for the citizen's own messages. */
export type Delivery = 'queued' | 'sending' | 'sent' | 'to-print' | 'failed' | null;
export type MessageRecord = {
  id: string;
  from: 'citizen' | 'authority';
  kind: 'acknowledgement' | 'message' | 'answer';
  at: string;
  author: string | null;
  subject: string;
  /** May hold `trackingCodePlace`, filled in when it leaves. */
  text: string;
  attachments: StoredFile[];
  delivery: Delivery;
  salt: string;
  /** Tracking code in clear, only until the message has left. */
  trackingCode?: string;
  /** E-mail was tried and came back: the next try is a letter. */
  mailFailed?: boolean;
  /** While `sending`: who holds it and until when (UTC). */
  leaseOwner?: string;
  leaseUntil?: string;
  /** While `to-print`: the PDF, and since when it waits. */
  letterKey?: string;
  queuedAt?: string;
  recipient?: string;
};

export const trackingCodePlace = '{{trackingCode}}';
/** What a message looks like once its code has left. */
export const withoutCode = (text: string): string => text.replaceAll(trackingCodePlace, '•••••-•••••');

/** What the board shows of a request without opening it; erased with the rest. */
export type Card = { subject: string; sender: string };
export const cardOf = (content: Pick<ContentRecord, 'subject'>, sender: Sender): Card => ({
  subject: content.subject,
  sender: sender.name ?? sender.email ?? sender.phone ?? '',
});
