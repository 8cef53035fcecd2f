import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { known } from '../citizens/known.adapter.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now, timeIn } from '../shared/clock.adapter.ts';
import { callTable } from './call-table.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { takeContact } from './take-contact.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = known(db, env.CITIZENS_TABLE);
const take = takeContact({
  ...{ now, dayIn, timeIn },
  table: callTable(db, env.CONTACTS_TABLE),
  noteCurrent: deskTable(db, env.CONTACTS_TABLE).noteCurrent,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  contact: contactTable(db, env.CONTACTS_TABLE).readHeader,
  async numbersOf({ id, person }) {
    const personId = person?.personId ?? (await people.personOf('contact', id));
    const identifiers = personId ? await people.knownIdentifiers(personId) : [];
    return identifiers.filter(({ kind }) => kind === 'phone').map(({ value }) => value);
  },
  pause: (tries) => wait(Math.random() * 20 * 2 ** Math.min(tries, 5)),
});
const Event = z.object({ detail: z.object({ contactId: z.string() }) });

/** Somebody was in touch (`contact-recorded`, `contact-received`, `contact-joined`). */
export const handler = (event: unknown) => take(Event.parse(event).detail.contactId);
