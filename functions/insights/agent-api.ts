import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const month = late(() => z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/));
const count = late(() => z.number().int());
const share = late(() => z.number().nullable());
const figures = late(() =>
  z.object({
    opened: count(),
    answered: count(),
    /** 0 to 1, of those received in these months: answered, withdrawn or transferred by now. */
    settledShare: share(),
    /** Opened and routed by nobody's hand, 0 to 1. */
    automaticShare: share(),
    /** Answered within what was promised (Services Publics+), 0 to 1. */
    inTimeShare: share(),
    /** Calendar days from receipt to decision. */
    meanDays: z.number().nullable(),
    /** Answered in at most 1, 3, 7, 15, 30, 60 days, and in more. */
    delays: z.array(count()),
    granted: count(),
    refused: count(),
    /** Decided by silence. */
    implicit: count(),
    withdrawn: count(),
    transferred: count(),
  }),
);
export const readActivity = operation({
  method: 'GET',
  path: '/api/agent/activity',
  roles: ['quality', 'head', 'administrator'],
  summary: 'Volumes, delays and answers by month, channel, department and procedure',
  query: () => z.object({ from: month(), to: month(), department: z.string().max(60).optional() }),
  response: () =>
    z.object({
      total: figures(),
      /** The same number of months just before. */
      before: figures(),
      months: z.array(figures().extend({ month: z.string() })),
      channels: z.array(figures().extend({ channel: z.string() })),
      departments: z.array(figures().extend({ department: z.string().nullable() })),
      procedures: z.array(figures().extend({ procedure: z.string().nullable() })),
      /** Cents: what the requests made online would have cost more at a counter. */
      savedCents: count(),
      now: z.string(),
    }),
});
