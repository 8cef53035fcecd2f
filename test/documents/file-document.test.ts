import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WorkPage } from '../../functions/documents/batches/page-table.adapter.ts';
import { fileDocument } from '../../functions/documents/filing/file-document.ts';
import { newPage } from '../../functions/documents/reading/prepare-pages.adapter.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import { headerOf } from '../../functions/intake/contact-items.ts';
import { contactTable } from '../../functions/intake/contact-table.adapter.ts';
import { Refusal } from '../../functions/shared/refusal.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

/** A batch of four read pages in memory, the plan of its first document, and the contact that it made. */
let plan: { number: number; pages: number[]; department: null; contactId: string };
let contact: Contact | null;
let said: string[];
let pages: WorkPage[];
/** Step after which the machine is cut short. */
let cut: string;
const done = (step: string) => {
  said.push(step);
  if (step.split(' ')[0] === cut) throw new Error('cut');
};
const file = { id: 'f', name: 'lot.pdf', path: 'lot.pdf', receivedAt: '2026-11-20T08:30:00.000Z' };
const use = fileDocument({
  plan: async () => plan,
  file: async () => file as never,
  pages: async () => pages,
  contactOf: async ({ plan }) => {
    done('archive');
    const scan = { batchId: 'b', fileId: 'f', pages: plan.pages };
    return {
      id: plan.contactId,
      channel: 'scan',
      state: 'received',
      version: 1,
      documents: [],
      scan,
    } as never;
  },
  header: async () => {
    if (!contact) throw new Refusal('not-found');
    return headerOf(contact);
  },
  add: async (made, key, events) => {
    contact ??= made;
    done(`add ${key.id} ${events.map(({ type }) => type)}`);
  },
  replace: async (known, made) => {
    contact = { ...made, state: known.state, version: known.version + 1 };
    done('replace');
  },
  index: async ({ pages, words }) =>
    done(`index ${pages} ${words.includes('page2') ? 'with' : 'without'} page2`),
  filePages: async (_file, numbers, id) => done(`file ${numbers} ${id}`),
});
const make = () => use({ batchId: 'b', fileId: 'f', document: 1 });

beforeEach(() => {
  plan = { number: 1, pages: [1, 2], department: null, contactId: 'c' };
  contact = null;
  said = [];
  cut = '';
  pages = [1, 2, 3, 4].map((page) => ({
    ...newPage('f', page),
    state: 'read',
    text: `page${page} lampadaire`,
  }));
});

describe('a document that the pages of a scan make', () => {
  it('becomes one contact, announced once, and its pages say so', async () => {
    await make();
    expect(said).toEqual(['archive', 'add scan#c contact-received', 'index 2 with page2', 'file 1,2 c']);
  });

  it.each(['archive', 'add', 'index', 'file'])(
    'is made once when the machine is cut short after %s',
    async (step) => {
      cut = step;
      await expect(make()).rejects.toThrow('cut');
      cut = '';
      await make();
      expect(said.filter((one) => one.startsWith('add'))).toHaveLength(1);
      expect(said.slice(-2)).toEqual(['index 2 with page2', 'file 1,2 c']);
    },
  );

  it('takes other pages while nobody decided, under the same contact', async () => {
    await make();
    plan = { ...plan, pages: [1] };
    said = [];
    await make();
    expect(said).toEqual(['archive', 'replace', 'index 1 without page2', 'file 1 c']);
    expect(contact?.scan?.pages).toEqual([1]);
  });

  it('leaves what became a request as it is, and says so of its own pages only', async () => {
    await make();
    contact = { ...(contact as unknown as Contact), state: 'opened' };
    plan = { ...plan, pages: [1, 2, 3] };
    said = [];
    await make();
    expect(said).toEqual(['file 1,2 c']);
  });
});

describe('pages that replace others under a contact', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database?.stop());

  it('are what the contact is read with, and disturb no decision', async () => {
    const contacts = contactTable(database.db, await database.table());
    const letter = (...numbers: number[]): Contact => {
      const shown = { image: 'i', width: 1, height: 1, confidence: 90, source: 'ocr' as const };
      const pages = numbers.map((page) => ({ ...shown, page, text: `page ${page}` }));
      const original = { bucket: 'documents', key: 'k' } as const;
      return {
        ...{ id: 'c', channel: 'scan', receivedAt: file.receivedAt, state: 'received', version: 1 },
        ...{ evidence: [{ bucket: 'evidence', key: 'e' }], subject: '', text: `${numbers}` },
        sender: { name: null, email: null, phone: null, address: null },
        documents: [{ id: 'scan', name: 'n', contentType: 'application/pdf', size: 1, original, pages }],
        scan: { batchId: 'b', fileId: 'f', pages: numbers },
      } as Contact;
    };
    await contacts.addContact(letter(1, 2, 3), { id: 'scan#c', hash: 'c' }, []);
    const first = await contacts.readHeader('c');
    const waiting = { state: 'waiting', proposal: { department: 'voirie' } } as never;
    const known = await contacts.updateContact(first, waiting, file.receivedAt);
    await expect(contacts.replaceDocuments(first, letter(1))).rejects.toThrow('conflict');
    await contacts.replaceDocuments(known, letter(1, 2));
    const now = await contacts.readContact('c');
    expect(now).toMatchObject({ state: 'waiting', version: 3, text: '1,2', scan: { pages: [1, 2] } });
    expect(now.documents.map(({ pages }) => pages.map(({ page }) => page))).toEqual([[1, 2]]);
    expect(now.evidence).toEqual([{ bucket: 'evidence', key: 'e' }]);
    expect(now.proposal).toBeUndefined();
  });
});
