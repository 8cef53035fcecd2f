import type { Caller } from '../agents/caller.ts';

type Archive = {
  state: 'making' | 'ready' | 'failed';
  key: string;
  askedAt: string;
  size: number;
  documents: number;
};
export type ArchivingDeps = {
  archives: {
    of(account: string, now: number): Promise<Archive | null>;
    save(account: string, archive: Archive, now: number): Promise<void>;
  };
  /** Leaves word under a key; the work starts by itself. */
  ask(key: string): Promise<void>;
  archiveUrl(key: string, name: string): Promise<string>;
  now(): string;
  newId(): string;
  epochSeconds(): number;
};
/** Where word is left that somebody wants everything. */
export const asked = 'archives/asked/';
export const archiveKey = (account: string, id: string): string => `archives/${account}/${id}.zip`;
/** Longer than the function may take with all its tries: what is still not made then never will be. */
const patienceMs = 20 * 60_000;

/** One file of everything in a safe, made aside and thrown away after a day. */
export function archiving(deps: ArchivingDeps, owner: (caller: Caller) => string) {
  const stateOf = (archive: Archive): Archive['state'] => {
    const isLate = Date.parse(deps.now()) - Date.parse(archive.askedAt) > patienceMs;
    return archive.state === 'making' && isLate ? 'failed' : archive.state;
  };
  return {
    /** Asked again while it is being made, it is the same one. */
    async askArchive(caller: Caller) {
      const account = owner(caller);
      const before = await deps.archives.of(account, deps.epochSeconds());
      if (before && stateOf(before) === 'making') return { state: 'making' as const };
      const id = deps.newId();
      const key = archiveKey(account, id);
      const archive: Archive = { state: 'making', key, askedAt: deps.now(), size: 0, documents: 0 };
      await deps.archives.save(account, archive, deps.epochSeconds());
      await deps.ask(`${asked}${account}/${id}`);
      return { state: 'making' as const };
    },
    async readArchive(caller: Caller) {
      const archive = await deps.archives.of(owner(caller), deps.epochSeconds());
      if (!archive) return { state: 'none' as const, url: null, size: 0, documents: 0 };
      const state = stateOf(archive);
      const { size, documents, askedAt } = archive;
      const name = `coffre-${askedAt.slice(0, 10)}.zip`;
      return {
        ...{ state, size, documents },
        url: state === 'ready' ? await deps.archiveUrl(archive.key, name) : null,
      };
    },
  };
}
