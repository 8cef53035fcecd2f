import type { ContactHeader } from '../intake/contact-items.ts';
import { fold } from '../threading/names.ts';

type Page = { contacts: ContactHeader[]; next: string | null };
type Asked = { after?: string; limit: number; reason?: string; words?: string };

/** Read at once, and at most this often for one page: looking for a rare word costs the same in any quarantine. */
const chunk = 100;
const mostReads = 5;

/**
 * One page of what was set aside for a reason, or whose sender or subject holds all the words. `next` may come with fewer
 * contacts than asked, even none: what lies further is looked through by the next page.
 */
export async function asidePage(
  list: (page: { after?: string; limit: number }) => Promise<Page>,
  { after, limit, reason, words }: Asked,
): Promise<Page> {
  if (!reason && !words) return list({ after, limit });
  const wanted = fold(words ?? '')
    .split(' ')
    .filter(Boolean);
  const isWanted = (contact: ContactHeader): boolean => {
    const text = fold(`${contact.sender.name} ${contact.sender.email} ${contact.subject}`);
    return (!reason || contact.quarantineReason === reason) && wanted.every((word) => text.includes(word));
  };
  const found: ContactHeader[] = [];
  let cursor = after;
  for (let reads = 0; reads < mostReads; reads++) {
    const { contacts, next } = await list({ after: cursor, limit: chunk });
    for (const contact of contacts.filter(isWanted)) {
      found.push(contact);
      if (found.length === limit) return { contacts: found, next: cursorOf(contact) };
    }
    if (!next) return { contacts: found, next: null };
    cursor = next;
  }
  return { contacts: found, next: cursor ?? null };
}

const cursorOf = ({ receivedAt, id }: ContactHeader): string => `${receivedAt}#${id}`;
