import { Refusal } from '../shared/refusal.ts';
import type { SafeDocument } from './safe-document.ts';
import type { Share } from './share-api.ts';

/** A link as it is kept; see share-table.adapter.ts. */
export type KeptShare = {
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
  add(share: KeptShare): Promise<void>;
  list(account: string): Promise<(KeptShare & Uses)[]>;
  end(share: KeptShare): Promise<void>;
  find(account: string, id: string): Promise<SafeDocument | null>;
  newSecret(): string;
  newId(): string;
  hash(secret: string): string;
  now(): string;
};
/** Open links at once: more is no sharing but publishing. */
const mostShares = 20;

const view = ({ hash: _hash, account: _account, ...share }: KeptShare & Uses): Share => share;
export const isOver = ({ expiresAt }: KeptShare, now: string): boolean => expiresAt <= now;
/** A document that may be given: still in the safe, and looked at by malware protection. */
export const cleanIn =
  (find: ShareDeps['find']) =>
  async (account: string, id: string): Promise<SafeDocument | null> => {
    const document = await find(account, id);
    return document?.scan === 'clean' ? document : null;
  };

/** Links to one's own documents: made, looked at, closed. */
export const sharing = (deps: ShareDeps) => {
  const clean = cleanIn(deps.find);
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
      const share: KeptShare = {
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
  };
};
