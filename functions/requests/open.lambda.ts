import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn } from '../shared/clock.adapter.ts';
import { openRequest } from './open-request.ts';
import { requestTable } from './request-table.adapter.ts';
import { newSalt, sha256 } from './secrets.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const Input = z.object({ contactId: z.string(), by: z.string().optional() });
const open = openRequest({
  requests: requestTable(db, env.REQUESTS_TABLE, env.SEARCH_TABLE),
  contact: contactTable(db, env.CONTACTS_TABLE).readContact,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  dayIn,
  newSalt,
  hash: sha256,
});

/** Task of qualify-contact: `{contactId, by?}` gives `{reference}`. */
export const handler = (input: unknown) => open(Input.parse(input));
