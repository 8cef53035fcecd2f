type Status = { status: string };
/** What SES says of a mail beside its content. */
export type Receipt = { spamVerdict: Status; virusVerdict: Status };
/** Headers by lower-case name, the first of each. */
export type MailHeaders = Record<string, string>;
export type QuarantineReason = 'virus' | 'spam' | 'automatic' | null;

const machines = /^(mailer-daemon|postmaster|no-?reply|ne-?pas-?repondre|bounces?)([+-].*)?@/i;

/**
 * Whether a machine wrote it: answering would at best bother nobody and at worst begin a dialogue of machines
 * (RFC 3834). `envelopeFrom` is empty for a bounce.
 */
export function isAutomatic(headers: MailHeaders, envelopeFrom: string): boolean {
  const submitted = headers['auto-submitted'];
  return (
    (submitted !== undefined && !/^\s*no\b/i.test(submitted)) ||
    /\b(bulk|list|junk|auto_reply)\b/i.test(headers.precedence ?? '') ||
    headers['list-id'] !== undefined ||
    headers['x-autoreply'] !== undefined ||
    headers['x-autorespond'] !== undefined ||
    /multipart\/report/i.test(headers['content-type'] ?? '') ||
    /^<?>?$/.test(envelopeFrom.trim()) ||
    machines.test(envelopeFrom.trim())
  );
}

/** Why a mail is set aside on arrival, visible and reversible; null when it goes on to qualification. */
export function quarantineReason(
  receipt: Receipt,
  mail: { headers: MailHeaders; envelopeFrom: string; from: string | null; ours: readonly string[] },
): QuarantineReason {
  if (receipt.virusVerdict.status === 'FAIL') return 'virus';
  if (receipt.spamVerdict.status === 'FAIL') return 'spam';
  const isOwn = mail.from !== null && mail.ours.includes(mail.from.toLowerCase());
  return isOwn || isAutomatic(mail.headers, mail.envelopeFrom) ? 'automatic' : null;
}
