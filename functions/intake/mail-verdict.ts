import type { MailVerdicts } from './contact.ts';
import type { Headers } from './mime/header.ts';
import type { OwnNames } from './own-names.ts';

type Status = { status: string };
/** What SES says of a mail beside its content: PASS, FAIL, GRAY or PROCESSING_FAILED each. */
export type Receipt = {
  recipients: string[];
  spamVerdict: Status;
  virusVerdict: Status;
  spfVerdict: Status;
  dkimVerdict: Status;
  dmarcVerdict: Status;
};
/** `automatic` is decided later, by the qualification: a machine's mail that belongs to a request is filed on it. */
type QuarantineReason = 'virus' | 'spam' | 'claims-to-be-us' | 'phishing' | null;

export const verdictsOf = (receipt: Receipt): MailVerdicts => ({
  spf: receipt.spfVerdict.status,
  dkim: receipt.dkimVerdict.status,
  dmarc: receipt.dmarcVerdict.status,
  spam: receipt.spamVerdict.status,
  virus: receipt.virusVerdict.status,
});

/**
 * Whether the domain of the sender vouches for the mail. Nobody else is given anything personal: an address is typed in a mail
 * as easily as on an envelope.
 */
export const isVerifiedSender = ({ dmarc, spf, dkim }: MailVerdicts): boolean =>
  dmarc === 'PASS' && (spf === 'PASS' || dkim === 'PASS');

const machines =
  /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|ne-?pas-?repondre|bounces?)([+._-].*)?@/i;
/** Headers that only programs write (RFC 3834, 2369, 2919 and what came before them). */
const marks = [
  'list-id',
  'list-unsubscribe',
  'list-post',
  'list-help',
  'list-subscribe',
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply',
  'x-loop',
  'x-mailing-list',
  'x-failed-recipients',
  'feedback-id',
];
const absences =
  /^\s*((re|tr|fwd?|aw)\s*:\s*)?(reponse automatique|automatic reply|auto(matic)?[ -]?(reply|response|reponse)|auto\s*:|out of (the )?office|absence du bureau|absent(e)? du bureau|message d.absence|absence\s*:|abwesenheits|undeliver(ed|able)|delivery status notification|mail delivery (failed|failure|subsystem)|returned mail|echec de la remise|non remis|lu\s*:|read\s*:)/;
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

export type Written = { headers: Headers; envelopeFrom: string; from: string | null; subject: string };

/**
 * Whether a machine wrote it: answering would at best bother nobody and at worst begin a dialogue of machines (RFC 3834).
 * `envelopeFrom` is empty for a bounce.
 */
export function isAutomatic({ headers, envelopeFrom, from, subject }: Written): boolean {
  const submitted = headers.get('auto-submitted');
  const envelope = envelopeFrom.trim().replace(/^<|>$/g, '');
  return (
    (submitted !== undefined && !/^\s*(no\b|$)/i.test(submitted)) ||
    /\b(bulk|list|junk|auto[_-]?reply)\b/i.test(headers.get('precedence') ?? '') ||
    marks.some((name) => headers.has(name)) ||
    /\b(all|autoreply|oof)\b/i.test(headers.get('x-auto-response-suppress') ?? '') ||
    /multipart\/report|message\/(delivery-status|disposition-notification)/i.test(
      headers.get('content-type') ?? '',
    ) ||
    envelope === '' ||
    machines.test(envelope) ||
    machines.test(from ?? '') ||
    absences.test(folded(subject))
  );
}

/** Why a mail is set aside on arrival, visible and reversible; null when it goes on to qualification. */
export function quarantineReason(
  receipt: Receipt,
  mail: { from: { name: string | null; address: string | null }; envelopeFrom: string; isPhishing: boolean },
  own: OwnNames,
): QuarantineReason {
  if (receipt.virusVerdict.status === 'FAIL') return 'virus';
  if (receipt.spamVerdict.status === 'FAIL') return 'spam';
  // All that is ours is sent, never received: whoever writes in our name from outside pretends.
  if (own.isOurs(mail.from.address ?? mail.envelopeFrom) || own.isNamed(mail.from.name ?? ''))
    return 'claims-to-be-us';
  return mail.isPhishing ? 'phishing' : null;
}
