import { expect, it } from 'vitest';
import type { Contact } from '../../functions/intake/contact.ts';
import { headerOf } from '../../functions/intake/contact-items.ts';
import { classifyContact } from '../../functions/qualification/classify-contact.ts';
import { aContact, authority } from '../support/request-world.ts';

const departments = authority.departments.map(({ code }) => code);
const [first = '', second = ''] = departments;
const guessed = { ...(aContact('x').proposal as NonNullable<Contact['proposal']>), department: second };

/** What is proposed for a letter that came after this sheet, when its words speak for the second department. */
async function after(sheet: { department?: string; procedure?: string }, isHandwritten = false) {
  const page = {
    page: 1,
    image: 'i',
    width: 1,
    height: 1,
    text: 'mot',
    confidence: 90,
    source: 'ocr' as const,
  };
  let contact: Contact = aContact('c', {
    ...{ state: 'received', proposal: undefined, channel: 'scan' },
    scan: { batchId: 'b', fileId: 'f', pages: [1], ...sheet },
    documents: [{ id: 'scan', pages: [{ ...page, isHandwritten }] }] as never,
  });
  const { next } = await classifyContact({
    thread: async () => ({ kind: 'none' }) as never,
    contact: async () => contact,
    header: async () => headerOf(contact),
    update: async (_header, changes) => {
      contact = { ...contact, ...(changes as Partial<Contact>) };
    },
    authority: async () => authority,
    procedure: async () => null,
    procedures: async () => [{ id: 'creche', department: first, title: 'Place', keywords: [] }],
    classify: async () => ({ ...guessed, confidence: 0.4, routed: false }),
    history: async () => [],
    referenceIn: () => null,
    now: () => '2026-04-03T08:00:00.000Z',
    dayIn: () => '2026-04-03',
  })({ contactId: 'c' });
  const { department, procedure } = contact.proposal as NonNullable<Contact['proposal']>;
  return { department, procedure, next };
}

it.each([
  ['for a department', { department: first }, { department: first, next: 'open' }],
  ['for a procedure', { procedure: 'creche' }, { department: first, procedure: 'creche', next: 'open' }],
  ['for a procedure that is gone', { procedure: 'nulle-part' }, { department: second, next: 'wait' }],
  ['for a department that is gone', { department: 'nulle-part' }, { department: second, next: 'wait' }],
  ['that says nothing', {}, { department: second, next: 'wait' }],
])('sends a letter after a sheet %s where it says', async (_title, sheet, proposed) => {
  expect(await after(sheet)).toMatchObject(proposed);
});

it('keeps a letter written by hand for a person, who is told where the sheet sends it', async () => {
  expect(await after({ department: first }, true)).toMatchObject({ department: first, next: 'wait' });
});
