import * as z from 'zod';
import { inWhich } from '../procedures/translation.ts';
import { late, operation } from '../shared/api.ts';
import {
  AppointmentView,
  ContactBody,
  PlaceView,
  ReasonView,
  readIn,
  SlotView,
  WaitingView,
} from './public-views.ts';

const instant = () => z.string().max(40).describe('instant, UTC');
const code = () => z.string().max(40);
const day = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const key = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));
const secret = late(() =>
  z.object({
    'x-appointment-secret': z.string().max(100).describe('what stands after # in the link of the mail'),
  }),
);

/** A booking that was asked for, and what became of it: never a bare no. */
export const BookedReply = late(() =>
  z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('booked'),
      secret: z.string(),
      appointment: AppointmentView(),
      now: instant(),
    }),
    z.object({
      outcome: z.literal('taken').describe('somebody was quicker; the closest free slots'),
      nearest: z.array(SlotView()),
      waiting: z.number().int().describe('how many wait for this reason at this place'),
      now: instant(),
    }),
    z.object({ outcome: z.literal('limit'), most: z.number().int(), now: instant() }),
  ]),
);

export const listReasons = operation({
  method: 'GET',
  path: '/api/public/appointments/reasons',
  roles: ['public'],
  summary: 'What an appointment may be taken for, how long it takes, what to bring, and where',
  query: inWhich,
  response: () =>
    z.object({
      ...{ reasons: z.array(ReasonView()), places: z.array(PlaceView()) },
      ...{ language: readIn(), now: instant() },
    }),
});

export const listSlots = operation({
  method: 'GET',
  path: '/api/public/appointments/slots',
  roles: ['public'],
  summary:
    'Free slots of a week, by day; without a day the first week that has some. `next` and `previous` are days to ask for',
  query: () => z.object({ reason: code(), place: code(), from: day().optional() }),
  response: () =>
    z.object({
      monday: day(),
      days: z.array(z.object({ day: day(), slots: z.array(SlotView()) })),
      previous: day().nullable(),
      next: day().nullable(),
      isFull: z.boolean().describe('no slot at all until the last day that may be booked'),
      now: instant(),
    }),
});

const HeldReply = late(() =>
  z.discriminatedUnion('outcome', [
    z.object({
      ...{ outcome: z.literal('held'), hold: z.string(), from: instant(), to: instant(), until: instant() },
      now: instant(),
    }),
    z.object({ outcome: z.literal('taken'), nearest: z.array(SlotView()), now: instant() }),
  ]),
);
export const holdSlot = operation({
  method: 'POST',
  path: '/api/public/appointments/holds',
  roles: ['public'],
  summary: 'Keeps a slot for ten minutes; `instead` is the one held before, let go',
  body: () =>
    z.strictObject({
      ...{ reason: code(), place: code(), from: instant() },
      instead: z.string().max(60).nullable().default(null),
    }),
  response: HeldReply,
});
export const renewHold = operation({
  method: 'POST',
  path: '/api/public/appointments/holds/renew',
  roles: ['public'],
  summary:
    'Keeps the slot of a form ten minutes more while the form is sent; it is booked once the form is taken in',
  body: () => z.strictObject({ hold: z.string().max(60) }),
  response: HeldReply,
});

export const bookAppointment = operation({
  method: 'POST',
  path: '/api/public/appointments',
  roles: ['public', 'citizen'],
  summary:
    'Books a slot, held or not, without an account or from one; the same Idempotency-Key is the same appointment',
  headers: key,
  query: inWhich,
  body: () =>
    z.strictObject({
      ...{ reason: code(), place: code(), from: instant() },
      hold: z.string().max(60).nullable().default(null),
      contact: ContactBody(),
      note: z.string().trim().max(500).default(''),
    }),
  response: BookedReply,
});

export const readMine = operation({
  method: 'GET',
  path: '/api/public/appointments/mine',
  roles: ['public', 'citizen'],
  summary: 'The appointment, or the place in a waiting list, that a link opens',
  headers: secret,
  query: inWhich,
  response: () =>
    z.object({
      appointment: AppointmentView().nullable(),
      waiting: WaitingView().nullable(),
      now: instant(),
    }),
});

export const moveAppointment = operation({
  method: 'POST',
  path: '/api/public/appointments/mine/move',
  roles: ['public', 'citizen'],
  summary: 'Another time for the appointment of a link: it keeps its place until the other one is sure',
  headers: secret,
  query: inWhich,
  body: () => z.strictObject({ place: code(), from: instant() }),
  response: BookedReply,
});

export const cancelAppointment = operation({
  method: 'POST',
  path: '/api/public/appointments/mine/cancel',
  roles: ['public', 'citizen'],
  summary: 'Gives up the appointment of a link; somebody who waits is offered its slot',
  headers: secret,
  query: inWhich,
  response: () => z.object({ appointment: AppointmentView(), now: instant() }),
});

export const readCalendar = operation({
  method: 'GET',
  path: '/api/public/appointments/mine/calendar',
  roles: ['public', 'citizen'],
  summary: 'The appointment of a link as a calendar file',
  headers: secret,
  download: 'text/calendar',
});
