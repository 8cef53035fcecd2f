import type { Link } from '../citizens/items.ts';
import { personKey } from '../citizens/items.ts';
import { followList } from '../requests/followers.ts';
import { requestKey, type Snapshot } from '../requests/items.ts';
import { isSettled, type Request } from '../requests/request.ts';
import type { Reads } from './store.ts';
import type { Whoever } from './whoever.ts';

/** `isTheirs`: about them, and not only added to their list by its number and code. */
export type OwnRequest = { reference: string; request: Request; isTheirs: boolean; subject: string };

const linksOf = async (store: Reads, { personIds }: Whoever, kind: Link['kind']): Promise<string[]> => {
  const lists = await Promise.all(
    personIds.map((id) => store.items('citizens', personKey(id), `LINK#${kind}#`)),
  );
  return lists.flat().map(({ link }) => (link as Link).id);
};
export const linkedContacts = (store: Reads, who: Whoever): Promise<string[]> =>
  linksOf(store, who, 'contact');

/** Requests that are somebody's: of their sheets, and those that their account follows. */
export const ownRequests = async (store: Reads, who: Whoever): Promise<OwnRequest[]> => {
  const linked = await linksOf(store, who, 'request');
  const followed = who.accountId ? await store.listed('requests', followList(who.accountId)) : [];
  const references = new Set([...linked, ...followed.map(({ pk }) => pk.slice('REQ#'.length))]);
  const found = await Promise.all(
    [...references].map(async (reference) => {
      const item = await store.find('requests', { pk: requestKey(reference), sk: 'SNAPSHOT' });
      if (!item) return [];
      const { request, card } = item as unknown as Snapshot;
      const proof = request.followers?.find(({ account }) => account === who.accountId)?.proof;
      const isTheirs =
        linked.includes(reference) ||
        (request.person !== null && who.personIds.includes(request.person)) ||
        (proof !== undefined && proof !== 'code');
      return [{ reference, request, isTheirs, subject: card.subject }];
    }),
  );
  return found.flat();
};

/**
 * Why a request cannot be forgotten yet (RGPD 17(3)): it waits for a decision that the person may still withdraw from, or a
 * decision on it is being contested. Null when nothing holds it.
 */
export const heldBack = (request: Request, all: readonly OwnRequest[]): 'open' | 'appeal' | null => {
  if (request.erasedAt) return null;
  if (!isSettled(request.state)) return 'open';
  const appeals = request.appeals ?? [];
  const isContested = appeals.some(({ reference }) =>
    all.some((one) => one.reference === reference && !isSettled(one.request.state)),
  );
  return isContested ? 'appeal' : null;
};
