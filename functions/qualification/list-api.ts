import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const sorters = ['qualification', 'administrator'] as const;

export const ContactCard = late(() =>
  z.object({
    contactId: z.string(),
    channel: z.string(),
    receivedAt: z.string(),
    subject: z.string(),
    sender: z.string(),
    department: z.string().nullable(),
    confidence: z.number().nullable(),
    pages: z.number().int(),
    reference: z.string().nullable(),
    /** Of what is set aside: why, and the address it says it is from. */
    reason: z.string().nullable().default(null),
    email: z.string().nullable().default(null),
  }),
);
export type ContactCard = z.infer<ReturnType<typeof ContactCard>>;
const ContactPage = late(() =>
  z.object({ contacts: z.array(ContactCard()), next: z.string().nullable(), now: z.string() }),
);

export const listWaiting = operation({
  method: 'GET',
  path: '/api/agent/contacts',
  roles: sorters,
  summary: 'Contacts that wait for a qualification agent (oldest first), or the quarantine (newest first)',
  query: () =>
    z.object({
      state: z.enum(['waiting', 'quarantined']).default('waiting'),
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
  response: ContactPage,
});

/** In a body: an address of the site never holds words about somebody. */
export const searchQuarantine = operation({
  method: 'POST',
  path: '/api/agent/contacts/quarantine',
  roles: sorters,
  summary: 'What was set aside for a reason, or whose sender or subject holds all the words (newest first)',
  body: () =>
    z.strictObject({
      reason: z.string().max(40).optional(),
      words: z.string().max(100).optional(),
      after: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(100).default(30),
    }),
  response: ContactPage,
});
