import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const month = late(() => z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/));
const figures = late(() =>
  z.object({
    answers: z.number().int(),
    /** From 1 (unsatisfied) to 3 (satisfied); null without an answer. */
    mean: z.number().nullable(),
    /** 0 to 1. */
    unsatisfied: z.number().nullable(),
  }),
);
export const readSatisfaction = operation({
  method: 'GET',
  path: '/api/agent/satisfaction',
  roles: ['quality', 'head', 'administrator'],
  summary: 'What people think of the answers, by department, over some months',
  query: () => z.object({ from: month(), to: month() }),
  response: () =>
    z.object({
      all: figures(),
      departments: z.array(figures().extend({ department: z.string() })),
      months: z.array(figures().extend({ month: z.string() })),
      now: z.string(),
    }),
});
