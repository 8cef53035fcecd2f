import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { epochSeconds, newId, now } from '../shared/clock.adapter.ts';
import { duplicateTable } from './duplicate-table.adapter.ts';
import { linkContact, linkRequest } from './link.ts';
import { linkTable } from './link-table.adapter.ts';
import { personTable } from './person-table.adapter.ts';

const Env = z.object({
  CITIZENS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = personTable(db, { citizens: env.CITIZENS_TABLE, search: env.SEARCH_TABLE });
const { snapshot, append } = requestTable(db, env.REQUESTS_TABLE);
const deps = {
  ...{ people, now, newId, epochSeconds },
  links: linkTable(db, env.CITIZENS_TABLE, people),
  duplicates: duplicateTable(db, env.CITIZENS_TABLE, people),
  requests: { snapshot, append },
  sender: messageTable(db, env.REQUESTS_TABLE).sender,
  contact: contactTable(db, env.CONTACTS_TABLE).readContact,
};
const [request, contact] = [linkRequest(deps), linkContact(deps)];
const Event = z.union([
  z.object({ detail: z.object({ contactId: z.string(), reference: z.string().optional() }) }),
  z.object({ detail: z.object({ reference: z.string() }) }),
]);

/** `request-opened`, `contact-joined` and `contact-recorded`: whose it is. */
export const handler = async (event: unknown): Promise<void> => {
  const { detail } = Event.parse(event);
  await ('contactId' in detail ? contact(detail) : request(detail));
};
