import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { newSalt, sha256 } from '../requests/secrets.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { joinRequest } from './join-request.ts';

const Env = z.object({ CONTACTS_TABLE: z.string(), REQUESTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const requests = requestTable(db, env.REQUESTS_TABLE);
const Input = z.object({ contactId: z.string() });
const use = joinRequest({
  contact: contactTable(db, env.CONTACTS_TABLE).readContact,
  append: requests.append,
  load: requests.load,
  newSalt,
  hash: sha256,
});

/** Task of qualify-contact: `{contactId}` gives `{reference}`. */
export const handler = (input: unknown) => use(Input.parse(input));
