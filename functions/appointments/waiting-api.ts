import * as z from 'zod';
import { inWhich } from '../procedures/translation.ts';
import { operation } from '../shared/api.ts';
import { BookedReply, key } from './public-api.ts';
import { AppointmentView, ContactBody, WaitingView } from './public-views.ts';

const secret = () => z.object({ 'x-appointment-secret': z.string().max(100) });
const waitingReply = () => z.object({ waiting: WaitingView(), now: z.string() });

export const joinWaiting = operation({
  method: 'POST',
  path: '/api/public/appointments/waiting',
  roles: ['public', 'citizen'],
  summary: 'To be told when a slot comes free, in the order of those who asked; asking twice is asking once',
  headers: key,
  query: inWhich,
  body: () =>
    z.strictObject({
      ...{ reason: z.string().max(40), place: z.string().max(40) },
      contact: ContactBody(),
      before: z.iso.date().nullable().default(null).describe('a later day is of no use'),
      appointment: z
        .string()
        .max(100)
        .nullable()
        .default(null)
        .describe('secret of an appointment that is given up for an earlier slot'),
    }),
  response: () => z.object({ secret: z.string(), waiting: WaitingView(), now: z.string() }),
});

export const acceptOffer = operation({
  method: 'POST',
  path: '/api/public/appointments/waiting/accept',
  roles: ['public'],
  summary: 'Takes the slot that is kept for this place in the list, in one gesture',
  headers: secret,
  query: inWhich,
  response: BookedReply,
});

export const declineOffer = operation({
  method: 'POST',
  path: '/api/public/appointments/waiting/decline',
  roles: ['public'],
  summary: 'Lets the slot go to the next; the place in the list is kept',
  headers: secret,
  query: inWhich,
  response: waitingReply,
});

export const leaveWaiting = operation({
  method: 'POST',
  path: '/api/public/appointments/waiting/leave',
  roles: ['public'],
  summary: 'Leaves the list',
  headers: secret,
  query: inWhich,
  response: waitingReply,
});

export const listOwn = operation({
  method: 'GET',
  path: '/api/citizen/appointments',
  roles: ['citizen'],
  summary: 'Appointments to come of the account, each with the secret that opens it',
  query: inWhich,
  response: () =>
    z.object({
      appointments: z.array(z.object({ secret: z.string(), appointment: AppointmentView() })),
      now: z.string(),
    }),
});
