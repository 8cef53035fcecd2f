import type {
  listAlerts,
  readAlert,
  rewriteAlert,
  sendAlert,
  takeBackAlert,
  tryAlert,
  writeAlert,
} from '../../../functions/subscriptions/agent-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type Listed = AnswerOf<typeof listAlerts>;
export type Alert = Listed['alerts'][number];
export type Draft = InputOf<typeof writeAlert>['body'];
const one = (id: string) => ({ params: { id } });

/** What the pages of alerts ask for. */
export const alertsApi = {
  list: (after?: string) => call<typeof listAlerts>('GET /api/agent/alerts', { query: { after } }),
  read: (id: string) => call<typeof readAlert>('GET /api/agent/alerts/{id}', one(id)),
  write: (body: Draft, key: string) =>
    call<typeof writeAlert>('POST /api/agent/alerts', { body, headers: { 'idempotency-key': key } }),
  rewrite: (id: string, body: Draft, revision: number) =>
    call<typeof rewriteAlert>('PUT /api/agent/alerts/{id}', { ...one(id), body: { ...body, revision } }),
  trial: (id: string) => call<typeof tryAlert>('POST /api/agent/alerts/{id}/trial', one(id)),
  send: (id: string, sendAt: string | null, revision: number) =>
    call<typeof sendAlert>('POST /api/agent/alerts/{id}/send', { ...one(id), body: { sendAt, revision } }),
  takeBack: (id: string) => call<typeof takeBackAlert>('POST /api/agent/alerts/{id}/take-back', one(id)),
};
