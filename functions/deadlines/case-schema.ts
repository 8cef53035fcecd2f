import * as z from 'zod';
import { isDay, readPeriod } from './day.ts';
import { calendars } from './holidays.ts';
import { legalEventTypes, silenceModes } from './legal-case.ts';

const day = z.string().refine(isDay, 'write a day that exists as YYYY-MM-DD, for instance 2026-05-01');
/** Absent and null say the same in a case written by hand. */
const orNothing = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined);
const Event = z
  .object({
    type: z.enum(legalEventTypes),
    on: day,
    until: orNothing(day),
    complete: orNothing(z.boolean()),
  })
  .refine(({ type, on, until }) => type !== 'documents-requested' || !until || until >= on, {
    path: ['until'],
    error: 'grant a delay that ends on or after the day the documents are requested',
  });

/** Places that have the holidays of another calendar. */
const sameAs: Record<string, string> = { france: 'metropole', 'saint-pierre-et-miquelon': 'metropole' };
/** `La Reunion`, however it is typed, names the calendar `reunion`. */
const calendarName = (typed: unknown): unknown => {
  if (typeof typed !== 'string') return typed ?? undefined;
  const name = typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'_]+/g, '-')
    .replace(/^la-/, '');
  return sameAs[name] ?? name;
};

/** A worked case as people write it in a file; the remedy stands in the message of each problem. Unknown fields are comments. */
export const WrittenCase = z.object({
  mode: z.enum(silenceModes),
  period: orNothing(
    z.string().refine((text) => readPeriod(text) !== null, 'write a period as P2M, P15D or P1M15D'),
  ).transform((period) => period ?? 'P2M'),
  calendar: z.preprocess(calendarName, z.enum(calendars).default('metropole')),
  channel: z.enum(['electronic', 'post']),
  today: day,
  events: z
    .array(Event)
    .refine(
      (events) => events.some(({ type }) => type === 'received'),
      'add the event received: every delay counts from it',
    ),
});
