import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { paymentStates } from './payment.ts';

/**
 * What opens a payment, beside the session of its account: the tracking code of its request, or the pass given to whoever
 * knew the invoice. All in headers: none ever stands in an address.
 */
const keys = late(() =>
  z.object({
    'x-tracking-code': z.string().min(6).max(20).optional(),
    'x-payment-pass': z.string().min(20).max(64).optional(),
  }),
);
const id = late(() => z.object({ id: z.string().min(8).max(64) }));
const cents = () => z.number().int();

export const PaymentView = late(() =>
  z.object({
    id: z.string(),
    kind: z.enum(['fee', 'invoice', 'deposit']),
    state: z.enum(paymentStates),
    cents: cents(),
    label: z.string(),
    lines: z.array(z.object({ label: z.string(), cents: cents() })),
    reference: z.string().nullable(),
    family: z.string().nullable(),
    invoice: z.string().nullable(),
    /** As the bank statement shows it. */
    payRef: z.string(),
    createdAt: z.string(),
    dueOn: z.string().nullable(),
    paid: z
      .object({ at: z.string(), by: z.enum(['card', 'debit']), authorisation: z.string().nullable() })
      .nullable(),
    /** What the last try came to, for who comes back from the payment page. */
    last: z
      .enum(['creating', 'lost', 'open', 'paid', 'cancelled', 'refused', 'expired', 'doubtful'])
      .nullable(),
    /** While a try is under way: until when its page may be opened again, and when another may begin at the latest. */
    openUntil: z.string().nullable(),
    freeAt: z.string().nullable(),
    mayPay: z.boolean(),
    /** Why not online, in a code. */
    whyNot: z.enum(['too-small', 'too-large', 'doubt', 'closed']).nullable(),
    /** Where the receipt goes, hidden in part; null when nobody said. */
    email: z.string().nullable(),
    refund: z
      .object({
        state: z.enum(['proposed', 'asked', 'accepted', 'done', 'refused']),
        cents: cents(),
        doneOn: z.string().nullable(),
        why: z.string().nullable(),
      })
      .nullable(),
    /** Another payment of the same thing came: it goes back by itself. */
    twice: z.object({ cents: cents(), state: z.string() }).nullable(),
    mayAskRefund: z.boolean(),
  }),
);
export type PaymentView = z.infer<ReturnType<typeof PaymentView>>;
const List = late(() =>
  z.object({
    payments: z.array(PaymentView()),
    next: z.string().nullable(),
    test: z.boolean(),
    now: z.string(),
  }),
);
export type PaymentList = z.infer<ReturnType<typeof List>>;

export const listPayments = operation({
  method: 'GET',
  path: '/api/public/payments',
  roles: ['public', 'citizen'],
  summary:
    'What is owed for a request, by its reference and tracking code; without reference, all that an account owes',
  query: () => z.object({ reference: z.string().max(40).optional(), after: z.string().max(200).optional() }),
  headers: keys,
  response: List,
});
export const findInvoice = operation({
  method: 'POST',
  path: '/api/public/payments/find',
  roles: ['public', 'citizen'],
  summary:
    'The invoice of who knows its number, its amount and the number of the family; gives a pass for two hours',
  body: () =>
    z.strictObject({
      invoice: z.string().min(3).max(40),
      cents: z.number().int().min(1).max(100_000_000),
      family: z.string().min(3).max(30),
    }),
  response: () => z.object({ payment: PaymentView(), pass: z.string(), test: z.boolean(), now: z.string() }),
});
export const readPayment = operation({
  method: 'GET',
  path: '/api/public/payments/{id}',
  roles: ['public', 'citizen'],
  summary: 'One payment; asks PayFiP when its result is not known yet',
  params: id,
  headers: keys,
  response: () => z.object({ payment: PaymentView(), test: z.boolean(), now: z.string() }),
});
export const startPayment = operation({
  method: 'POST',
  path: '/api/public/payments/{id}/start',
  roles: ['public', 'citizen'],
  summary:
    'Address of the PayFiP page where it is paid, good for fifteen minutes; the same one while that lasts',
  params: id,
  headers: keys,
  body: () => z.strictObject({ email: z.email().min(6).max(80).optional() }),
  response: () => z.object({ url: z.string(), until: z.string() }),
});
export const paymentReceipt = operation({
  method: 'GET',
  path: '/api/public/payments/{id}/receipt',
  roles: ['public', 'citizen'],
  summary: 'Receipt of a payment (tagged PDF)',
  params: id,
  headers: keys,
  download: 'application/pdf',
});
export const askRefund = operation({
  method: 'POST',
  path: '/api/public/payments/{id}/refund',
  roles: ['public', 'citizen'],
  summary: 'Ask for one’s money back; the treasury repays once finance has agreed',
  params: id,
  headers: keys,
  body: () => z.strictObject({ text: z.string().regex(/\S/).max(1_000) }),
  response: () => z.object({ payment: PaymentView(), test: z.boolean(), now: z.string() }),
});
/** Called by PayFiP as a form with `idop`, whatever else it says: only a hint that it is time to ask. */
export const notifyPayment = operation({
  method: 'POST',
  path: '/api/public/payfip',
  roles: ['public'],
  summary:
    'Notification of PayFiP (application/x-www-form-urlencoded, field idop); nothing it says is believed',
});
