import { e164 } from '../delivery/phone.ts';
import type { Sender } from '../intake/contact.ts';
import type { SearchDocument } from '../search/document.ts';
import type { Change, Step } from './append.ts';

/**
 * What a request is found by after a change; null when the change says neither its content nor its sender. The state and
 * the department are not in it: whoever finds a request reads them where they stand.
 * @param before what it was found by
 */
export function searchDocument(
  { next }: Step,
  { records = [] }: Pick<Change, 'records'>,
  before: SearchDocument | null,
): SearchDocument | null {
  const content = records.flatMap((record) => (record.sk === 'RECORD#CONTENT' ? [record.content] : []))[0];
  const sender = records.flatMap((record) => (record.sk === 'RECORD#SENDER' ? [record.sender] : []))[0];
  if (!content && !sender) return null;
  const { reference, openedAt } = next.request;
  const who = sender ? found(sender) : before;
  return {
    kind: 'request',
    id: reference,
    names: who?.names ?? [],
    phones: who?.phones ?? [],
    emails: who?.emails ?? [],
    addresses: who?.addresses ?? [],
    codes: [reference],
    subject: content
      ? [content.subject, content.procedureTitle].filter(Boolean).join(' ')
      : (before?.subject ?? next.card.subject),
    department: next.request.department,
    at: openedAt,
    shown: {
      title: content ? content.subject : (before?.shown.title ?? next.card.subject),
      detail: sender ? (sender.name ?? sender.email ?? sender.phone ?? '') : (before?.shown.detail ?? ''),
      state: next.request.state,
    },
  };
}

const found = ({ name, email, phone, address }: Sender) => ({
  names: name ? [name] : [],
  phones: phone ? [e164(phone) ?? phone] : [],
  emails: email ? [email] : [],
  addresses: address ? [address] : [],
});
/** A preference or a frozen address changes nothing of what is looked for. */
export const bearsOnSearch = ({ records = [] }: Pick<Change, 'records'>): boolean =>
  records.some(({ sk }) => sk === 'RECORD#CONTENT' || sk === 'RECORD#SENDER');
