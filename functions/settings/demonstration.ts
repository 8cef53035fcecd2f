import * as z from 'zod';
import type { Contact } from '../intake/contact.ts';

const sender = z.object({
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
});
/** Invented requests an authority of demonstration starts with; days count back from the first deployment. */
export const Demonstration = z.object({
  note: z.string(),
  requests: z.array(
    z.object({
      key: z.string().regex(/^demo-\d+$/),
      channel: z.enum(['scan', 'form', 'mail']),
      procedure: z.string().nullable(),
      department: z.string(),
      daysAgo: z.number().int().min(1),
      urgency: z.enum(['normal', 'high']),
      sender,
      subject: z.string(),
      text: z.string(),
      state: z.enum(['assigned', 'in-progress', 'waiting-citizen', 'closed']),
      agent: z.string().optional(),
      messages: z.array(z.object({ from: z.string(), daysAgo: z.number(), text: z.string() })).default([]),
      notes: z.array(z.object({ by: z.string(), daysAgo: z.number(), text: z.string() })).default([]),
      /** A letter that waits in the signature book, put there at the first deployment. */
      letter: z
        .object({ by: z.string(), outcome: z.enum(['granted', 'refused', 'answered']), text: z.string() })
        .optional(),
      answer: z
        .object({
          outcome: z.enum(['granted', 'refused', 'answered']),
          daysAgo: z.number(),
          text: z.string(),
        })
        .optional(),
    }),
  ),
});
export type Demonstration = z.infer<typeof Demonstration>;
export type Told = z.infer<typeof Demonstration>['requests'][number];

const hour = 3_600_000;
/** The instant so many days, and then hours, after `days` before now. */
export const before = (now: string, days: number, hours = 0): string =>
  new Date(Date.parse(now) - days * 24 * hour + hours * hour).toISOString();

/** The contact an invented request came from. */
export const contactOf = (told: Told, reference: string, now: string): Contact => ({
  id: told.key,
  channel: told.channel,
  receivedAt: before(now, told.daysAgo),
  state: 'opened',
  version: 1,
  evidence: [],
  sender: told.sender,
  subject: told.subject,
  text: told.text,
  documents: [],
  requestReference: reference,
  proposal: {
    department: told.department,
    confidence: 0.93,
    routed: true,
    others: [],
    procedure: told.procedure,
    urgency: told.urgency,
    sender: told.sender,
    subject: told.subject,
    reference: null,
    reasons: [],
  },
});
