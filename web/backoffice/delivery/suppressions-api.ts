import type { liftSuppression, listSuppressions } from '../../../functions/delivery/suppression-api.ts';
import type { liftOptOut, listOptOuts } from '../../../functions/sms/agent-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';

export type Suppressions = AnswerOf<typeof listSuppressions>;
export type OptOuts = AnswerOf<typeof listOptOuts>;

/** What agents ask about addresses that are written to no more. */
export const suppressionsApi = {
  list: (after?: string) =>
    call<typeof listSuppressions>('GET /api/agent/suppressions', { query: { after } }),
  lift: (address: string, reason: string, idempotency: string) =>
    call<typeof liftSuppression>('POST /api/agent/suppressions/lift', {
      body: { address, reason },
      headers: { 'idempotency-key': idempotency },
    }),
  optOuts: (after?: string) => call<typeof listOptOuts>('GET /api/agent/sms/opt-outs', { query: { after } }),
  liftOptOut: (number: string, reason: string, idempotency: string) =>
    call<typeof liftOptOut>('POST /api/agent/sms/opt-outs/lift', {
      body: { number, reason },
      headers: { 'idempotency-key': idempotency },
    }),
};
