import * as z from 'zod';
import { suppressionTable } from '../delivery/suppression-table.adapter.ts';
import { takeMailEvent } from '../delivery/take-mail-event.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { hashTrackingCode, newSalt, newTrackingCode, sha256 } from '../requests/secrets.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
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
  report: takeMailEvent({
    messages: messageTable(db, env.REQUESTS_TABLE),
    requests,
    suppress: suppressionTable(db, env.REQUESTS_TABLE).add,
    now,
    newTrackingCode,
    hashTrackingCode,
  }),
  newSalt,
  hash: sha256,
});

/** Task of qualify-contact: `{contactId}` gives `{reference}`. */
export const handler = (input: unknown) => use(Input.parse(input));
