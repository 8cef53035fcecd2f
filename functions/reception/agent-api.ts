import * as z from 'zod';
import { TraitsBody } from '../citizens/agent-api.ts';
import { uploadId } from '../intake/public-api.ts';
import { late, operation } from '../shared/api.ts';

/** Those who meet the public. */
export const desk = ['reception', 'qualification', 'instructor', 'head', 'administrator'] as const;
export const key = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));
const code = () => z.string().max(100);
export const longestNote = 5_000;

/** In the person's own words, for a department; without one, those who qualify choose it. */
const free = late(() =>
  z.strictObject({
    kind: z.literal('free'),
    subject: z.string().trim().min(3).max(150),
    text: z.string().trim().min(1).max(20_000),
    department: code().nullable(),
    urgency: z.enum(['normal', 'high']).default('normal'),
  }),
);
/** The form of a procedure, answered by the agent as the person tells it. */
const form = late(() =>
  z.strictObject({
    kind: z.literal('form'),
    procedure: code(),
    revision: z.number().int(),
    answers: z.record(z.string(), z.unknown()),
    uploads: z
      .array(z.strictObject({ field: code(), uploadId: uploadId(), name: z.string().max(255) }))
      .max(20)
      .default([]),
  }),
);

const RecordBody = late(() =>
  z.strictObject({
    channel: z.enum(['phone', 'counter']),
    direction: z.enum(['inbound', 'outbound']).default('inbound'),
    number: z.string().max(50).nullable().default(null).describe('telephone number of a call, as typed'),
    seconds: z.number().int().min(0).max(86_400).nullable().default(null).describe('how long it took'),
    personId: z.string().max(64).nullable().default(null),
    traits: TraitsBody().nullable().default(null).describe('of somebody new, when there is no personId'),
    topic: code().nullable().default(null).describe('code of a department or of a procedure'),
    outcome: z.enum(['informed', 'request', 'call-back', 'redirected']),
    note: z.string().trim().max(longestNote).default('').describe('for agents only'),
    articles: z.array(code()).max(20).default([]),
    ticket: z.string().max(10).nullable().default(null),
    callId: z.string().max(200).nullable().default(null).describe('call of the phone system it completes'),
    about: z.string().max(40).nullable().default(null).describe('reference of a request it is about'),
    request: z.discriminatedUnion('kind', [free(), form()]).nullable().default(null),
  }),
);

export const recordContact = operation({
  method: 'POST',
  path: '/api/agent/contacts',
  roles: desk,
  summary:
    'Records a visit or a call, and opens a request on the person’s behalf; the same Idempotency-Key gives the same answer',
  headers: key,
  body: RecordBody,
  status: 201,
  response: () =>
    z.object({
      contactId: z.string(),
      personId: z.string().nullable(),
      receivedAt: z.string(),
      request: z
        .object({ reference: z.string(), trackingCode: z.string(), promisedOn: z.iso.date() })
        .nullable(),
    }),
});

const byContact = late(() => z.object({ contactId: z.string().max(200) }));
/** The code is kept nowhere: the screen that was told it gives it back. */
const held = late(() => z.strictObject({ trackingCode: z.string().max(20).nullable().default(null) }));

export const printContactReceipt = operation({
  method: 'POST',
  path: '/api/agent/contacts/{contactId}/receipt',
  roles: desk,
  summary:
    'Receipt (PDF) of a request opened at the desk: reference, signed code, tracking code, what happens by when',
  params: byContact,
  body: held,
  download: 'application/pdf',
});

export const mailContactReceipt = operation({
  method: 'POST',
  path: '/api/agent/contacts/{contactId}/receipt/mail',
  roles: desk,
  summary: 'Sends that receipt to the address of the person, once for each Idempotency-Key',
  params: byContact,
  headers: key,
  body: held,
  status: 202,
  response: () => z.object({ reference: z.string(), to: z.string() }),
});
