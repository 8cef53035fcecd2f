import * as z from 'zod';
import { operation } from '../shared/api.ts';
import { debtReasons } from './ack-debt.ts';

const day = () => z.string().describe('calendar day, YYYY-MM-DD');

export const readAckDebt = operation({
  method: 'GET',
  path: '/api/agent/ack-debt',
  roles: ['reception', 'qualification', 'instructor', 'head', 'signatory', 'quality', 'administrator'],
  summary:
    'Requests whose acknowledgement is missing or incomplete, the oldest first, with counts by department',
  query: () =>
    z.object({
      department: z.string().optional(),
      after: z
        .string()
        .regex(/^\d{4}-\d\d-\d\d#[A-Z0-9-]+$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
  response: () =>
    z.object({
      items: z.array(
        z.object({
          reference: z.string(),
          subject: z.string(),
          sender: z.string(),
          department: z.string().nullable(),
          agent: z.string().nullable(),
          channel: z.string(),
          receivedOn: day(),
          due: day().nullable().describe('last day of the law (CRPA R112-11-2); none for a letter'),
          reason: z.enum(debtReasons),
          state: z.string(),
          isLate: z.boolean().describe('received more than ten working days ago'),
        }),
      ),
      /** With the first page only; a thousand means a thousand or more. */
      counts: z.array(
        z.object({ department: z.string().nullable(), total: z.number().int(), late: z.number().int() }),
      ),
      next: z.string().nullable(),
      now: z.string(),
    }),
});
