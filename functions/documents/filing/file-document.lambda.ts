import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { contactTable } from '../../intake/contact-table.adapter.ts';
import { documentClient, impatient } from '../../shared/aws.adapter.ts';
import { objects } from '../../shared/objects.adapter.ts';
import { batchTable } from '../batches/batch-table.adapter.ts';
import { pageTable } from '../batches/page-table.adapter.ts';
import { searchTable } from '../batches/search-table.adapter.ts';
import { fileDocument } from './file-document.ts';
import { contactOf } from './make-contact.adapter.ts';

const Env = z.object({ BATCHES_TABLE: z.string(), CONTACTS_TABLE: z.string(), DOCUMENTS_BUCKET: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const batches = batchTable(db, env.BATCHES_TABLE);
const pages = pageTable(db, env.BATCHES_TABLE);
const letters = searchTable(db, env.BATCHES_TABLE);
const contacts = contactTable(db, env.CONTACTS_TABLE);
const s3 = new S3Client(impatient);
const stored = { s3, objects: objects(s3), documentsBucket: env.DOCUMENTS_BUCKET };
const Input = z.object({ batchId: z.string(), fileId: z.string(), document: z.number().int() });
const use = fileDocument({
  plan: pages.readPlan,
  file: batches.readFile,
  pages: pages.listPages,
  contactOf: (given) => contactOf(given, stored),
  ...{ header: contacts.readHeader, add: contacts.addContact, replace: contacts.replaceDocuments },
  ...{ index: letters.index, filePages: pages.filePages },
});

/** A document becomes a contact, once, and its pages say so. */
export const handler = (input: unknown): Promise<void> => use(Input.parse(input));
