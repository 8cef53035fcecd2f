import * as z from 'zod';
import { PageLanguage } from '../procedures/translation.ts';
import { late } from '../shared/api.ts';
import { appointmentStates } from './appointment.ts';

const instant = () => z.string().max(40).describe('instant, UTC');
const code = () => z.string().max(40);
/** Of reasons and places, where it is not French. */
export const readIn = late(() => PageLanguage().optional());
const day = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const PlaceView = late(() =>
  z.object({
    code: code(),
    name: z.string(),
    address: z.string(),
    access: z.string(),
    phone: z.string(),
  }),
);
export type PlaceView = z.infer<ReturnType<typeof PlaceView>>;
export const ReasonView = late(() =>
  z.object({
    code: code(),
    name: z.string(),
    summary: z.string(),
    department: z.string(),
    minutes: z.number().int(),
    documents: z.array(z.string()),
    places: z.array(code()),
  }),
);
export type ReasonView = z.infer<ReturnType<typeof ReasonView>>;
export const SlotView = late(() => z.object({ from: instant(), to: instant() }));

export const ContactBody = late(() =>
  z
    .strictObject({
      givenName: z.string().trim().min(1).max(100),
      familyName: z.string().trim().min(1).max(100),
      email: z.email().max(200).nullable().default(null),
      phone: z.string().trim().max(30).nullable().default(null),
      wantsTexts: z.boolean().default(false).describe('texts to the telephone are wanted'),
    })
    .refine(({ email, phone }) => email !== null || phone !== null, { path: ['email'] }),
);

export const AppointmentView = late(() =>
  z.object({
    reason: ReasonView(),
    place: PlaceView(),
    day: day(),
    from: instant(),
    to: instant(),
    state: z.enum(appointmentStates),
    isClosed: z.boolean().describe('the authority could not keep it'),
    isOver: z.boolean(),
    reference: z.string().nullable(),
    contact: z.object({
      givenName: z.string(),
      familyName: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      wantsTexts: z.boolean(),
    }),
    note: z.string(),
    language: readIn(),
  }),
);
export type AppointmentView = z.infer<ReturnType<typeof AppointmentView>>;
export const WaitingView = late(() =>
  z.object({
    reason: ReasonView(),
    place: PlaceView(),
    before: day().nullable(),
    state: z.enum(['waiting', 'offered', 'accepted', 'left']),
    position: z.number().int().nullable().describe('1 is the first; null when no longer in the list'),
    offer: z.object({ from: instant(), to: instant(), until: instant() }).nullable(),
    language: readIn(),
  }),
);
export type WaitingView = z.infer<ReturnType<typeof WaitingView>>;
