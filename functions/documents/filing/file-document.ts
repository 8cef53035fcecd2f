import type { Contact } from '../../intake/contact.ts';
import type { ContactHeader } from '../../intake/contact-items.ts';
import type { BusEvent } from '../../shared/events.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { FileAccount } from '../batches/accounts.ts';
import type { PlannedDocument, WorkPage } from '../batches/page-table.adapter.ts';
import type { searchTable } from '../batches/search-table.adapter.ts';
import { searchWords } from '../batches/search-words.ts';
import { filingOf } from './filing.ts';

export type FilingDeps = {
  plan(fileId: string, document: number): Promise<PlannedDocument>;
  file(batchId: string, fileId: string): Promise<FileAccount>;
  pages(fileId: string): Promise<WorkPage[]>;
  /** Writes the archive and answers the contact. */
  contactOf(given: {
    batchId: string;
    file: FileAccount;
    plan: PlannedDocument;
    pages: WorkPage[];
  }): Promise<Contact>;
  header(contactId: string): Promise<ContactHeader>;
  add(contact: Contact, key: { id: string; hash: string }, events: BusEvent[]): Promise<unknown>;
  replace(known: ContactHeader, contact: Contact): Promise<unknown>;
  index: ReturnType<typeof searchTable>['index'];
  filePages(fileId: string, pages: number[], contactId: string): Promise<void>;
};

/**
 * Makes a planned document the contact that it is and says so on its pages. Done again it is the same contact; planned
 * otherwise before anybody decided on it, its pages are replaced; decided, it stays, and only its own pages are filed.
 */
export const fileDocument =
  (deps: FilingDeps) =>
  async ({ batchId, fileId, document }: { batchId: string; fileId: string; document: number }) => {
    const plan = await deps.plan(fileId, document);
    const known = await deps.header(plan.contactId).catch(missing);
    const filing = filingOf(known, plan.pages, plan.isChanged);
    if (filing === 'keep') return deps.filePages(fileId, known?.scan?.pages ?? [], plan.contactId);
    const [file, pages] = await Promise.all([deps.file(batchId, fileId), deps.pages(fileId)]);
    if (filing !== 'same') {
      const contact = await deps.contactOf({ batchId, file, plan, pages });
      const { id, channel } = contact;
      const received: BusEvent = { type: 'contact-received', detail: { contactId: id, channel } };
      if (known) await deps.replace(known, contact);
      else await deps.add(contact, { id: `scan#${id}`, hash: id }, [received]);
    }
    const read = pages.filter(({ page }) => plan.pages.includes(page)).map(({ text }) => text);
    await deps.index({
      ...{ batchId, fileId, contactId: plan.contactId, receivedAt: file.receivedAt },
      batchName: file.path.split('/')[0] ?? file.name,
      ...{ firstPage: plan.pages[0] ?? 0, pages: plan.pages.length },
      words: searchWords(file.name, read.join('\n')),
    });
    await deps.filePages(fileId, plan.pages, plan.contactId);
  };

function missing(error: unknown): null {
  if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
  return null;
}
