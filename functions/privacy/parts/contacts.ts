import {
  assemble,
  type ContactContent,
  type ContactHeader,
  contactKey,
  type PageChunk,
} from '../../intake/contact-items.ts';
import { linkedContacts } from '../own-requests.ts';
import type { Part } from '../part.ts';
import type { Reads } from '../store.ts';

const read = async (store: Reads, id: string) => {
  const items = await store.items('contacts', contactKey(id));
  const header = items.find(({ sk }) => sk === 'CONTACT');
  if (!header || header.erasedAt) return [];
  const content = (items.find(({ sk }) => sk === 'CONTENT') ?? { text: '' }) as unknown as ContactContent;
  const chunks = items.filter(({ sk }) => sk.startsWith('PAGES#')) as unknown as PageChunk[];
  const { channel, receivedAt, state, sender, subject, text, form, documents, requestReference, call } =
    assemble(header as unknown as ContactHeader, content, chunks);
  return [
    {
      ...{ id, channel, receivedAt, state, sender, subject, text, call, requestReference },
      answers: form?.answers,
      documents: documents.map(({ id: document, name, contentType, size, original, pages }) => ({
        ...{ id: document, name, contentType, size, original },
        text: pages.map((page) => page.text).join('\n'),
      })),
    },
  ];
};

/** Letters, mails, calls, visits and forms that came from them. */
export const contacts: Part = {
  code: 'contacts',
  async held({ store }, who) {
    const ids = [...new Set(await linkedContacts(store, who))];
    return (await Promise.all(ids.map((id) => read(store, id)))).flat();
  },
  /** Those of a request go with it, and stay with it. */
  async erase({ store, eraseContact, isKept }, who) {
    for (const id of await linkedContacts(store, who)) {
      const header = await store.find('contacts', { pk: contactKey(id), sk: 'CONTACT' });
      const reference = header?.requestReference;
      if (typeof reference === 'string' && isKept(reference)) continue;
      await eraseContact(id);
    }
  },
};
