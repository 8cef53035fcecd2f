import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { mailer } from '../delivery/mail.adapter.ts';
import { paymentReceiptPdf } from '../letters/payment-receipt-pdf.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { dayIn, now, timeIn } from '../shared/clock.adapter.ts';
import { book } from './book.adapter.ts';
import { ownMailer } from './own-mail.ts';
import { settled } from './settled.ts';
import { tellBelow, tellRefund } from './tell.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PAYMENTS_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.string(),
  TIME_ZONE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const { AWS_REGION } = z.object({ AWS_REGION: z.string() }).parse(process.env);
const db = documentClient();
const { families, payments } = book(db, env.PAYMENTS_TABLE, env.TIME_ZONE);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const send = ownMailer(mailer(new SESv2Client(impatient), env.CONFIGURATION_SET, AWS_REGION), authority);
const received = settled({
  ...{ authority, send, read: payments.read },
  acknowledged: (attempt) => payments.note({ ...attempt, acknowledgedAt: now() }),
  append: requestTable(db, env.REQUESTS_TABLE).append,
  draw: paymentReceiptPdf,
  timesOf: (zone, instant) => ({ day: dayIn(zone, instant), time: timeIn(zone, instant) }),
  publicUrl: env.PUBLIC_URL,
});
const telling = { authority, send, read: payments.read, family: families.read, publicUrl: env.PUBLIC_URL };
const [refund, below] = [tellRefund(telling), tellBelow(telling)];
const Event = z.object({
  detail: z.union([
    z.object({ paymentId: z.string(), refundId: z.string() }),
    z.object({ paymentId: z.string(), attemptId: z.string() }),
    z.object({ family: z.string() }),
  ]),
});

/** Money came (the journal, the acknowledgement, the receipt), a refund was decided, an account went below zero. */
export const handler = async (event: unknown): Promise<void> => {
  const { detail } = Event.parse(event);
  if ('refundId' in detail) await refund(detail.paymentId, detail.refundId);
  else if ('attemptId' in detail) await received(detail.paymentId, detail.attemptId);
  else await below(detail.family);
};
