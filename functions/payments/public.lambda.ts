import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { isTrackingCode } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, epochSeconds, newId, now, timeIn } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { tryTable } from '../telephony/try-table.adapter.ts';
import { book } from './book.adapter.ts';
import * as families from './family-api.ts';
import { list } from './own.ts';
import { join, leave, lines, newDeposit, ownFamilies } from './own-families.ts';
import { askBack, find, pay, show } from './pay.ts';
import { payfip } from './payfip.adapter.ts';
import * as api from './public-api.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PAYMENTS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PAYFIP_URL: z.string(),
  PUBLIC_URL: z.string(),
  TIME_ZONE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const { payments, families: table, save } = book(db, env.PAYMENTS_TABLE, env.TIME_ZONE);
const service = payfip(env.PAYFIP_URL);
const tries = tryTable(db, env.PAYMENTS_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, async () => null);
/** Who pays an invoice or signs in needs no request. */
const requests = lazily(async () =>
  (await import('../requests/request-table.adapter.ts')).requestTable(db, env.REQUESTS_TABLE),
);
const deps = {
  ...{ payments, save, authority, now, newId, isCode: isTrackingCode, pause, publicUrl: env.PUBLIC_URL },
  ...{ read: payments.read, note: payments.note, table },
  load: async (reference: string) => (await requests()).load(reference),
  familiesOf: table.familiesOf,
  passes: table.passes,
  countTry: (kind: string, value: string) =>
    tries.count(`pay-${kind}`, value, now().slice(0, 10), epochSeconds()),
  giveBackTry: (kind: string, value: string) =>
    tries.giveBack(`pay-${kind}`, value, now().slice(0, 10), epochSeconds()),
  ...{ create: service.create, detail: service.detail, page: service.page },
  async client() {
    const { payfip: given } = await authority();
    return given && env.PAYFIP_URL ? { client: given.numcli, mode: given.saisie } : null;
  },
  timesOf: (zone: string, instant: string) => ({ day: dayIn(zone, instant), time: timeIn(zone, instant) }),
};
/** Few calls want a receipt: what words and draws it is loaded by the first. */
const receipts = lazily(async () => {
  const [{ print }, { paymentReceiptPdf }] = await Promise.all([
    import('./print-receipt.ts'),
    import('../letters/payment-receipt-pdf.adapter.ts'),
  ]);
  return print({ ...deps, draw: paymentReceiptPdf });
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.listPayments, list(deps)),
  handle(api.findInvoice, find(deps)),
  handle(api.readPayment, show(deps)),
  handle(api.startPayment, pay(deps)),
  handle(api.paymentReceipt, async (input, caller) => (await receipts())(input, caller)),
  handle(api.askRefund, askBack(deps)),
  handle(families.listFamilies, ownFamilies(deps)),
  handle(families.joinFamily, join(deps)),
  handle(families.leaveFamily, leave(deps)),
  handle(families.listLines, lines(deps)),
  handle(families.deposit, newDeposit(deps)),
);
