import type { ContactDocument, ObjectRef, Sender } from '../intake/contact.ts';
import type { Answers } from '../procedures/field.ts';
import type { OtherLanguage } from '../procedures/translation.ts';

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
  /** Answers as given, by name of the field: what conditions of the workflow are read over. */
  given?: Answers;
  /** Instant at which it came in; the request may open later. Absent once erased. */
  receivedAt?: string;
  /** When it came by mail: whether its sender's domain vouches for it, and the id its conversation began with. */
  mail?: { sender: 'verified' | 'unverified' | 'forged'; thread: string | null };
  salt: string;
};
export const preferences = ['email', 'sms', 'letter', 'portal'] as const;
/** How the person wants to be written to; `portal` also takes the consent of `request.portalConsent`. */
export type Preference = (typeof preferences)[number];
/** `frozen`: addresses that gave a message back for good; written to again only once they are another. */
export type SenderRecord = Sender & {
  prefers?: Preference;
  /** In which the form was filled in, where it is not French. */
  language?: OtherLanguage;
  frozen?: { email?: string; phone?: string; address?: string };
};
/** A piece of the request; its pages stay with the contact that brought it, null for what an agent joined. */
export type DocumentRecord = Omit<ContactDocument, 'pages'> & { contactId: string | null };
export type NoteRecord = { id: string; at: string; author: string; text: string; salt: string };

/** What was asked of the citizen, in words; which of it came is in the journal. */
export type AskRecord = {
  askId: string;
  text: string;
  documents: {
    code: string;
    label: string;
    hint: string | null;
    requiredBy: string | null;
    accepts: { code: string; label: string }[];
    validMonths: number | null;
  }[];
};
export type OpinionRecord = {
  opinionId: string;
  department: string;
  question: string;
  askedAt: string;
  text: string | null;
  author: string | null;
  salt: string;
};
/** What the person wrote of an answer; the score is in the journal. */
export type RatingRecord = { messageId: string; comment: string | null; salt: string };
/** The administration that is competent. */
export type TransferRecord = {
  code: string;
  name: string;
  postalAddress: string;
  email: string | null;
  on: string;
};

export type StoredFile = { id: string; name: string; contentType: string; size: number; object: ObjectRef };
/** `sending` is held by a lease; `available` waits in the portal to be read; `failed` waits for a person. Null for the citizen's own messages. */
export type Delivery = 'queued' | 'sending' | 'sent' | 'available' | 'to-print' | 'failed' | null;
/** One thing that happened to a message on its way, oldest first. `resent` begins a new round: what failed before it may be tried again. */
export type Attempt = {
  channel: 'email' | 'sms' | 'letter' | 'portal';
  at: string;
  state:
    | 'sent'
    | 'delivered'
    | 'delayed'
    | 'failed'
    | 'complained'
    | 'available'
    | 'consulted'
    | 'deemed'
    | 'to-print'
    | 'posted'
    | 'handed-over'
    | 'came-back'
    | 'resent';
  providerId: string | null;
  /** Code, never a sentence. */
  reason?: string;
  /** How many texts a text message took. */
  parts?: number;
};
export type MessageRecord = {
  id: string;
  from: 'citizen' | 'authority';
  kind: 'acknowledgement' | 'message' | 'answer';
  at: string;
  author: string | null;
  subject: string;
  /** May hold `trackingCodePlace`, filled in when it leaves. */
  text: string;
  /** Of an answer to a group: the same words with what is each one's own left open (letters/own-fields.ts). */
  forAll?: string;
  attachments: StoredFile[];
  delivery: Delivery;
  salt: string;
  /** Somebody else than the citizen: the administration a request is handed to. */
  to?: { name: string; email: string | null; postalAddress: string };
  /** Tracking code in clear, only until the message has left. */
  trackingCode?: string;
  history?: Attempt[];
  /** Proof of receipt is wanted: a registered letter when it goes by post. */
  registered?: boolean;
  /** The request waits for what the citizen says to it. */
  awaitsReply?: true;
  /** Its address may be anybody's: nothing of the request leaves with it, its code neither. */
  isUnverified?: true;
  /** It asks for documents: on paper it ends with a slip to send back with them. `numbers`: their places in what was first asked. */
  slip?: { askId: string; documents: string[]; until: string; numbers?: number[] };
  /** A PDF that exists already (a sealed letter), in the documents bucket outside `letters/`: printed as it is, never drawn again. */
  readyPdf?: string;
  /** Day from which it can be read in the portal, while it is not read. */
  availableOn?: string;
  /** While `sending`: who holds it and until when (UTC). */
  leaseOwner?: string;
  leaseUntil?: string;
  /** While `to-print`: the PDF, since when it waits, its pages, and the batch it is printed with. */
  letterKey?: string;
  queuedAt?: string;
  recipient?: string;
  pages?: number;
  department?: string | null;
  printBatch?: string;
  /** Id of its sending at the outside mailing service that took it over. */
  handedOver?: string;
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

/** Whom a message goes to: the citizen, unless it names somebody else. */
export const addresseeOf = ({ to }: Pick<MessageRecord, 'to'>, citizen: SenderRecord): SenderRecord =>
  to ? { name: to.name, email: to.email, phone: null, address: to.postalAddress } : citizen;
