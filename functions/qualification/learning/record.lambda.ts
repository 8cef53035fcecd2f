import * as z from 'zod';
import { contactTable } from '../../intake/contact-table.adapter.ts';
import { requestTable } from '../../requests/request-table.adapter.ts';
import { authorityReader } from '../../shared/authority.adapter.ts';
import { documentClient } from '../../shared/aws.adapter.ts';
import { dayIn, now } from '../../shared/clock.adapter.ts';
import { similarTable } from '../similar/similar-table.adapter.ts';
import { learningTable } from './learning-table.adapter.ts';
import { record } from './record.ts';
import { weekOf } from './week.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  LEARNING_TABLE: z.string(),
  SIMILAR_TABLE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const requests = requestTable(db, env.REQUESTS_TABLE);
const weekOfInstant = async (instant: string) => weekOf(dayIn((await authority()).timeZone, instant));
const learning = learningTable(db, env.LEARNING_TABLE, weekOfInstant);
const similar = similarTable(db, env.SIMILAR_TABLE);
const use = record({
  header: contactTable(db, env.CONTACTS_TABLE).readHeader,
  openedBy: requests.openedBy,
  load: requests.load,
  keep: learning.keep,
  // Who is erased leaves no mark among similar messages either.
  forget: async (contactId) => {
    await similar.forget(contactId);
    await learning.forget(contactId, now());
  },
  noteArbitration: learning.noteArbitration,
});
const Event = z.object({
  detail: z.union([z.object({ contactId: z.string() }), z.object({ reference: z.string() })]),
});

/** `contact-decided`, `contact-set-aside`, `request-opened`, `request-qualified` and `request-moved`: what they teach. */
export const handler = (event: unknown) => use(Event.parse(event).detail);
