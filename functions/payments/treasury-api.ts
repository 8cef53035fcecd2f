import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const roles = ['instructor', 'head', 'administrator'] as const;
const day = () => z.iso.date();
const cents = () => z.number().int();
const id = late(() => z.object({ id: z.string().min(8).max(64) }));
const period = late(() => z.object({ from: day(), to: day() }));
export const reconciliationFile = operation({
  method: 'GET',
  path: '/api/agent/payments/reconciliation',
  roles,
  summary: 'What was received between two days, with totals by day (CSV for the treasury, 31 days at most)',
  query: period,
  download: 'text/csv; charset=utf-8',
});
export const compareReconciliation = operation({
  method: 'POST',
  path: '/api/agent/payments/reconciliation',
  roles,
  summary:
    'Compare with the file of the treasury (reference;montant;date;autorisation;operation): what differs',
  body: () => z.strictObject({ ...period().shape, text: z.string().min(1).max(900_000) }),
  response: () =>
    z.object({
      rows: z.number(),
      matched: z.number(),
      problem: z.string().nullable(),
      differences: z.array(
        z.object({
          kind: z.enum(['unknown-here', 'not-paid-here', 'amount-differs', 'missing-there', 'unreadable']),
          line: z.number().nullable(),
          payRef: z.string(),
          here: cents().nullable(),
          there: cents().nullable(),
          payment: z.string().nullable(),
          idOp: z.string().nullable(),
        }),
      ),
    }),
});
export const adoptPayment = operation({
  method: 'POST',
  path: '/api/agent/payments/{id}/adopt',
  roles,
  summary:
    'Take in a payment that the treasury’s file shows and that was not known: PayFiP is asked where it can be',
  params: id,
  body: () =>
    z.strictObject({
      cents: z.number().int().min(1),
      idOp: z
        .string()
        .regex(/^[\w-]{6,64}$/)
        .nullable()
        .default(null),
      authorisation: z.string().max(40).nullable().default(null),
    }),
  status: 204,
});
