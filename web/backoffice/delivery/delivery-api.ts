import type { readDeliveries, sendAgain } from '../../../functions/delivery/agent-api.ts';
import type { liftSuppression, listSuppressions } from '../../../functions/delivery/suppression-api.ts';
import type { sendAcknowledgement } from '../../../functions/instruction/acknowledge-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type Deliveries = AnswerOf<typeof readDeliveries>;
export type Suppressions = AnswerOf<typeof listSuppressions>;
export type Mended = InputOf<typeof sendAgain>['body'];

/** What agents ask about messages on their way. */
export const deliveryApi = {
  read: (reference: string) =>
    call<typeof readDeliveries>('GET /api/agent/requests/{reference}/deliveries', { params: { reference } }),
  acknowledge: (reference: string, idempotency: string) =>
    call<typeof sendAcknowledgement>('POST /api/agent/requests/{reference}/acknowledgement', {
      params: { reference },
      body: {},
      headers: { 'idempotency-key': idempotency },
    }),
  suppressions: (after?: string) =>
    call<typeof listSuppressions>('GET /api/agent/suppressions', { query: { after } }),
  lift: (address: string, reason: string, idempotency: string) =>
    call<typeof liftSuppression>('POST /api/agent/suppressions/lift', {
      body: { address, reason },
      headers: { 'idempotency-key': idempotency },
    }),
  sendAgain: (reference: string, messageId: string, body: Mended, idempotency: string) =>
    call<typeof sendAgain>('POST /api/agent/requests/{reference}/messages/{messageId}/send-again', {
      params: { reference, messageId },
      body,
      headers: { 'idempotency-key': idempotency },
    }),
};
