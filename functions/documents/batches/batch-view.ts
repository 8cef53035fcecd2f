import type { AgentCaller } from '../../agents/caller.ts';
import type { ContactHeader } from '../../intake/contact-items.ts';
import type { InputOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import { isOpen } from '../filing/filing.ts';
import { boundariesOf } from '../splitting/boundaries.ts';
import { sortOf } from '../splitting/sorting.ts';
import type { BatchAccount, FileAccount } from './accounts.ts';
import type { BatchCard, BatchView, listBatches, readBatch, readProgress } from './agent-api.ts';
import type { ClerkDeed } from './clerk.ts';
import { askedOf, doubtsLeft, notDone } from './clerk-strip.ts';
import { dayBounds } from './day-bounds.ts';
import { ownerOf } from './page-owner.ts';
import type { WorkPage } from './page-table.adapter.ts';
import { sealer } from './sealed.ts';

export type BatchDeps = {
  listBatches(
    limit: number,
    after?: string,
    between?: [from: string, to: string],
  ): Promise<{ batches: BatchAccount[]; next: string | null }>;
  readBatch(id: string): Promise<{ batch: BatchAccount; files: FileAccount[] }>;
  listPages(fileId: string): Promise<WorkPage[]>;
  listDeeds(fileId: string): Promise<ClerkDeed[]>;
  takeDoubtToken(fileId: string): Promise<string | null>;
  header(contactId: string): Promise<ContactHeader>;
  imageUrl(key: string): Promise<string>;
  originalUrl(evidence: FileAccount['evidence'], name: string): Promise<string>;
  timeZone(): Promise<string>;
  now(): string;
};
type PageView = BatchView['pagesList'][number];
type Contacts = Map<string, ContactHeader>;
/** A file with its pages and what clerks decided of them. */
type Whole = {
  file: FileAccount;
  pages: WorkPage[];
  deeds: ClerkDeed[];
  isWaiting: boolean;
};

/** Text of a page, and of all pages together: a batch of a thousand pages is read every few seconds while it lasts. */
const longestText = 2_500;
const longestOfAll = 400_000;

/** Batches as the scanning clerk sees them. */
export const batchPages = (deps: BatchDeps) => {
  async function wholeOf(file: FileAccount): Promise<Whole> {
    const ended = isEnded(file);
    const [pages, deeds, token] = await Promise.all([
      deps.listPages(file.id),
      ended ? deps.listDeeds(file.id) : [],
      file.state === 'doubtful' ? deps.takeDoubtToken(file.id) : null,
    ]);
    return { file, pages, deeds, isWaiting: token !== null };
  }

  async function pageView(page: WorkPage, whole: Whole, contact: ContactHeader | undefined, seen: Seen) {
    const { image, confidence, fileId, state, width, height, contactId, reason } = page;
    const asked = askedOf(page, whole.deeds);
    const requestReference = contact?.requestReference ?? contact?.form?.reference ?? null;
    return {
      ...{ fileId, page: page.page, state, width, height, contactId, reason, requestReference },
      owner: ownerOf(page, requestReference),
      // Readers count in percent; outside, every confidence is a share.
      confidence: confidence / 100,
      url: image && !seen.isSealed ? await deps.imageUrl(image) : null,
      text: seen.isSealed ? '' : page.text.slice(0, seen.longest),
      contactState: contact?.state ?? null,
      isHandwritten: page.isHandwritten ?? false,
      isReplaced: page.asked?.evidence !== undefined,
      mayChange: isEnded(whole.file) && !seen.isSealed && (!contact || isOpen(contact)),
      turn: asked.turn,
      asked: asked.as,
    } satisfies PageView;
  }

  async function fileView(whole: Whole, isSealed: boolean): Promise<BatchView['files'][number]> {
    const { id, name, state, pages, filed, separators, blanks, rejected, reason, evidence } = whole.file;
    const mayOpen = state !== 'reading' && reason !== 'infected' && reason !== 'executable' && !isSealed;
    return {
      ...{ id, name, state, pages, filed, separators, blanks, rejected, reason },
      unaccounted: whole.file.unaccounted ?? [],
      url: mayOpen ? await deps.originalUrl(evidence, name) : null,
      doubts: whole.isWaiting ? doubtsLeft(boundariesOf(whole.pages.map(sortOf), whole.deeds)) : null,
      pending: notDone(whole.pages, whole.deeds),
    };
  }

  return {
    async list({ query }: InputOf<typeof listBatches>) {
      const between = query.on && dayBounds(query.on, await deps.timeZone());
      const { batches, next } = await deps.listBatches(query.limit, query.after, between || undefined);
      return { batches: batches.map(cardOf), next, now: deps.now() };
    },
    /** Counted page by page only in the files that are being read: the others say it themselves. */
    async progress({ params }: InputOf<typeof readProgress>) {
      const { files } = await deps.readBatch(params.id);
      const done = files.map(async ({ id, state, pages }) => {
        if (state !== 'reading') return pages;
        const known = await deps.listPages(id);
        return known.filter((page) => page.state !== 'waiting' && page.state !== 'reading').length;
      });
      return {
        pages: files.reduce((sum, { pages }) => sum + pages, 0),
        done: (await Promise.all(done)).reduce((sum, pages) => sum + pages, 0),
        now: deps.now(),
      };
    },
    /** Every page is accounted for; those of a letter reserved to others show neither image nor words. */
    async read({ params }: InputOf<typeof readBatch>, { agent }: AgentCaller): Promise<BatchView> {
      const { batch, files } = await deps.readBatch(params.id);
      const wholes = await Promise.all(files.map(wholeOf));
      const pages = wholes.flatMap((whole) => whole.pages);
      const ids = [...new Set(pages.flatMap(({ contactId }) => contactId ?? []))];
      const known = await Promise.all(ids.map((id) => deps.header(id).catch(missing)));
      const contacts: Contacts = new Map(known.flatMap((header) => (header ? [[header.id, header]] : [])));
      const contactOf = ({ contactId }: WorkPage) => (contactId ? contacts.get(contactId) : undefined);
      const sealers = new Map(
        wholes.map(({ file, pages }) => [file.id, sealer(agent, pages, contactOf)] as const),
      );
      const isSealed = (page: WorkPage) => sealers.get(page.fileId)?.(page) ?? true;
      const longest = Math.min(longestText, Math.floor(longestOfAll / Math.max(1, pages.length)));
      const views = wholes.flatMap((whole) =>
        whole.pages.map((page) =>
          pageView(page, whole, contactOf(page), { isSealed: isSealed(page), longest }),
        ),
      );
      return {
        ...cardOf(batch),
        files: await Promise.all(wholes.map((whole) => fileView(whole, whole.pages.some(isSealed)))),
        pagesList: await Promise.all(views),
        now: deps.now(),
      };
    },
  };
};
const cardOf = ({ doubts = 0, unaccounted = 0, ...batch }: BatchAccount): BatchCard => ({
  ...batch,
  doubts,
  unaccounted,
});
const isEnded = ({ state }: FileAccount) => state === 'done' || state === 'doubtful';
type Seen = { isSealed: boolean; longest: number };

function missing(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
}
