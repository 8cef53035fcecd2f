import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';

const Env = z.object({ CONTACTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const contacts = contactTable(documentClient(), Env.parse(process.env).CONTACTS_TABLE);
const Input = z.object({
  contactId: z.string(),
  reference: z.string(),
  state: z.enum(['opened', 'joined']),
});

/** The contact says which request it became or joined. */
export const handler = async (input: unknown): Promise<void> => {
  const { contactId, reference, state } = Input.parse(input);
  const header = await contacts.readHeader(contactId);
  if (header.state === state && header.requestReference === reference) return;
  await contacts.updateContact(header, { state, requestReference: reference }, now());
};
