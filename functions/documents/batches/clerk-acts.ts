import type { AgentCaller } from '../../agents/caller.ts';
import type { ContactHeader } from '../../intake/contact-items.ts';
import type { InputOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import { isOpen } from '../filing/filing.ts';
import { boundariesOf } from '../splitting/boundaries.ts';
import { sortOf } from '../splitting/sorting.ts';
import type { BatchAccount, FileAccount } from './accounts.ts';
import type { ClerkDeed } from './clerk.ts';
import type { AskedDeed, Done, decidePages, readDoubts, Strip, settleFile, undoDeed } from './clerk-api.ts';
import { checkDeed, checkUndo } from './clerk-rules.ts';
import { doubtsLeft, lastChange, lastOf, notDone, pageOf, rowsOf, type StripPage } from './clerk-strip.ts';
import type { WorkPage } from './page-table.adapter.ts';
import { sealer } from './sealed.ts';

type Evidence = { key: string; versionId: string; size: number };
export type ClerkDeps = {
  readBatch(id: string): Promise<{ batch: BatchAccount; files: FileAccount[] }>;
  readFile(batchId: string, fileId: string): Promise<FileAccount>;
  listPages(fileId: string): Promise<WorkPage[]>;
  listDeeds(fileId: string): Promise<ClerkDeed[]>;
  /** Kept once by its id. */
  addDeed(fileId: string, deed: ClerkDeed): Promise<boolean>;
  undoDeed(fileId: string, deed: ClerkDeed, undone: { by: string; at: string }): Promise<void>;
  /** What wakes the machine that waits for a clerk; null when none does. */
  takeDoubtToken(fileId: string): Promise<string | null>;
  succeed(taskToken: string): Promise<void>;
  reopenFile(batchId: string, fileId: string, cause: string, now: string): Promise<void>;
  header(contactId: string): Promise<ContactHeader>;
  /** The uploaded scan, looked at and kept as evidence. */
  claim(uploadId: string, name: string, to: string): Promise<Evidence>;
  imageUrl(key: string): Promise<string>;
  now(): string;
};
type In = { id: string; fileId: string };
type Known = Awaited<ReturnType<ReturnType<typeof looker>>>;

/** A file with all that was decided of it, as this agent may see it. */
const looker =
  (deps: ClerkDeps) =>
  async (params: In, { agent }: AgentCaller) => {
    const { id, fileId } = params;
    const [file, pages, deeds, token] = await Promise.all([
      deps.readFile(id, fileId),
      deps.listPages(fileId),
      deps.listDeeds(fileId),
      deps.takeDoubtToken(fileId),
    ]);
    const ids = [...new Set(pages.flatMap(({ contactId }) => contactId ?? []))];
    const headers = await Promise.all(ids.map((contactId) => deps.header(contactId).catch(missing)));
    const known = new Map(headers.flatMap((header) => (header ? [[header.id, header] as const] : [])));
    const headerOf = ({ contactId }: WorkPage) => (contactId ? known.get(contactId) : undefined);
    return {
      ...{ params, agent, file, pages, deeds, token, isWaiting: token !== null },
      boundaries: boundariesOf(pages.map(sortOf), deeds),
      isOver: (page: WorkPage) => {
        const header = headerOf(page);
        return header !== undefined && !isOpen(header);
      },
      requestOf: (page: WorkPage) => headerOf(page)?.requestReference ?? null,
      isSealed: sealer(agent, pages, headerOf),
    };
  };

const stateOf = ({ boundaries, deeds, pages, token, agent, file, isOver }: Known): Done => ({
  left: doubtsLeft(boundaries),
  isWaiting: token !== null,
  pending: notDone(pages, deeds),
  undo:
    file.state === 'reading'
      ? null
      : lastOf(deeds, (number) => pages.some((one) => one.page === number && isOver(one)), agent.login),
});
/** The same file after one of its decisions changed. */
const withDeed = (known: Known, deed: ClerkDeed): Known => {
  const deeds = [...known.deeds.filter(({ id }) => id !== deed.id), deed].sort((one, other) =>
    one.at.localeCompare(other.at),
  );
  return { ...known, deeds, boundaries: boundariesOf(known.pages.map(sortOf), deeds) };
};

/** What a scanning clerk decides of the pages of a file. */
export const clerkActs = (deps: ClerkDeps) => {
  const look = looker(deps);

  async function asDeed(asked: AskedDeed, { fileId }: In, id: string) {
    if (asked.kind !== 'replace') return asked;
    const { uploadId, name, kind, page } = asked;
    return {
      kind,
      page,
      uploadId,
      evidence: await deps.claim(uploadId, name, `scans/${fileId}/page-${page}/${id}`),
    };
  }

  return {
    async strip(
      { params, query }: Pick<InputOf<typeof readDoubts>, 'params' | 'query'>,
      caller: AgentCaller,
    ): Promise<Strip> {
      const [{ batch }, known] = await Promise.all([deps.readBatch(params.id), look(params, caller)]);
      const shown = async ({ image, ...page }: StripPage) => ({
        ...page,
        url: image ? await deps.imageUrl(image) : null,
      });
      const rows = rowsOf(known, query.rows).map(async ({ pages, places }) => ({
        places,
        pages: await Promise.all(pages.map(shown)),
      }));
      const { id, name, state, pages } = known.file;
      return {
        ...stateOf(known),
        batch: { id: batch.id, name: batch.name },
        file: { id, name, state, pages },
        rows: await Promise.all(rows),
        now: deps.now(),
      };
    },

    async decide({ params, headers, body }: InputOf<typeof decidePages>, caller: AgentCaller): Promise<Done> {
      const known = await look(params, caller);
      const id = headers['idempotency-key'];
      const before = known.deeds.find((deed) => deed.id === id);
      if (before && !isSame(before, body)) throw new Refusal('idempotency-key-reused');
      if (before) return stateOf(known);
      checkDeed(body, known);
      if (body.kind === 'replace' && known.deeds.some((deed) => isOfOtherPage(deed, body)))
        throw new Refusal('not-allowed-in-state', [{ field: 'uploadId', code: 'used-upload' }]);
      const deed = { id, by: caller.agent.login, at: deps.now(), ...(await asDeed(body, params, id)) };
      await deps.addDeed(params.fileId, deed);
      return stateOf(withDeed(known, deed));
    },

    /** Taking back what was taken back already changes nothing; a colleague's decision is theirs to take back. */
    async undo({ params }: InputOf<typeof undoDeed>, caller: AgentCaller): Promise<Done> {
      const known = await look(params, caller);
      const deed = known.deeds.find(({ id }) => id === params.deedId);
      if (!deed) throw new Refusal('not-found');
      if (deed.by !== caller.agent.login) throw new Refusal('forbidden');
      if (deed.undone) return stateOf(known);
      checkUndo(deed, known);
      const undone = { by: caller.agent.login, at: deps.now() };
      await deps.undoDeed(params.fileId, deed, undone);
      return stateOf(withDeed(known, { ...deed, undone }));
    },

    /**
     * All is decided: the machine that waits goes on, or a file that was closed is gone through again. Told twice, it is done
     * once: the machine's second answer changes nothing, and the same last change reopens a file once.
     */
    async settle({ params }: InputOf<typeof settleFile>, caller: AgentCaller): Promise<Done> {
      const known = await look(params, caller);
      const state = stateOf(known);
      // A file that was closed is gone through again first: what is doubtful then is asked then.
      if (known.token && state.left > 0)
        throw new Refusal('not-allowed-in-state', [{ field: 'file', code: 'doubts-left' }]);
      const cause = lastChange(known.deeds);
      if (known.token) await deps.succeed(known.token);
      else if (cause && state.pending > 0) await deps.reopenFile(params.id, params.fileId, cause, deps.now());
      return { ...state, isWaiting: false, pending: 0, undo: null };
    },
  };
};

/** Whether a decision is what is asked again under its key. */
function isSame(deed: ClerkDeed, asked: AskedDeed): boolean {
  if (deed.kind !== asked.kind || pageOf(deed) !== pageOf(asked)) return false;
  if (deed.kind === 'rotate' && asked.kind === 'rotate') return deed.degrees === asked.degrees;
  if (deed.kind === 'count-as' && asked.kind === 'count-as') return deed.as === asked.as;
  if (deed.kind === 'replace' && asked.kind === 'replace')
    return (deed.uploadId ?? asked.uploadId) === asked.uploadId;
  return true;
}

/** One sheet of paper is one page of the file. */
const isOfOtherPage = (deed: ClerkDeed, { uploadId, page }: Extract<AskedDeed, { kind: 'replace' }>) =>
  deed.kind === 'replace' && !deed.undone && deed.uploadId === uploadId && deed.page !== page;

const scanned = ['application/pdf', 'image/tiff', 'image/jpeg', 'image/png'];
/** What an upload was found to be, as evidence of a page; refuses `unsupported-type` for what no scanner makes. */
export function newScan({ contentType, key, versionId, size }: Evidence & { contentType: string }): Evidence {
  if (!scanned.includes(contentType)) throw new Refusal('unsupported-type');
  return { key, versionId, size };
}

function missing(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
}
