import type { Caller } from '../agents/caller.ts';
import { fullName, type Member } from '../households/household.ts';
import { whose } from '../households/whose.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { Refusal } from '../shared/refusal.ts';
import { type ArchivingDeps, archiving } from './archiving.ts';
import { type Correction, correct } from './correct.ts';
import { deleteForEver } from './delete-for-ever.ts';
import { type KeepDeps, keepUpload, newUploadId, roomFor } from './keep.ts';
import { neededFor } from './needed.ts';
import { quota, type SafeDocument } from './safe-document.ts';
import { isShown, safeView } from './view.ts';
import { warningsFor } from './warnings.ts';

type Where = 'safe' | 'bin';
type Wish = { account: string; byMail: boolean; warned: string[] };
type Place = { uploadId: string; url: string; fields: Record<string, string> };
type Upload = { name: string; contentType: string; size: number };
export type SafeDeps = Omit<KeepDeps, 'startUpload' | 'find'> &
  ArchivingDeps & {
    startUpload(uploadId: string, file: Upload): Promise<Place>;
    find(account: string, id: string, where?: Where): Promise<SafeDocument | null>;
    list(
      account: string,
      where: Where,
      after?: string,
    ): Promise<{ documents: SafeDocument[]; next: string | null }>;
    all(account: string): Promise<SafeDocument[]>;
    save(document: SafeDocument): Promise<SafeDocument>;
    bin(document: SafeDocument, at: string, emptiedOn: string): Promise<void>;
    restore(document: SafeDocument): Promise<void>;
    forget(document: SafeDocument): Promise<void>;
    members(account: string): Promise<readonly Member[]>;
    wishes: { of(account: string): Promise<Wish>; save(wish: Wish): Promise<void> };
    procedure(id: string): Promise<Procedure | null>;
    seasonal(): Promise<readonly Procedure[]>;
    /** False when there is nothing to copy. */
    copyToUploads(document: SafeDocument, uploadId: string): Promise<boolean>;
    url(document: SafeDocument, name?: string): Promise<string>;
    emptiedOn(day: string): string;
    today(): Promise<string>;
    newId(): string;
  };

/** What somebody does with their own safe, or with that of whom they act for. */
export const openSafe = (deps: SafeDeps) => {
  const owner = (caller: Caller): string => whose(caller, 'documents').account;
  const found = async (account: string, id: string, where: Where = 'safe'): Promise<SafeDocument> => {
    const document = await deps.find(account, id, where);
    if (!document) throw new Refusal('not-found');
    return document;
  };
  const shown = async (document: SafeDocument) =>
    safeView(document, await deps.members(document.account), await deps.today());
  /** What malware protection has not cleared is given to nobody, its owner included. */
  const cleared = (document: SafeDocument): SafeDocument => {
    if (document.scan !== 'clean') throw new Refusal('not-allowed-in-state');
    return document;
  };
  /** Somebody of the household, or nobody. */
  const checked = async (account: string, member: string | null | undefined): Promise<void> => {
    if (!member) return;
    if (!(await deps.members(account)).some(({ id }) => id === member))
      throw new Refusal('invalid-input', [{ field: 'member', code: 'invalid' }]);
  };

  return {
    whose: owner,
    ...archiving(deps, owner),
    async list(caller: Caller, { after, where }: { after?: string | undefined; where: Where }) {
      const account = owner(caller);
      const [page, used, members, wish, today] = await Promise.all([
        deps.list(account, where, after),
        deps.used(account),
        deps.members(account),
        deps.wishes.of(account),
        deps.today(),
      ]);
      return {
        documents: page.documents.map((one) => safeView(one, members, today)),
        ...{ next: page.next, used: used.bytes, quota, warnByMail: wish.byMail, now: deps.now() },
        members: members.map((one) => ({ id: one.id, name: fullName(one) })),
      };
    },
    read: async (caller: Caller, id: string) => shown(await found(owner(caller), id)),

    async start(caller: Caller, file: Upload) {
      await roomFor(deps, owner(caller), file.size);
      return deps.startUpload(newUploadId(deps), file);
    },
    async keep(
      caller: Caller,
      given: { uploadId: string; name: string; type: string | null; member: string | null },
    ) {
      const account = owner(caller);
      await checked(account, given.member);
      return shown(await keepUpload(deps as KeepDeps, account, given, await deps.today()));
    },
    async correct(caller: Caller, id: string, correction: Correction) {
      const account = owner(caller);
      await checked(account, correction.member);
      return shown(await deps.save(correct(await found(account, id), correction)));
    },

    async use(caller: Caller, id: string) {
      const document = cleared(await found(owner(caller), id));
      const uploadId = deps.newId();
      if (!(await deps.copyToUploads(document, uploadId))) throw new Refusal('not-found');
      const { name, size, contentType } = document;
      return { uploadId, name, size, contentType };
    },
    async content(caller: Caller, id: string, how: 'show' | 'save') {
      const document = cleared(await found(owner(caller), id));
      const isInPage = how === 'show' && isShown(document);
      return { url: await deps.url(document, isInPage ? undefined : document.name) };
    },

    async remove(caller: Caller, id: string, until: 'bin' | 'ever') {
      const account = owner(caller);
      if (until === 'ever') await deleteForEver(deps, await found(account, id, 'bin'));
      else await deps.bin(await found(account, id), deps.now(), deps.emptiedOn(await deps.today()));
      return undefined;
    },
    async restore(caller: Caller, id: string) {
      await deps.restore(await found(owner(caller), id, 'bin'));
      return undefined;
    },

    async needed(caller: Caller, procedureId: string, member?: string) {
      const account = owner(caller);
      const procedure = await deps.procedure(procedureId);
      if (!procedure) throw new Refusal('not-found');
      const safe = procedure.documents.length > 0 ? await deps.all(account) : [];
      return { needed: neededFor(procedure, safe, await deps.today(), member) };
    },
    async warnings(caller: Caller) {
      const account = owner(caller);
      const [safe, seasonal, members, wish, today] = await Promise.all([
        deps.all(account),
        deps.seasonal(),
        deps.members(account),
        deps.wishes.of(account),
        deps.today(),
      ]);
      const hasChildren = members.some(({ relation }) => relation === 'child');
      return {
        warnings: warningsFor(safe, seasonal, hasChildren, today),
        warnByMail: wish.byMail,
      };
    },
    async chooseWarnings(caller: Caller, byMail: boolean) {
      const wish = await deps.wishes.of(owner(caller));
      await deps.wishes.save({ ...wish, byMail });
      return undefined;
    },
  };
};
