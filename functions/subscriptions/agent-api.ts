import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const roles = ['head', 'quality', 'administrator'] as const;
const id = late(() => z.object({ id: z.string().max(60) }));
const AlertView = late(() =>
  z.object({
    ...{ id: z.string(), theme: z.string(), communes: z.array(z.string()) },
    ...{ title: z.string(), text: z.string(), sms: z.string(), isUrgent: z.boolean() },
    state: z.enum(['draft', 'scheduled', 'sending', 'sent']),
    sendAt: z.string().nullable(),
    sentAt: z.string().nullable(),
    by: z.string(),
    createdAt: z.string(),
    counts: z.object({
      sent: z.number().int(),
      kept: z.number().int().describe('over the cap: in the summary of Monday'),
      spared: z.number().int().describe('the address takes no mail any more, or was given up meanwhile'),
      failed: z.number().int(),
    }),
    revision: z.number().int(),
  }),
);
export type AlertView = z.infer<ReturnType<typeof AlertView>>;
const draft = () => ({
  theme: z.string().max(40),
  communes: z.array(z.string().max(5)).max(200),
  title: z.string().trim().min(3).max(120),
  text: z.string().trim().min(3).max(4_000),
  sms: z.string().trim().max(300),
  isUrgent: z.boolean(),
});
const one = late(() => z.object({ alert: AlertView(), now: z.string() }));

export const listAlerts = operation({
  method: 'GET',
  path: '/api/agent/alerts',
  roles,
  summary: 'Alerts to subscribers, the newest first, and what one may be about',
  query: () => z.object({ after: z.string().max(120).optional() }),
  response: () =>
    z.object({
      alerts: z.array(AlertView()),
      next: z.string().nullable(),
      themes: z.array(z.object({ code: z.string(), name: z.string() })),
      communes: z.array(z.object({ code: z.string(), name: z.string() })),
      mostAWeek: z.number().int(),
      mayBeUrgent: z.boolean(),
      now: z.string(),
    }),
});
export const readAlert = operation({
  method: 'GET',
  path: '/api/agent/alerts/{id}',
  roles,
  summary: 'One alert, and how many people it would reach now',
  params: id,
  response: () =>
    z.object({
      alert: AlertView(),
      audience: z.object({ mail: z.number().int(), sms: z.number().int() }),
      now: z.string(),
    }),
});
export const writeAlert = operation({
  method: 'POST',
  path: '/api/agent/alerts',
  roles,
  summary: 'A draft; the same Idempotency-Key is the same alert',
  headers: () => z.object({ 'idempotency-key': z.string().min(16).max(64) }),
  body: () => z.strictObject(draft()),
  status: 201,
  response: one,
});
export const rewriteAlert = operation({
  method: 'PUT',
  path: '/api/agent/alerts/{id}',
  roles,
  summary: 'Other words for a draft',
  params: id,
  body: () => z.strictObject({ ...draft(), revision: z.number().int() }),
  response: one,
});
export const tryAlert = operation({
  method: 'POST',
  path: '/api/agent/alerts/{id}/trial',
  roles,
  summary: 'Sends it to whoever asks, and to nobody else',
  params: id,
  response: () => z.object({ to: z.string(), now: z.string() }),
});
export const sendAlert = operation({
  method: 'POST',
  path: '/api/agent/alerts/{id}/send',
  roles,
  summary: 'Sends it now, or at an instant; an urgent one only by those the authority named',
  params: id,
  body: () => z.strictObject({ sendAt: z.iso.datetime().nullable(), revision: z.number().int() }),
  response: one,
});
export const takeBackAlert = operation({
  method: 'POST',
  path: '/api/agent/alerts/{id}/take-back',
  roles,
  summary: 'Back to a draft, as long as nobody was told',
  params: id,
  response: one,
});
