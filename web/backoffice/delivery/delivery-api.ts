import type { readDeliveries, sendAgain } from '../../../functions/delivery/agent-api.ts';
import type { sendAcknowledgement } from '../../../functions/instruction/acknowledge-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type Deliveries = AnswerOf<typeof readDeliveries>;
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
  sendAgain: (reference: string, messageId: string, body: Mended, idempotency: string) =>
    call<typeof sendAgain>('POST /api/agent/requests/{reference}/messages/{messageId}/send-again', {
      params: { reference, messageId },
      body,
      headers: { 'idempotency-key': idempotency },
    }),
};
