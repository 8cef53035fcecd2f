import type { Contact, ContactDocument, DocumentPage } from '../../intake/contact.ts';
import type { ContactHeader } from '../../intake/contact-items.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Prepared } from './prepare-attachments.adapter.ts';

export type ReleaseDeps = {
  contact(id: string): Promise<Contact>;
  header(id: string): Promise<ContactHeader>;
  update(header: ContactHeader, changes: Partial<ContactHeader>, now: string): Promise<unknown>;
  savePages(contactId: string, document: ContactDocument): Promise<void>;
  prepare(contactId: string, document: ContactDocument): Promise<Prepared | null>;
  /** Reads what is a picture only; null when there is nothing to be read. */
  read(contactId: string, document: ContactDocument): Promise<DocumentPage[] | null>;
  now(): string;
};
const attempts = 10;
/** Somebody may join a hundred photos of a street. */
const mostDocumentsRead = 4;

/**
 * Prepares the documents of a contact one by one, then reads those that are pictures; throws when one is not scanned yet, so
 * that it is tried again.
 */
export const releaseHeld =
  (deps: ReleaseDeps) =>
  async (contactId: string): Promise<void> => {
    const { documents, channel } = await deps.contact(contactId);
    // Scanned letters come with their pages.
    if (channel === 'scan') return;
    let isPending = false;
    const verdicts = new Map<string, ContactDocument['held']>();
    const shown: ContactDocument[] = [];
    for (const document of documents.filter((one) => one.pages.length === 0)) {
      const prepared = await deps.prepare(contactId, document);
      isPending ||= prepared === null;
      if (!prepared) continue;
      const { pages } = prepared;
      if (pages.length > 0) await deps.savePages(contactId, { ...document, pages });
      if (pages.some(({ source }) => source === 'none')) shown.push({ ...document, pages });
      if (prepared.held !== document.held) verdicts.set(document.id, prepared.held);
    }
    if (verdicts.size > 0) await saveVerdicts(contactId, verdicts, deps);
    // Reading takes seconds: by then everything can be looked at.
    for (const document of shown.slice(0, mostDocumentsRead)) {
      const pages = await deps.read(contactId, document);
      if (pages) await deps.savePages(contactId, { ...document, pages });
    }
    if (isPending) throw new Error('scan-pending');
  };

async function saveVerdicts(
  contactId: string,
  verdicts: Map<string, ContactDocument['held']>,
  deps: ReleaseDeps,
) {
  for (let attempt = 1; ; attempt++) {
    const header = await deps.header(contactId);
    const documents = header.documents.map((document) =>
      verdicts.has(document.id) ? { ...document, held: verdicts.get(document.id) } : document,
    );
    try {
      await deps.update(header, { documents }, deps.now());
      return;
    } catch (error) {
      // Qualification writes the same contact meanwhile.
      if (!(error instanceof Refusal) || attempt === attempts) throw error;
    }
  }
}
