import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { appointmentStates } from './appointment.ts';
import { key } from './public-api.ts';
import { SlotView } from './public-views.ts';

/** Those who receive the public. */
export const receives = ['reception', 'instructor', 'head', 'administrator'] as const;
const instant = () => z.string().max(40);
const code = () => z.string().max(40);
const day = () => z.iso.date();
const minute = () => z.number().int().min(0).max(1_440).describe('minutes since midnight');
const byId = late(() => z.object({ id: z.string().max(60) }));
const named = late(() => z.object({ code: code(), name: z.string() }));

/** A line of the agenda: who comes when, and nothing by which to reach them. */
export const AgendaLine = late(() =>
  z.object({
    id: z.string(),
    reason: code(),
    desk: code(),
    from: instant(),
    to: instant(),
    state: z.enum(appointmentStates),
    givenName: z.string(),
    familyName: z.string(),
    note: z.string(),
    reference: z.string().nullable(),
    arrivedAt: instant().nullable(),
    ticket: z.string().nullable(),
  }),
);
export type AgendaLine = z.infer<ReturnType<typeof AgendaLine>>;
const Span = late(() => z.object({ start: minute(), end: minute() }));

export const readDay = operation({
  method: 'GET',
  path: '/api/agent/appointments/day',
  roles: receives,
  summary: 'The agenda of a day at a place, desk by desk, for what the agent receives for; journaled',
  query: () => z.object({ place: code().optional(), day: day().optional() }),
  response: () =>
    z.object({
      place: code(),
      day: day(),
      places: z.array(named()),
      reasons: z
        .array(z.object({ ...named().shape, places: z.array(code()) }))
        .describe('those the agent receives for'),
      desks: z.array(
        z.object({
          ...{ code: code(), name: z.string(), open: z.array(Span()), barred: z.array(Span()) },
          appointments: z.array(AgendaLine()),
        }),
      ),
      waiting: z.number().int().describe('people in the waiting lists of this place'),
      now: instant(),
    }),
});

export const readWeek = operation({
  method: 'GET',
  path: '/api/agent/appointments/week',
  roles: receives,
  summary: 'A week at a place: by day and desk what is open, taken and closed; no names',
  query: () => z.object({ place: code(), day: day() }),
  response: () =>
    z.object({
      place: code(),
      monday: day(),
      places: z.array(named()),
      days: z.array(
        z.object({
          day: day(),
          desks: z.array(
            z.object({
              ...{ code: code(), name: z.string() },
              openMinutes: z.number().int(),
              takenMinutes: z.number().int(),
              barredMinutes: z.number().int(),
              booked: z.number().int(),
            }),
          ),
        }),
      ),
      now: instant(),
    }),
});

export const AppointmentDetail = late(() =>
  z.object({
    ...AgendaLine().shape,
    place: code(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    wantsTexts: z.boolean(),
    bookedAt: instant(),
    bookedBy: z.string(),
    /** Names of those who booked it, and who changed it last, for the person under a mandate. */
    helpers: z.object({ booked: z.string().nullable(), changed: z.string().nullable() }).optional(),
    isClosed: z.boolean(),
    revision: z.number().int(),
  }),
);
const one = late(() => z.object({ appointment: AppointmentDetail(), now: instant() }));
const mayFail = late(() =>
  z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('booked'), appointment: AppointmentDetail(), now: instant() }),
    z.object({ outcome: z.literal('taken'), nearest: z.array(SlotView()), now: instant() }),
  ]),
);

export const readOne = operation({
  method: 'GET',
  path: '/api/agent/appointments/{id}',
  roles: receives,
  summary: 'One appointment with how to reach the person; journaled',
  params: byId,
  response: one,
});

export const listAgentSlots = operation({
  method: 'GET',
  path: '/api/agent/appointments/slots',
  roles: receives,
  summary: 'Free slots as an agent may give them: without notice, for internal reasons too',
  query: () => z.object({ reason: code(), place: code(), from: day().optional() }),
  response: () =>
    z.object({
      monday: day(),
      days: z.array(z.object({ day: day(), slots: z.array(SlotView()) })),
      previous: day().nullable(),
      next: day().nullable(),
      isFull: z.boolean(),
      now: instant(),
    }),
});

export const bookFor = operation({
  method: 'POST',
  path: '/api/agent/appointments',
  roles: receives,
  summary: 'Books for somebody who is at the desk or on the telephone; an address or a number is not needed',
  headers: key,
  body: () =>
    z.strictObject({
      ...{ reason: code(), place: code(), from: instant() },
      contact: z.strictObject({
        givenName: z.string().trim().max(100).default(''),
        familyName: z.string().trim().min(1).max(100),
        email: z.email().max(200).nullable().default(null),
        phone: z.string().trim().max(30).nullable().default(null),
        wantsTexts: z.boolean().default(false),
      }),
      note: z.string().trim().max(500).default(''),
      reference: z.string().max(40).nullable().default(null),
    }),
  response: mayFail,
});

export const moveFor = operation({
  method: 'POST',
  path: '/api/agent/appointments/{id}/move',
  roles: receives,
  summary: 'Another time or place; the person is told',
  params: byId,
  body: () => z.strictObject({ place: code(), from: instant() }),
  response: mayFail,
});

export const cancelFor = operation({
  method: 'POST',
  path: '/api/agent/appointments/{id}/cancel',
  roles: receives,
  summary: 'Gives up an appointment at the wish of the person; who waits is offered the slot',
  params: byId,
  response: one,
});

export const arrive = operation({
  method: 'POST',
  path: '/api/agent/appointments/{id}/arrived',
  roles: receives,
  summary: 'The person is there: a ticket at their time, among those who came without an appointment',
  params: byId,
  response: one,
});

export const mark = operation({
  method: 'POST',
  path: '/api/agent/appointments/{id}/mark',
  roles: receives,
  summary: 'The person came, or did not; `booked` takes it back',
  params: byId,
  body: () => z.strictObject({ state: z.enum(['honoured', 'missed', 'booked']) }),
  response: one,
});
