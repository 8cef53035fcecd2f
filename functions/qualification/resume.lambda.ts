import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { succeed } from './token.adapter.ts';
import { settleWait } from './wait-for-agent.ts';

const Env = z.object({ CONTACTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const contacts = contactTable(documentClient(), Env.parse(process.env).CONTACTS_TABLE);
const use = settleWait({
  header: contacts.readHeader,
  update: contacts.updateContact,
  keepToken: contacts.keepToken,
  readToken: contacts.readToken,
  succeed: succeed(new SFNClient(impatient)),
  now,
});

const Event = z.object({ detail: z.object({ contactId: z.string() }) });

/** Bus event `contact-decided`: the machine that waits for this contact goes on. */
export const handler = (event: unknown) => use(Event.parse(event).detail.contactId);
