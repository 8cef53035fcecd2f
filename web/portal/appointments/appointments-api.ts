import type {
  bookAppointment,
  cancelAppointment,
  listReasons,
  moveAppointment,
  readCalendar,
  readMine,
} from '../../../functions/appointments/public-api.ts';
import type {
  acceptOffer,
  declineOffer,
  joinWaiting,
  leaveWaiting,
  listOwn,
} from '../../../functions/appointments/waiting-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';
import { inThisLanguage } from '../written.ts';

export type Offered = AnswerOf<typeof listReasons>;
export type Slot = { from: string; to: string };
export type Mine = AnswerOf<typeof readMine>;
export type Appointment = NonNullable<Mine['appointment']>;
export type Waiting = NonNullable<Mine['waiting']>;
export type Booked = AnswerOf<typeof bookAppointment>;
export type Contact = InputOf<typeof bookAppointment>['body']['contact'];

const by = (secret: string) => ({
  headers: { 'x-appointment-secret': secret },
  query: inThisLanguage,
});

/** Everything the pages of appointments ask for. What a link opens travels in a header, never in an address. */
export const appointmentsApi = {
  offered: () => call<typeof listReasons>('GET /api/public/appointments/reasons', { query: inThisLanguage }),
  book: (body: InputOf<typeof bookAppointment>['body'], key: string) =>
    call<typeof bookAppointment>('POST /api/public/appointments', {
      body,
      headers: { 'idempotency-key': key },
      query: inThisLanguage,
    }),
  mine: (secret: string) => call<typeof readMine>('GET /api/public/appointments/mine', by(secret)),
  move: (secret: string, place: string, from: string) =>
    call<typeof moveAppointment>('POST /api/public/appointments/mine/move', {
      ...by(secret),
      body: { place, from },
    }),
  cancel: (secret: string) =>
    call<typeof cancelAppointment>('POST /api/public/appointments/mine/cancel', by(secret)),
  calendar: (secret: string) =>
    call<typeof readCalendar>('GET /api/public/appointments/mine/calendar', by(secret)),
  join: (body: InputOf<typeof joinWaiting>['body'], key: string) =>
    call<typeof joinWaiting>('POST /api/public/appointments/waiting', {
      body,
      headers: { 'idempotency-key': key },
      query: inThisLanguage,
    }),
  accept: (secret: string) =>
    call<typeof acceptOffer>('POST /api/public/appointments/waiting/accept', by(secret)),
  decline: (secret: string) =>
    call<typeof declineOffer>('POST /api/public/appointments/waiting/decline', by(secret)),
  leave: (secret: string) =>
    call<typeof leaveWaiting>('POST /api/public/appointments/waiting/leave', by(secret)),
  own: () => call<typeof listOwn>('GET /api/citizen/appointments', { query: inThisLanguage }),
};
