import type { Account } from '../accounts/account.ts';
import type { Link } from '../citizens/items.ts';
import type { Proof } from '../requests/follow-events.ts';
import type { ContentRecord, SenderRecord } from '../requests/records.ts';

type Asked = { content: Pick<ContentRecord, 'mail' | 'salt'>; sender: Pick<SenderRecord, 'email'> };
type Known = Pick<Account, 'email' | 'franceConnect'>;
const plain = (email: string): string => email.trim().toLowerCase();

/** An agent said whose it is, or the day of birth and the name say it together: a name or a telephone alone never does. */
const isSure = ({ by, reasons }: Pick<Link, 'by' | 'reasons'>): boolean =>
  by.startsWith('agent:') || (reasons.includes('same-birth') && reasons.includes('same-name'));

/**
 * Why a request that came by another way is this account's, or null: it was written from the address they proved (a mail only
 * when its domain vouches for it), or it is the person's whose identity FranceConnect certified. What was erased is nobody's.
 */
export const proofOf = (
  { content, sender }: Asked,
  { email, franceConnect }: Known,
  link: Pick<Link, 'by' | 'reasons'> | null,
): Proof | null => {
  if (content.salt === '') return null;
  const isVouched = !content.mail || content.mail.sender === 'verified';
  if (email && sender.email && isVouched && plain(sender.email) === plain(email)) return 'email';
  return franceConnect && link && isSure(link) ? 'identity' : null;
};
