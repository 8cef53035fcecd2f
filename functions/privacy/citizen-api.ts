import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { partCodes } from './part.ts';

const roles = ['citizen'] as const;
export const exportStates = ['none', 'making', 'ready', 'failed'] as const;
export const consentCodes = ['sms', 'email', 'portal'] as const;

export const ExportView = late(() =>
  z.object({
    state: z.enum(exportStates),
    /** Address of the archive, valid some minutes; null until it is ready. */
    url: z.string().nullable(),
    askedAt: z.string().nullable(),
    /** Instant from which it is gone. */
    until: z.string().nullable(),
    size: z.number().describe('bytes'),
  }),
);
export type ExportView = z.infer<ReturnType<typeof ExportView>>;
export const HeldView = late(() =>
  z.object({
    parts: z.array(z.object({ code: z.enum(partCodes), count: z.number().int() })),
    /** What an erasure would leave for a while, and why: it waits for a decision, or one is contested. */
    open: z.array(
      z.object({
        reference: z.string(),
        subject: z.string(),
        why: z.enum(['open', 'appeal']),
        mayWithdraw: z.boolean(),
      }),
    ),
    /** Payments that stay in the accounts, without the person; the last day of the longest of them. */
    accounting: z.object({ payments: z.number().int(), until: z.string().nullable() }),
    consents: z.array(z.object({ code: z.enum(consentCodes), granted: z.boolean(), at: z.string() })),
    now: z.string(),
  }),
);
export type HeldView = z.infer<ReturnType<typeof HeldView>>;
export const Reading = late(() =>
  z.object({
    at: z.string(),
    /** Never a name: what they are, and where they work. */
    by: z.object({ title: z.string(), department: z.string().nullable() }),
    reason: z.string().describe('code'),
    reference: z.string().nullable(),
  }),
);
export type Reading = z.infer<ReturnType<typeof Reading>>;

export const readHeld = operation({
  method: 'GET',
  path: '/api/citizen/privacy',
  roles,
  summary:
    'What is held of whoever is signed in, what stays after an erasure and why, and what they consented to',
  response: HeldView,
});
export const listReadings = operation({
  method: 'GET',
  path: '/api/citizen/privacy/readings',
  roles,
  summary: 'Which agents looked at their data, by what they are, when and why; the last first',
  query: () => z.object({ before: z.string().max(200).optional() }),
  response: () => z.object({ readings: z.array(Reading()), next: z.string().nullable(), now: z.string() }),
});
export const askExport = operation({
  method: 'POST',
  path: '/api/citizen/privacy/export',
  roles,
  summary:
    'Ask for everything in one archive; a mail says when it is there. Asks for a sign-in of the last half hour',
  status: 202,
  response: ExportView,
});
export const readExport = operation({
  method: 'GET',
  path: '/api/citizen/privacy/export',
  roles,
  summary: 'Where the archive stands',
  response: ExportView,
});
export const setConsent = operation({
  method: 'PUT',
  path: '/api/citizen/privacy/consents/{code}',
  roles,
  summary: 'Consent to something, or take it back',
  params: () => z.object({ code: z.enum(consentCodes) }),
  body: () => z.strictObject({ granted: z.boolean() }),
  status: 204,
});
export const eraseMe = operation({
  method: 'POST',
  path: '/api/citizen/privacy/erase',
  roles,
  summary:
    'Erase the account and everything personal (RGPD 17). Requests that wait are withdrawn when they are named, else they stay until their end',
  body: () => z.strictObject({ confirmed: z.literal(true), withdraw: z.array(z.string().max(40)).max(200) }),
  status: 202,
  response: () => z.object({ now: z.string() }),
});
