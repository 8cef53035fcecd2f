import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { succeed } from './token.adapter.ts';
import { waitForAgent } from './wait-for-agent.ts';

const Env = z.object({ CONTACTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const contacts = contactTable(documentClient(), Env.parse(process.env).CONTACTS_TABLE);
const use = waitForAgent({
  header: contacts.readHeader,
  update: contacts.updateContact,
  keepToken: contacts.keepToken,
  readToken: contacts.readToken,
  succeed: succeed(new SFNClient(impatient)),
  now,
});

const Input = z.object({ contactId: z.string(), taskToken: z.string(), again: z.boolean().optional() });

/** Called by the machine with its task token; an agent's decision ends the wait. */
export const handler = (input: unknown) => use(Input.parse(input));
