import { describe, expect, it } from 'vitest';
import type { ContactHeader } from '../../functions/intake/contact-items.ts';
import { listWaiting, searchQuarantine } from '../../functions/qualification/list-api.ts';
import { asidePage } from '../../functions/qualification/quarantine-list.ts';

const all = Array.from({ length: 1_200 }, (_, at) => ({
  id: `c${at}`,
  receivedAt: `2026-11-20T08:${String(at).padStart(4, '0')}`,
  quarantineReason: at % 2 ? 'spam' : 'phishing',
  sender: {
    name: at === 450 ? 'Zoé Élégante' : 'Loterie',
    email: `${at}@x.example`,
    phone: null,
    address: null,
  },
  subject: 'Gagnez un lot',
})) as unknown as ContactHeader[];
let reads = 0;
const list = async ({ after, limit }: { after?: string; limit: number }) => {
  reads++;
  const start = after ? all.findIndex(({ receivedAt, id }) => `${receivedAt}#${id}` === after) + 1 : 0;
  const contacts = all.slice(start, start + limit);
  const last = contacts.at(-1);
  return { contacts, next: last && start + limit < all.length ? `${last.receivedAt}#${last.id}` : null };
};
const walk = async (asked: { reason?: string; words?: string; limit: number }) => {
  const found: string[] = [];
  let after: string | undefined;
  let pages = 0;
  do {
    reads = 0;
    const page = await asidePage(list, { ...asked, after });
    expect(reads).toBeLessThanOrEqual(5);
    found.push(...page.contacts.map(({ id }) => id));
    after = page.next ?? undefined;
    pages++;
  } while (after && pages < 100);
  return found;
};

describe('what was set aside is found again, whatever else there is', () => {
  it('by the reason: all of it, once each, a page at a time', async () => {
    const found = await walk({ reason: 'spam', limit: 30 });
    expect(found).toEqual(all.filter((one) => one.quarantineReason === 'spam').map(({ id }) => id));
  });
  it('by words of the sender without their accents, however far it lies', async () => {
    expect(await walk({ words: 'elegante ZOE', limit: 30 })).toEqual(['c450']);
    expect(await walk({ words: '451@x.example', reason: 'spam', limit: 30 })).toEqual(['c451']);
  });
  it('without a search as it stands, in one reading', async () => {
    reads = 0;
    expect((await asidePage(list, { limit: 30 })).contacts).toHaveLength(30);
    expect(reads).toBe(1);
  });
  it('without a word of anybody in an address: they are asked for in a body', () => {
    expect(listWaiting.query.parse({ words: 'elegante', reason: 'spam' })).toEqual({
      ...{ state: 'waiting', limit: 30 },
    });
    expect(searchQuarantine).toMatchObject({ method: 'POST', path: '/api/agent/contacts/quarantine' });
    expect(searchQuarantine.body.parse({ words: 'elegante' })).toEqual({ words: 'elegante', limit: 30 });
  });
});
