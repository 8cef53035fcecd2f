import * as z from 'zod';
import { Translations } from '../procedures/translation.ts';
import { late } from '../shared/api.ts';

const code = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/, 'a code is small letters, digits and hyphens, 2 to 40, a letter first');
const clock = () =>
  z
    .string()
    .regex(
      /^([01]\d|2[0-3]):[0-5][05]$/,
      'an hour is written "08:30"; appointments begin every five minutes',
    );
const minutes = (least: number, most: number) =>
  z.number().int().min(least).max(most).multipleOf(5, 'a length is counted in steps of five minutes');

/** Open on some days of the week (1 Monday to 7 Sunday), between two hours. */
const Stretch = late(() =>
  z
    .strictObject({
      days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
      from: clock(),
      to: clock(),
    })
    .refine(({ from, to }) => from < to, { path: ['to'], message: 'the end comes after the beginning' }),
);
export type Stretch = z.infer<ReturnType<typeof Stretch>>;

const Place = late(() =>
  z.strictObject({
    code: code(),
    name: z.string().trim().min(3).max(100),
    address: z.string().trim().min(5).max(200),
    /** How to come in: step-free entrance, bell, tramway. */
    access: z.string().trim().max(300).default(''),
    phone: z.string().trim().max(30).default(''),
    hours: z.array(Stretch()).min(1).max(20),
  }),
);
const Reason = late(() =>
  z.strictObject({
    code: code(),
    name: z.string().trim().min(3).max(100),
    summary: z.string().trim().max(300).default(''),
    department: code(),
    minutes: minutes(5, 240),
    /** Free between this one and the next at the same desk. */
    buffer: minutes(0, 60).default(0),
    documents: z.array(z.string().trim().min(2).max(200)).max(20).default([]),
    /** Hours between the booking and the earliest appointment. */
    leadHours: z.number().int().min(0).max(720).default(2),
    /** Calendar days from today to the latest one. */
    horizonDays: z.number().int().min(1).max(180).default(60),
    /** Not offered to the public: agents alone book it. */
    isInternal: z.boolean().default(false),
  }),
);
/** One place at which one person is received at a time: what cannot be booked twice. */
const Desk = late(() =>
  z.strictObject({
    code: code(),
    name: z.string().trim().min(2).max(60),
    place: code(),
    reasons: z.array(code()).min(1).max(60),
    /** Who may hold it, by login: closed on a day when all of them are away. None: always held. */
    agents: z.array(z.string().max(64)).max(20).default([]),
    /** Inside the hours of the place; none: the same. */
    hours: z.array(Stretch()).max(20).default([]),
  }),
);

/** Reasons, places and desks: infra/collectivities/<slug>/appointments.json at first, then as administrators and heads save it. */
export const Agenda = late(() =>
  z.strictObject({
    places: z.array(Place()).max(60),
    reasons: z.array(Reason()).max(100),
    desks: z.array(Desk()).max(200),
    /** Appointments to come that one person may have at once. */
    perPerson: z.number().int().min(1).max(10).default(3),
    translations: Translations().optional(),
  }),
);
export type Agenda = z.infer<ReturnType<typeof Agenda>>;
export type Place = Agenda['places'][number];
export type Reason = Agenda['reasons'][number];
export type Desk = Agenda['desks'][number];

export const noAgenda: Agenda = { places: [], reasons: [], desks: [], perPerson: 3 };

export const reasonOf = ({ reasons }: Agenda, wanted: string): Reason | undefined =>
  reasons.find(({ code }) => code === wanted);
export const placeOf = ({ places }: Agenda, wanted: string): Place | undefined =>
  places.find(({ code }) => code === wanted);
/** Desks that receive for a reason at a place, in the order of the agenda. */
export const desksFor = ({ desks }: Agenda, reason: string, place: string): Desk[] =>
  desks.filter((desk) => desk.place === place && desk.reasons.includes(reason));
/** Where a reason is received, in the order of the agenda. */
export const placesFor = (agenda: Agenda, reason: string): Place[] =>
  agenda.places.filter(({ code }) => desksFor(agenda, reason, code).length > 0);
