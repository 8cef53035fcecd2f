import * as z from 'zod';
import { late, operation } from '../../shared/api.ts';
import { WaveView } from './wave-api.ts';

const read = ['qualification', 'instructor', 'head', 'signatory', 'quality', 'administrator'] as const;
const write = ['instructor', 'head', 'administrator'] as const;
const byWave = late(() => z.object({ waveId: z.string().max(120) }));
const key = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));

const MemberView = late(() =>
  z.object({
    reference: z.string(),
    /** Empty where this agent may not read the request. */
    subject: z.string(),
    sender: z.string(),
    state: z.string(),
    receivedAt: z.string(),
    /** Request it is grouped under. */
    lead: z.string().nullable(),
    isAnswered: z.boolean(),
    /** An agent said that it is about something else. */
    isOut: z.boolean(),
    /** Reference of an earlier request of the same person in this wave. */
    again: z.string().nullable(),
    mayGroup: z.boolean(),
  }),
);

export const listWaves = operation({
  method: 'GET',
  path: '/api/agent/waves',
  roles: read,
  summary: 'What many people write about, in the departments this agent sees, the newest first',
  query: () => z.object({ department: z.string().max(100).optional() }),
  response: () => z.object({ waves: z.array(WaveView()), now: z.string() }),
});
export const readWave = operation({
  method: 'GET',
  path: '/api/agent/waves/{waveId}',
  roles: read,
  summary: 'A wave and one page of its requests, in the order they came in',
  params: byWave,
  query: () => z.object({ after: z.string().max(200).optional() }),
  response: () =>
    z.object({
      wave: WaveView(),
      members: z.array(MemberView()),
      /** The request whose answer goes to those grouped under it. */
      lead: z.string().nullable(),
      next: z.string().nullable(),
      now: z.string(),
    }),
});
export const readWaveOf = operation({
  method: 'GET',
  path: '/api/agent/requests/{reference}/wave',
  roles: read,
  summary: 'The wave a request belongs to, and the same letter of the same person before it, if any',
  params: () => z.object({ reference: z.string().max(40) }),
  response: () =>
    z.object({
      wave: WaveView().nullable(),
      isOut: z.boolean(),
      lead: z.string().nullable(),
      /** The same person sent the same before: this request says nothing new. */
      again: z.object({ reference: z.string(), receivedAt: z.string() }).nullable(),
      now: z.string(),
    }),
});
export const groupWave = operation({
  method: 'POST',
  path: '/api/agent/waves/{waveId}/group',
  roles: write,
  summary:
    'One answer for these requests of a wave: each is put under the first, or receives what was answered to it',
  params: byWave,
  headers: key,
  body: () =>
    z.strictObject({
      references: z.array(z.string().max(40)).min(1).max(25),
      lead: z.string().max(40),
    }),
  response: () =>
    z.object({
      grouped: z.array(z.string()),
      /** Those that could not be, with the code of the reason. */
      refused: z.array(z.object({ reference: z.string(), code: z.string() })),
    }),
});
export const leaveWave = operation({
  method: 'POST',
  path: '/api/agent/waves/{waveId}/leave',
  roles: write,
  summary: 'This request is about something else, or of the wave after all',
  params: byWave,
  headers: key,
  body: () => z.strictObject({ reference: z.string().max(40), isOut: z.boolean() }),
  response: () => z.object({ isOut: z.boolean() }),
});
