import type { Caller } from '../agents/caller.ts';
import { addDays } from '../deadlines/day.ts';
import { whose } from '../households/whose.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { deleteDraft, listDrafts, readDraft, saveDraft } from './citizen-api.ts';
import {
  filesDropped,
  filesToKeep,
  keptDays,
  mostFiles,
  nextDraft,
  type ServerDraft,
  withKept,
} from './draft.ts';

export type DraftDeps = {
  drafts: {
    read(account: string, procedure: string): Promise<ServerDraft | null>;
    list(account: string): Promise<ServerDraft[]>;
    save(account: string, draft: ServerDraft, over: number, now: string): Promise<void>;
    remove(account: string, procedure: string): Promise<void>;
  };
  files: { keep(uploadId: string): Promise<boolean>; drop(uploadId: string): Promise<void> };
  authority(): Promise<Pick<Authority, 'timeZone'>>;
  now(): string;
  dayIn(zone: string, instant: string): string;
};

/** Whose drafts they are: one's own, or those of whom one acts for when the mandate opens their requests. */
const accountOf = (caller: Caller): string => whose(caller, 'requests').account;

/** Drafts of whoever is signed in. */
export const draftsOf = (deps: DraftDeps) => ({
  async list(_: unknown, by: Caller): Promise<ReplyOf<typeof listDrafts>> {
    const now = deps.now();
    const today = deps.dayIn((await deps.authority()).timeZone, now);
    const drafts = await deps.drafts.list(accountOf(by));
    return { drafts: drafts.filter(({ sent, until }) => !sent && until >= today), now };
  },

  async read({ params }: InputOf<typeof readDraft>, by: Caller): Promise<ReplyOf<typeof readDraft>> {
    const draft = await deps.drafts.read(accountOf(by), params.procedure);
    if (!draft) throw new Refusal('not-found');
    return draft;
  },

  /** Files first: a draft never names one that would end before it. */
  async save({ params, body }: InputOf<typeof saveDraft>, by: Caller): Promise<ReplyOf<typeof saveDraft>> {
    const account = accountOf(by);
    const now = deps.now();
    const { timeZone } = await deps.authority();
    const until = addDays(deps.dayIn(timeZone, now), keptDays);
    if (Object.values(body.files).flat().length > mostFiles) throw new Refusal('too-large');
    const before = await deps.drafts.read(account, params.procedure);
    const next = nextDraft(params.procedure, before, body, { now, until });
    const kept = new Map(
      await Promise.all(
        filesToKeep(next.files, now).map(
          async ({ uploadId }) => [uploadId, await deps.files.keep(uploadId)] as const,
        ),
      ),
    );
    const draft = { ...next, files: withKept(next.files, kept, now) };
    await deps.drafts.save(account, draft, before?.version ?? 0, now);
    await Promise.all(filesDropped(before?.files, draft.files).map(deps.files.drop));
    return { version: draft.version, savedAt: now, until, files: draft.files };
  },

  async remove({ params }: InputOf<typeof deleteDraft>, by: Caller): Promise<undefined> {
    const account = accountOf(by);
    const before = await deps.drafts.read(account, params.procedure);
    await deps.drafts.remove(account, params.procedure);
    await Promise.all(filesDropped(before?.files, {}).map(deps.files.drop));
  },
});
