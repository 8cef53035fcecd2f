import * as z from 'zod';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { familyTable } from './family-table.adapter.ts';
import { movePayments } from './join-payments.ts';
import { paymentTable } from './payment-table.adapter.ts';

const Env = z.object({ PAYMENTS_TABLE: z.string(), TIME_ZONE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const payments = paymentTable(db, env.PAYMENTS_TABLE, (instant) => dayIn(env.TIME_ZONE, instant));
const families = familyTable(db, env.PAYMENTS_TABLE, payments);
const Event = z.object({ detail: busEvents['account-joined'] });

/** Bus event `account-joined`: what is owed, what was paid and the families that are followed go with the person. */
export const handler = async (event: unknown): Promise<void> => {
  const { from, into } = Event.parse(event).detail;
  await movePayments({ payments, families, now }, from, into);
};
