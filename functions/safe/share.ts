import { Refusal } from '../shared/refusal.ts';
import type { SafeDocument } from './safe-document.ts';
import type { Share } from './share-api.ts';

/** A link as it is kept; see share-table.adapter.ts. */
type Kept = {
  id: string;
  account: string;
  label: string;
  documents: { id: string; name: string }[];
  createdAt: string;
  expiresAt: string;
  hash: string;
};
type Uses = { opened: number; downloads: number; lastOpenedAt: string | null };
export type ShareDeps = {
  add(share: Kept): Promise<void>;
  list(account: string): Promise<(Kept & Uses)[]>;
  bySecret(secret: string): Promise<Kept | null>;
  count(share: Kept, at: string, document?: string): Promise<void>;
  end(share: Kept): Promise<void>;
  find(account: string, id: string): Promise<SafeDocument | null>;
  givenName(account: string): Promise<string>;
  url(document: SafeDocument): Promise<string>;
  /** Counts one more try of today from a network address, and answers how many there were. */
  countTry(address: string): Promise<number>;
  newSecret(): string;
  newId(): string;
  hash(secret: string): string;
  now(): string;
};
/** Open links at once: more is no sharing but publishing. */
const mostShares = 20;
/** Wrong secrets a day from one address; whoever holds a link tries once. */
const mostTries = 60;

const view = ({ hash: _hash, account: _account, ...share }: Kept & Uses): Share => share;
const isOver = ({ expiresAt }: Kept, now: string) => expiresAt <= now;

export const sharing = (deps: ShareDeps) => {
  /** Open link of a secret; every wrong, closed or past one is refused alike, and counts. */
  const open = async (secret: string, address: string): Promise<Kept> => {
    const share = await deps.bySecret(secret);
    if (share && !isOver(share, deps.now())) return share;
    if ((await deps.countTry(address)) > mostTries) throw new Refusal('too-many-requests');
    throw new Refusal('not-found');
  };
  /** Only what is still in the safe, and was looked at by malware protection. */
  const clean = async (account: string, id: string): Promise<SafeDocument | null> => {
    const document = await deps.find(account, id);
    return document?.scan === 'clean' ? document : null;
  };

  return {
    async share(
      account: string,
      given: { documents: string[]; days: number; label: string },
    ): Promise<{ secret: string; share: Share }> {
      const open = (await deps.list(account)).filter((one) => !isOver(one, deps.now()));
      if (open.length >= mostShares) throw new Refusal('too-many-requests');
      const ids = [...new Set(given.documents)];
      const documents = await Promise.all(ids.map((id) => clean(account, id)));
      if (documents.some((one) => one === null)) throw new Refusal('not-found');
      const [secret, createdAt] = [deps.newSecret(), deps.now()];
      const share: Kept = {
        ...{ id: deps.newId(), account, label: given.label, createdAt, hash: deps.hash(secret) },
        documents: documents.flatMap((one) => (one ? [{ id: one.id, name: one.name }] : [])),
        expiresAt: new Date(Date.parse(createdAt) + given.days * 86_400_000).toISOString(),
      };
      await deps.add(share);
      return { secret, share: view({ ...share, opened: 0, downloads: 0, lastOpenedAt: null }) };
    },

    /** Open links, and past ones for a while, so that their owner sees what became of them. */
    async list(account: string): Promise<{ shares: Share[] }> {
      return { shares: (await deps.list(account)).map(view) };
    },

    async end(account: string, id: string): Promise<void> {
      const share = (await deps.list(account)).find((one) => one.id === id);
      if (share) await deps.end(share);
    },

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
