import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { desk, key } from './agent-api.ts';

const instant = () => z.string().describe('instant, UTC');
export const Ticket = late(() =>
  z.object({
    id: z.string().describe('letter of the subject and number of the day: A012'),
    topic: z.string().describe('code of the department'),
    isPriority: z.boolean(),
    handedAt: instant(),
    appointmentAt: instant()
      .nullable()
      .optional()
      .describe('time that somebody was given: called first from then on'),
    calledAt: instant().nullable(),
    desk: z.string().nullable().describe('where the person is expected'),
    by: z.string().nullable().describe('agent who called it'),
    state: z.enum(['waiting', 'called', 'served', 'absent']),
  }),
);
export type Ticket = z.infer<ReturnType<typeof Ticket>>;

export const listTickets = operation({
  method: 'GET',
  path: '/api/agent/tickets',
  roles: [...desk, 'quality'],
  summary:
    'Who waits at the desk today, in the order they are called; the ticket this agent serves; the day by hour',
  response: () =>
    z.object({
      waiting: z.array(Ticket()).describe('the first hundred'),
      mine: Ticket().nullable(),
      called: z.array(Ticket()).describe('the last five, for the screen of the hall'),
      hours: z.array(
        z.object({
          hour: z.string().describe('00 to 23'),
          handed: z.number().int(),
          called: z.number().int(),
          served: z.number().int(),
          absent: z.number().int(),
          meanWait: z.number().nullable().describe('seconds between ticket and call'),
        }),
      ),
      now: instant(),
    }),
});

export const handTicket = operation({
  method: 'POST',
  path: '/api/agent/tickets',
  roles: desk,
  summary: 'A ticket for a subject: the next number of its letter today',
  headers: key,
  body: () => z.strictObject({ topic: z.string().max(100), isPriority: z.boolean().default(false) }),
  status: 201,
  response: () => z.object({ ticket: Ticket(), before: z.number().int().describe('who wait before it') }),
});

export const callTicket = operation({
  method: 'POST',
  path: '/api/agent/tickets/next',
  roles: desk,
  summary:
    'Calls whoever has waited longest, among some subjects if given; two desks never call the same ticket',
  body: () =>
    z.strictObject({
      desk: z.string().trim().min(1).max(20),
      topics: z.array(z.string().max(100)).max(60).default([]),
    }),
  response: () => z.object({ ticket: Ticket().nullable().describe('null when nobody waits') }),
});

export const endTicket = operation({
  method: 'POST',
  path: '/api/agent/tickets/{id}/end',
  roles: desk,
  summary: 'The person of a called ticket was served, or did not come',
  params: () => z.object({ id: z.string().max(10) }),
  body: () => z.strictObject({ outcome: z.enum(['served', 'absent']) }),
  response: () => z.object({ ticket: Ticket() }),
});
