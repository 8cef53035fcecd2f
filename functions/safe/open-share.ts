import { Refusal } from '../shared/refusal.ts';
import type { SafeDocument } from './safe-document.ts';
import { cleanIn, isOver, type KeptShare } from './share.ts';

export type OpenShareDeps = {
  bySecret(secret: string): Promise<KeptShare | null>;
  count(share: KeptShare, at: string, document?: string): Promise<void>;
  find(account: string, id: string): Promise<SafeDocument | null>;
  givenName(account: string): Promise<string>;
  url(document: SafeDocument): Promise<string>;
  /** Counts one more try of today from a network address, and answers how many there were. */
  countTry(address: string): Promise<number>;
  now(): string;
};
/** Wrong secrets a day from one address; whoever holds a link tries once. */
const mostTries = 60;

/** What whoever holds a link may do. Every wrong, closed or past one is refused alike, and counts. */
export const openingShares = (deps: OpenShareDeps) => {
  const clean = cleanIn(deps.find);
  const open = async (secret: string, address: string): Promise<KeptShare> => {
    const share = await deps.bySecret(secret);
    if (share && !isOver(share, deps.now())) return share;
    if ((await deps.countTry(address)) > mostTries) throw new Refusal('too-many-requests');
    throw new Refusal('not-found');
  };
  return {
    async open(secret: string, address: string) {
      const share = await open(secret, address);
      const found = await Promise.all(share.documents.map(({ id }) => clean(share.account, id)));
      await deps.count(share, deps.now());
      return {
        from: await deps.givenName(share.account),
        ...{ label: share.label, expiresAt: share.expiresAt, now: deps.now() },
        documents: found.flatMap((one) =>
          one ? [{ id: one.id, name: one.name, contentType: one.contentType, size: one.size }] : [],
        ),
      };
    },

    async download(secret: string, documentId: string, address: string): Promise<{ url: string }> {
      const share = await open(secret, address);
      const isOfShare = share.documents.some(({ id }) => id === documentId);
      const document = isOfShare ? await clean(share.account, documentId) : null;
      if (!document) throw new Refusal('not-found');
      // Counted before it is given: what cannot be counted is not given.
      await deps.count(share, deps.now(), document.id);
      return { url: await deps.url(document) };
    },
  };
};
