import type { AgentCaller } from '../../agents/caller.ts';
import { maySee } from '../../agents/rights.ts';
import { destinationOf } from '../../intake/contact.ts';
import type { ContactHeader } from '../../intake/contact-items.ts';
import type { InputOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { BatchAccount, FileAccount } from './accounts.ts';
import type { BatchView, listBatches, readBatch } from './agent-api.ts';
import type { BatchPage } from './batch.ts';

export type BatchDeps = {
  listBatches(limit: number, after?: string): Promise<{ batches: BatchAccount[]; next: string | null }>;
  readBatch(id: string): Promise<{ batch: BatchAccount; files: FileAccount[] }>;
  listPages(fileId: string): Promise<BatchPage[]>;
  header(contactId: string): Promise<ContactHeader>;
  imageUrl(key: string): Promise<string>;
  originalUrl(evidence: FileAccount['evidence'], name: string): Promise<string>;
  now(): string;
};
type PageView = BatchView['pagesList'][number];
type Contacts = Map<string, ContactHeader>;

/** A batch of a thousand pages stays under the 6 MB that a function may answer. */
const longestText = 2_500;

/** Batches as the scanning clerk sees them. */
export const batchPages = (deps: BatchDeps) => {
  async function pageView(page: BatchPage, contacts: Contacts, isSealed: boolean): Promise<PageView> {
    const { image, confidence, ...shown } = page;
    const contact = page.contactId ? contacts.get(page.contactId) : undefined;
    return {
      ...shown,
      // Readers count in percent; outside, every confidence is a share.
      confidence: confidence / 100,
      url: image && !isSealed ? await deps.imageUrl(image) : null,
      text: isSealed ? '' : page.text.slice(0, longestText),
      contactState: contact?.state ?? null,
      requestReference: contact?.requestReference ?? contact?.form?.reference ?? null,
    };
  }

  async function fileView(file: FileAccount, isSealed: boolean): Promise<BatchView['files'][number]> {
    const { id, name, state, pages, reason, evidence } = file;
    const mayOpen = state !== 'reading' && reason !== 'infected' && reason !== 'executable' && !isSealed;
    return { id, name, state, pages, reason, url: mayOpen ? await deps.originalUrl(evidence, name) : null };
  }

  return {
    async list({ query }: InputOf<typeof listBatches>) {
      return { ...(await deps.listBatches(query.limit, query.after)), now: deps.now() };
    },
    /** Every page is accounted for; those of a letter reserved to others show neither image nor words. */
    async read({ params }: InputOf<typeof readBatch>, { agent }: AgentCaller): Promise<BatchView> {
      const { batch, files } = await deps.readBatch(params.id);
      const pages = (await Promise.all(files.map(({ id }) => deps.listPages(id)))).flat();
      const ids = [...new Set(pages.flatMap(({ contactId }) => contactId ?? []))];
      const known = await Promise.all(ids.map((id) => deps.header(id).catch(missing)));
      const contacts = new Map(known.flatMap((header) => (header ? [[header.id, header] as const] : [])));
      const isSealed = ({ contactId }: BatchPage) => {
        const header = contactId && contacts.get(contactId);
        return header ? !maySee(agent, destinationOf(header)) : false;
      };
      const sealed = new Set(pages.filter(isSealed).map(({ fileId }) => fileId));
      return {
        ...batch,
        files: await Promise.all(files.map((file) => fileView(file, sealed.has(file.id)))),
        pagesList: await Promise.all(pages.map((page) => pageView(page, contacts, isSealed(page)))),
        now: deps.now(),
      };
    },
  };
};

function missing(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
}
