import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { contactTable } from '../../intake/contact-table.adapter.ts';
import { documentClient, impatient } from '../../shared/aws.adapter.ts';
import { now } from '../../shared/clock.adapter.ts';
import { pageTable } from '../batches/page-table.adapter.ts';
import { derivedId } from '../derived-id.adapter.ts';
import { isOpen } from '../filing/filing.ts';
import { withdrawal } from '../filing/withdraw.ts';
import { teller } from '../reading/tell.adapter.ts';
import { turns } from '../reading/turns.adapter.ts';
import { planDocuments } from './plan-documents.adapter.ts';

const Env = z.object({ BATCHES_TABLE: z.string(), CONTACTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const pages = pageTable(db, env.BATCHES_TABLE);
const waiting = turns(db, env.BATCHES_TABLE, teller(new SFNClient(impatient)));
const contacts = contactTable(db, env.CONTACTS_TABLE);
const isUndecided = async (contactId: string) => isOpen(await contacts.readHeader(contactId));
const letters = withdrawal({ header: contacts.readHeader, update: contacts.updateContact, now });
const Input = z.object({ fileId: z.string() });

/** Plans the documents of a file whose pages are read, after giving its turn to the next file. */
export const handler = async (input: unknown) => {
  const { fileId } = Input.parse(input);
  await waiting.leave(fileId, now());
  return planDocuments(fileId, { pages, derivedId, isUndecided, ...letters });
};
