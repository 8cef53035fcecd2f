import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { contactTable } from '../../intake/contact-table.adapter.ts';
import { documentClient, impatient } from '../../shared/aws.adapter.ts';
import { objects } from '../../shared/objects.adapter.ts';
import { batchTable } from '../batches/batch-table.adapter.ts';
import { pageTable } from '../batches/page-table.adapter.ts';
import { searchTable } from '../batches/search-table.adapter.ts';
import { searchWords } from '../batches/search-words.ts';
import { contactOf } from './file-document.adapter.ts';

const Env = z.object({ BATCHES_TABLE: z.string(), CONTACTS_TABLE: z.string(), DOCUMENTS_BUCKET: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const batches = batchTable(db, env.BATCHES_TABLE);
const pages = pageTable(db, env.BATCHES_TABLE);
const letters = searchTable(db, env.BATCHES_TABLE);
const contacts = contactTable(db, env.CONTACTS_TABLE);
const stored = { objects: objects(new S3Client(impatient)), documentsBucket: env.DOCUMENTS_BUCKET };
const Input = z.object({ batchId: z.string(), fileId: z.string(), document: z.number().int() });

/** A document becomes a contact, once, and its pages say so. */
export const handler = async (input: unknown): Promise<void> => {
  const { batchId, fileId, document } = Input.parse(input);
  const plan = await pages.readPlan(fileId, document);
  const file = await batches.readFile(batchId, fileId);
  const contact = await contactOf({ batchId, file, plan, pages: await pages.listPages(fileId) }, stored);
  const event = {
    type: 'contact-received',
    detail: { contactId: contact.id, channel: contact.channel },
  } as const;
  await contacts.addContact(contact, { id: `scan#${contact.id}`, hash: contact.id }, [event]);
  await letters.index({
    ...{ batchId, fileId, contactId: contact.id, receivedAt: contact.receivedAt },
    batchName: file.path.split('/')[0] ?? file.name,
    ...{ firstPage: plan.pages[0] ?? 0, pages: plan.pages.length },
    words: searchWords(file.name, contact.text),
  });
  await pages.filePages(fileId, plan.pages, contact.id);
};
