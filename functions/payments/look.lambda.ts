import * as z from 'zod';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { book } from './book.adapter.ts';
import { look } from './look.ts';
import { payfip } from './payfip.adapter.ts';

const Env = z.object({ PAYMENTS_TABLE: z.string(), PAYFIP_URL: z.string(), TIME_ZONE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const { payments, save } = book(documentClient(), env.PAYMENTS_TABLE, env.TIME_ZONE);
const { detail } = payfip(env.PAYFIP_URL);
const use = look({ read: payments.read, note: payments.note, save, detail, now });
const Input = z.object({ paymentId: z.string(), attemptId: z.string() });

/** Task of follow-payment: `{paymentId, attemptId}` gives `{wait}`, seconds until the next look; null when all is known. */
export const handler = (input: unknown) => use(Input.parse(input));
