import { Refusal } from '../shared/refusal.ts';
import type { Citizen, Scope } from './caller.ts';

/**
 * What may be done for somebody else, and under which part of a mandate. Whatever is not named here is refused to whoever
 * acts for somebody, whatever its roles say: their identity, their passkeys, where they are written to, other mandates,
 * what is given away, deleted or signed stay the person's own (Code civil 1988: a mandate in general terms only administers).
 */
const opened: Readonly<Record<string, Scope>> = {
  'GET /api/citizen/requests': 'requests',
  'POST /api/citizen/requests': 'requests',
  'GET /api/citizen/drafts': 'requests',
  'GET /api/citizen/drafts/{procedure}': 'requests',
  'PUT /api/citizen/drafts/{procedure}': 'requests',
  'DELETE /api/citizen/drafts/{procedure}': 'requests',
  'GET /api/citizen/prefill/{procedure}': 'requests',
  'POST /api/public/forms': 'requests',
  'GET /api/public/requests/{reference}': 'requests',
  'GET /api/public/requests/{reference}/documents/{documentId}': 'requests',
  'GET /api/public/requests/{reference}/receipt': 'requests',
  'GET /api/public/requests/{reference}/delivery': 'requests',
  'POST /api/public/requests/{reference}/messages': 'requests',
  'POST /api/public/requests/{reference}/documents': 'requests',
  'POST /api/public/requests/{reference}/withdraw': 'requests',
  'POST /api/public/requests/{reference}/contest': 'requests',
  'POST /api/public/requests/{reference}/rating': 'requests',
  'POST /api/public/requests/{reference}/reopen': 'requests',
  'POST /api/public/requests/{reference}/file': 'requests',
  'POST /api/public/reports': 'requests',
  'POST /api/public/reports/{id}/followers': 'requests',
  'GET /api/citizen/household': 'documents',
  'GET /api/citizen/safe': 'documents',
  'POST /api/citizen/safe': 'documents',
  'POST /api/citizen/safe/uploads': 'documents',
  'GET /api/citizen/safe/{id}': 'documents',
  'GET /api/citizen/safe/{id}/content': 'documents',
  'POST /api/citizen/safe/{id}/use': 'documents',
  'GET /api/citizen/safe/for/{procedure}': 'documents',
  'GET /api/citizen/safe/warnings': 'documents',
  'GET /api/citizen/appointments': 'appointments',
  'POST /api/public/appointments': 'appointments',
  'POST /api/public/appointments/waiting': 'appointments',
  'GET /api/public/appointments/mine': 'appointments',
  'GET /api/public/appointments/mine/calendar': 'appointments',
  'POST /api/public/appointments/mine/move': 'appointments',
  'POST /api/public/appointments/mine/cancel': 'appointments',
  'GET /api/public/payments': 'payments',
  'POST /api/public/payments/find': 'payments',
  'GET /api/public/payments/{id}': 'payments',
  'POST /api/public/payments/{id}/start': 'payments',
  'GET /api/public/payments/{id}/receipt': 'payments',
  'POST /api/public/payments/{id}/refund': 'payments',
  'GET /api/citizen/families': 'payments',
  'GET /api/citizen/families/{number}/lines': 'payments',
  'POST /api/citizen/families/{number}/deposits': 'payments',
};
/** About whoever acts, whatever they act for: who is signed in, and going back to oneself. */
const always: readonly string[] = ['GET /api/citizen/me', 'POST /api/citizen/acting'];

export type Asked = { readonly method: string; readonly path: string };

/** Under which part of a mandate an operation is opened; null: only by the person. */
export const scopeOf = ({ method, path }: Asked): Scope | null => opened[`${method} ${path}`] ?? null;

/** Whether somebody may do something of this kind: for themselves always, for another within the mandate while it lasts. */
export const mayActIn = ({ actingFor }: Citizen, scope: Scope): boolean =>
  !actingFor || (!actingFor.isOver && actingFor.scope.includes(scope));

/**
 * Who calls, if they may: asked at the door, before anything is read. Whoever acts for somebody is refused `mandate-over` once
 * it was revoked or has ended, so that nothing meant for another is done in one's own name; `not-in-mandate` for what it
 * does not name; `other-person-now` when the page was opened for somebody else.
 * @param meant the mandate under which the page was opened, `self`, or nothing when it does not say
 */
export const within = (citizen: Citizen, asked: Asked, meant?: string): Citizen => {
  const isAboutSelf = always.includes(`${asked.method} ${asked.path}`);
  // Another tab has changed whose affairs these are: what was typed for one is not done for another.
  if (!isAboutSelf && meant !== undefined && meant !== (citizen.actingFor?.mandate ?? 'self'))
    throw new Refusal('other-person-now');
  if (!citizen.actingFor || isAboutSelf) return citizen;
  if (citizen.actingFor.isOver) throw new Refusal('mandate-over');
  const scope = scopeOf(asked);
  if (!scope || !mayActIn(citizen, scope)) throw new Refusal('not-in-mandate');
  return citizen;
};

/**
 * What was lodged for somebody, without the code that would open it for good: whoever acts sees it while their mandate lasts,
 * and no longer. An agent at the desk hands the code to the person, who stands there.
 */
export const withoutCode = <R extends { trackingCode: string }>(citizen: Citizen | undefined, reply: R): R =>
  citizen?.actingFor && citizen.by !== 'desk' ? { ...reply, trackingCode: '' } : reply;

/** Who acts, as journals and records say it. */
export const actorOf = ({ actingFor }: Citizen): string =>
  actingFor ? `mandate:${actingFor.mandate}` : 'citizen';
