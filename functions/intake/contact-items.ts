import type { Contact, ContactDocument, ContactState, DocumentPage } from './contact.ts';

/** What lists, machines and checks need of a contact: small, so that changing its state stays cheap. */
export type ContactHeader = Omit<Contact, 'text' | 'documents' | 'form'> & {
  documents: Omit<ContactDocument, 'pages'>[];
  form?: Omit<NonNullable<Contact['form']>, 'answers'>;
};
/** The long parts, written once beside the header. */
export type ContactContent = { text: string; answers?: Record<string, unknown> };
export type PageChunk = { documentId: string; from: number; pages: DocumentPage[] };

/** The original keeps everything; this is what is searched, shown and classified. */
export const longestText = 100_000;
/** Three bytes a character at worst keeps a chunk under DynamoDB's 400 KB an item. */
const chunkCharacters = 100_000;

export const contactKey = (id: string) => `CONTACT#${id}`;
export const contentOf = (contact: Contact): ContactContent => ({
  text: contact.text.slice(0, longestText),
  ...(contact.form ? { answers: contact.form.answers } : {}),
});

/** The header of a contact; those that wait for a person or were set aside are listed by their state, oldest first. */
export function headerOf(contact: Contact): ContactHeader {
  const { text: _text, documents, form, ...rest } = contact;
  const header: ContactHeader = { ...rest, documents: documents.map(({ pages: _pages, ...kept }) => kept) };
  if (form) {
    const { answers: _answers, ...kept } = form;
    header.form = kept;
  }
  return header;
}

/** What never became a request: in quarantine, or refused. */
export const setAsideStates = ['quarantined', 'refused'] as const;
export const isSetAside = (state: ContactState): boolean =>
  (setAsideStates as readonly ContactState[]).includes(state);
export const asideList = (state: ContactState): string => `STATE#${state}`;
export const listKeys = (header: Pick<ContactHeader, 'state' | 'receivedAt' | 'id'>) =>
  header.state === 'waiting' || isSetAside(header.state)
    ? { gsi1pk: asideList(header.state), gsi1sk: `${header.receivedAt}#${header.id}` }
    : {};

/** Pages of a document in items of bounded size, in order; `from` is the first page of each. */
export function chunksOf(document: ContactDocument): PageChunk[] {
  const chunks: PageChunk[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const page of document.pages) {
    const kept = { ...page, text: page.text.slice(0, chunkCharacters - 1_000) };
    const length = JSON.stringify(kept).length;
    if (size + length > chunkCharacters) {
      chunks.push({ documentId: document.id, from: page.page, pages: [] });
      size = 0;
    }
    chunks.at(-1)?.pages.push(kept);
    size += length;
  }
  return chunks;
}

/** Puts a contact together again from its items. */
export function assemble(header: ContactHeader, content: ContactContent, chunks: PageChunk[]): Contact {
  const { form, documents, ...rest } = header;
  return {
    ...rest,
    text: content.text,
    ...(form ? { form: { ...form, answers: content.answers ?? {} } } : {}),
    documents: documents.map((document) => ({
      ...document,
      pages: chunks.filter((chunk) => chunk.documentId === document.id).flatMap((chunk) => chunk.pages),
    })),
  };
}
