import * as z from 'zod';
import { documentClient } from '../shared/aws.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { appointmentTable } from './appointment-table.adapter.ts';

const Env = z.object({ APPOINTMENTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const appointments = appointmentTable(documentClient(), env.APPOINTMENTS_TABLE);
const Event = z.object({ detail: busEvents['account-joined'] });
const onePage = 50;

/** Bus event `account-joined`: appointments follow the person, page by page; nobody is told again of what they booked. */
export const handler = async (event: unknown): Promise<void> => {
  const { from, into } = Event.parse(event).detail;
  let after = ' ';
  for (;;) {
    const page = await appointments.ofAccount(from, after, onePage);
    for (const { id } of page) await appointments.hand(id, from, into);
    const last = page.at(-1);
    if (!last || page.length < onePage) return;
    after = `${last.from}#${last.id}`;
  }
};
