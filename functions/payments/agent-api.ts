import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { lists } from './items.ts';
import { doubts, paymentStates } from './payment.ts';
import { PaymentView } from './public-api.ts';

/** Those who keep the accounts are the agents of the finance department (agents/rights.ts); the roles say who may work. */
const roles = ['instructor', 'head', 'administrator'] as const;
const id = late(() => z.object({ id: z.string().min(8).max(64) }));
const day = () => z.iso.date();
const cents = () => z.number().int();

const Refund = late(() =>
  z.object({
    id: z.string(),
    payment: z.string(),
    cents: cents(),
    reason: z.enum(['paid-twice', 'dropped', 'asked', 'doubtful']),
    state: z.enum(['proposed', 'asked', 'accepted', 'done', 'refused']),
    text: z.string(),
    askedAt: z.string(),
    by: z.string(),
    doneOn: z.string().nullable(),
    why: z.string().nullable(),
  }),
);
/** One line of a list: a payment, and the refund or the receipt that puts it there. */
const Line = late(() =>
  z.object({
    id: z.string(),
    kind: z.enum(['fee', 'invoice', 'deposit']),
    state: z.enum(paymentStates),
    label: z.string(),
    cents: cents(),
    payRef: z.string(),
    reference: z.string().nullable(),
    family: z.string().nullable(),
    createdAt: z.string(),
    dueOn: z.string().nullable(),
    doubt: z.object({ reason: z.enum(doubts), at: z.string(), told: cents().nullable() }).nullable(),
    received: z.object({ at: z.string(), cents: cents(), by: z.string() }).nullable(),
    refund: Refund().nullable(),
  }),
);
export type AgentLine = z.infer<ReturnType<typeof Line>>;

export const listAgentPayments = operation({
  method: 'GET',
  path: '/api/agent/payments',
  roles,
  summary:
    'Payments by what finance has to do with them: received on a day, due, in doubt, refunds to decide, repaid',
  query: () =>
    z.object({
      list: z.enum([...lists, 'received']).default('received'),
      day: day().optional(),
      after: z.string().max(200).optional(),
    }),
  response: () =>
    z.object({
      lines: z.array(Line()),
      next: z.string().nullable(),
      day: z.string(),
      totals: z.object({ open: z.number(), doubt: z.number(), refunds: z.number() }),
      now: z.string(),
    }),
});
export const listRequestPayments = operation({
  method: 'GET',
  path: '/api/agent/requests/{reference}/payments',
  roles: ['reception', 'qualification', 'instructor', 'head', 'signatory', 'quality', 'administrator'],
  summary: 'What is owed and was paid for a request',
  params: () => z.object({ reference: z.string() }),
  response: () => z.object({ payments: z.array(PaymentView()) }),
});
const file = late(() =>
  z.strictObject({
    text: z.string().min(1).max(900_000),
    /** Only say what would be done. */
    dry: z.boolean().default(false),
  }),
);
const Report = late(() =>
  z.object({
    lines: z.array(
      z.object({
        line: z.number(),
        state: z.enum(['new', 'known', 'refused']),
        field: z.string(),
        code: z.string(),
        what: z.string(),
        cents: cents().nullable(),
        balance: cents().nullable(),
      }),
    ),
    total: cents(),
    isDry: z.boolean(),
  }),
);
export type ImportReport = z.infer<ReturnType<typeof Report>>;
export const importInvoices = operation({
  method: 'POST',
  path: '/api/agent/payments/invoices',
  roles,
  summary:
    'Invoices from a CSV file (facture;famille;montant;objet;echeance;courriel): a report of each line',
  body: file,
  response: Report,
});
export const importMeals = operation({
  method: 'POST',
  path: '/api/agent/payments/meals',
  roles,
  summary: 'Meals taken from prepaid accounts, from a CSV file (famille;enfant;date;repas;montant)',
  body: file,
  response: Report,
});
export const requestRefund = operation({
  method: 'POST',
  path: '/api/agent/payments/{id}/refund',
  roles,
  summary: 'Ask that a payment be given back',
  params: id,
  body: () => z.strictObject({ text: z.string().regex(/\S/).max(1_000) }),
  status: 204,
});
export const decideRefund = operation({
  method: 'POST',
  path: '/api/agent/payments/{id}/refunds/{refundId}',
  roles,
  summary:
    'Decide on a refund: accept it (mandate to the treasury), refuse it with a reason, or say on which day it was done',
  params: () => z.object({ id: z.string().min(8).max(64), refundId: z.string().min(8).max(64) }),
  body: () =>
    z.discriminatedUnion('decision', [
      z.strictObject({ decision: z.literal('accepted') }),
      z.strictObject({ decision: z.literal('refused'), why: z.string().regex(/\S/).max(1_000) }),
      z.strictObject({ decision: z.literal('done'), on: day() }),
    ]),
  status: 204,
});
export const settleDoubt = operation({
  method: 'POST',
  path: '/api/agent/payments/{id}/doubt',
  roles,
  summary: 'End a doubt, after asking the treasury: it is paid, or it is not and what came goes back',
  params: id,
  body: () => z.strictObject({ decision: z.enum(['paid', 'unpaid']) }),
  status: 204,
});
