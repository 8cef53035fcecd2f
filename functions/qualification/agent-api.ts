import * as z from 'zod';
import { MailView } from '../intake/mail-api.ts';
import { ViewedPage } from '../intake/page-api.ts';
import { late, operation } from '../shared/api.ts';
import { Proposal, sender } from './proposal-api.ts';
import { Alike } from './similar/alike-api.ts';

const roles = ['qualification', 'administrator'] as const;
const typed = (longest: number) => z.string().max(longest).nullable();
const typedSender = late(() =>
  z.object({ name: typed(200), email: typed(254), phone: typed(50), address: typed(500) }),
);
const byContact = late(() => z.object({ contactId: z.string() }));
const key = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));

export const AgentContact = late(() =>
  z.object({
    contactId: z.string(),
    version: z.number().int(),
    state: z.string(),
    channel: z.string(),
    receivedAt: z.string(),
    subject: z.string(),
    text: z.string(),
    sender: sender(),
    proposal: Proposal().nullable(),
    /** Requests it may belong to, best first, with the codes of what speaks for each and of what is missing. */
    suggested: z
      .array(
        z.object({
          reference: z.string(),
          reasons: z.array(z.string()),
          state: z.string(),
          department: z.string().nullable(),
          /** Empty for who may not read that request. */
          subject: z.string(),
          sender: z.string(),
          mayJoin: z.boolean(),
        }),
      )
      .default([]),
    /** What came in before and is like it, the nearest first, and the wave it seems to be of. */
    alike: Alike().default({ past: [], wave: null }),
    documents: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        contentType: z.string(),
        size: z.number(),
        url: z.string(),
        pages: z.array(ViewedPage()),
      }),
    ),
    /** Of a mail: how it looked, and what to know of it. */
    mail: MailView().nullable().default(null),
    requestReference: z.string().nullable(),
    quarantineReason: z.string().nullable(),
    /** The next contact that waits after this one, for "accept and next". */
    next: z.string().nullable(),
    now: z.string(),
  }),
);
export type AgentContact = z.infer<ReturnType<typeof AgentContact>>;

export const readContact = operation({
  method: 'GET',
  path: '/api/agent/contacts/{contactId}',
  roles,
  summary: 'A contact, its documents and what is proposed',
  params: byContact,
  response: AgentContact,
});
/** Accepting the proposal is sending it back unchanged; what the person changed teaches (part E). */
export const acceptContact = operation({
  method: 'POST',
  path: '/api/agent/contacts/{contactId}/accept',
  roles,
  summary: 'Open (or qualify) the request of this contact',
  params: byContact,
  headers: key,
  body: () =>
    z.strictObject({
      version: z.number().int(),
      department: z.string().max(100),
      procedure: z.string().max(100).nullable(),
      urgency: z.enum(['normal', 'high']),
      subject: z.string().min(1).max(200),
      sender: typedSender(),
      /** What else it asks becomes a request of its own, of the same person, for this department. */
      second: z.strictObject({ department: z.string().max(100) }).optional(),
    }),
  status: 202,
  response: () => z.object({ contactId: z.string(), next: z.string().nullable() }),
});
export const joinContact = operation({
  method: 'POST',
  path: '/api/agent/contacts/{contactId}/join',
  roles,
  summary: 'This contact belongs to an existing request',
  params: byContact,
  headers: key,
  body: () =>
    z.strictObject({
      version: z.number().int(),
      reference: z.string().max(100),
      /** Kept with a request, even one that is over, without asking anything of anybody: thanks, for instance. */
      quiet: z.boolean().default(false),
    }),
  status: 202,
  response: () => z.object({ contactId: z.string(), next: z.string().nullable() }),
});
export const quarantineContact = operation({
  method: 'POST',
  path: '/api/agent/contacts/{contactId}/quarantine',
  roles,
  summary: 'Set aside, visible and reversible',
  params: byContact,
  headers: key,
  body: () =>
    z.strictObject({
      version: z.number().int(),
      reason: z.enum(['spam', 'not-ours', 'unreadable', 'duplicate']),
    }),
  status: 202,
  response: () => z.object({ contactId: z.string(), next: z.string().nullable() }),
});
export const releaseContact = operation({
  method: 'POST',
  path: '/api/agent/contacts/{contactId}/release',
  roles,
  summary: 'Take a contact out of quarantine: it waits for a decision again',
  params: byContact,
  headers: key,
  body: () => z.strictObject({ version: z.number().int() }),
  status: 202,
  response: () => z.object({ contactId: z.string(), next: z.string().nullable() }),
});
