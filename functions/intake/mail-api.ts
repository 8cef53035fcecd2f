import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { mailNotes } from './mail-part.ts';

/** A mail as agents look at it: its words, its layout made harmless, and what they have to know of it. */
export const MailView = late(() =>
  z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    recipients: z.array(z.string()),
    /** `forged`: the domain of the address says that it is not from there. */
    sender: z.enum(['verified', 'unverified', 'forged']),
    automatic: z.boolean(),
    /** Another mail came under the same Message-ID: one of the two may be somebody else's. */
    sharesMessageId: z.boolean(),
    notes: z.array(z.enum(mailNotes)),
    text: z.string(),
    /** Harmless HTML (html-safe.ts), to be shown in a frame without rights; empty when there is only text. */
    html: z.string(),
    /** Files kept but given to nobody, with why. */
    held: z.array(z.object({ name: z.string(), reason: z.enum(['infected', 'unscannable', 'pending']) })),
  }),
);
export type MailView = z.infer<ReturnType<typeof MailView>>;

export const readRequestMail = operation({
  method: 'GET',
  path: '/api/agent/requests/{reference}/mails/{contactId}',
  roles: ['reception', 'qualification', 'instructor', 'head', 'signatory', 'quality', 'administrator'],
  summary: 'A mail that opened or joined a request, as it looked; the reading is journaled',
  params: () => z.object({ reference: z.string(), contactId: z.string() }),
  response: MailView,
});
