import type { ObjectRef } from './contact.ts';

/** `PASS`, `FAIL`, `GRAY` or `PROCESSING_FAILED`, as SES says them. Whose mail it is: `isVerifiedSender` (mail-verdict.ts). */
export type MailVerdicts = { spf: string; dkim: string; dmarc: string; spam?: string; virus?: string };
/** What a machine says became of a mail of ours (RFC 3464, 8098, 5965), read by `readDeliveryReport`. */
export type DeliveryReport = {
  kind: 'delivery' | 'reading' | 'complaint';
  /** Message-ID of the mail of ours, without angle brackets. */
  messageId: string | null;
  /** `action`: failed, delayed, delivered, relayed, expanded; `status`: `5.1.1` and its like. */
  recipients: { address: string; action: string; status: string | null }[];
};
/**
 * What a person has to know of a mail that was not taken in whole: `unreadable` (no program could take it apart), `cut` (longer
 * than is read), `encrypted`, `more-attachments` (only in the mail as it came).
 */
export const mailNotes = ['unreadable', 'cut', 'encrypted', 'more-attachments'] as const;
export type MailNote = (typeof mailNotes)[number];
/** What a mail says beside its content; ids of messages without their angle brackets. */
export type MailPart = {
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  /** Addresses of ours it was sent to, with the token of a reply when there is one. */
  recipients: string[];
  verdicts: MailVerdicts;
  /** A machine wrote it (RFC 3834): filed, never answered. */
  automatic: boolean;
  report?: DeliveryReport;
  notes?: MailNote[];
  /** Its HTML, made harmless, for display; among the documents. */
  html?: ObjectRef;
  /** Another mail came with this Message-ID and another content. */
  sharesMessageId?: true;
};
