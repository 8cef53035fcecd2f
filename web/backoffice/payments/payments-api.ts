import type {
  decideRefund,
  importInvoices,
  importMeals,
  listAgentPayments,
  listRequestPayments,
  requestRefund,
  settleDoubt,
} from '../../../functions/payments/agent-api.ts';
import type {
  adoptPayment,
  compareReconciliation,
  reconciliationFile,
} from '../../../functions/payments/treasury-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type PaymentPage = AnswerOf<typeof listAgentPayments>;
export type Line = PaymentPage['lines'][number];
export type Report = AnswerOf<typeof importInvoices>;
export type Comparison = AnswerOf<typeof compareReconciliation>;
export type RefundDecision = InputOf<typeof decideRefund>['body'];
type File = { text: string; dry: boolean };

/** What those who keep the accounts ask of the product. */
export const paymentsApi = {
  list: (query: InputOf<typeof listAgentPayments>['query']) =>
    call<typeof listAgentPayments>('GET /api/agent/payments', { query }),
  ofRequest: (reference: string) =>
    call<typeof listRequestPayments>('GET /api/agent/requests/{reference}/payments', {
      params: { reference },
    }),
  invoices: (body: File) => call<typeof importInvoices>('POST /api/agent/payments/invoices', { body }),
  meals: (body: File) => call<typeof importMeals>('POST /api/agent/payments/meals', { body }),
  askRefund: (id: string, text: string) =>
    call<typeof requestRefund>('POST /api/agent/payments/{id}/refund', { params: { id }, body: { text } }),
  decideRefund: (id: string, refundId: string, body: RefundDecision) =>
    call<typeof decideRefund>('POST /api/agent/payments/{id}/refunds/{refundId}', {
      params: { id, refundId },
      body,
    }),
  settleDoubt: (id: string, decision: 'paid' | 'unpaid') =>
    call<typeof settleDoubt>('POST /api/agent/payments/{id}/doubt', { params: { id }, body: { decision } }),
  file: (from: string, to: string) =>
    call<typeof reconciliationFile>('GET /api/agent/payments/reconciliation', { query: { from, to } }),
  compare: (body: { from: string; to: string; text: string }) =>
    call<typeof compareReconciliation>('POST /api/agent/payments/reconciliation', { body }),
  adopt: (id: string, body: InputOf<typeof adoptPayment>['body']) =>
    call<typeof adoptPayment>('POST /api/agent/payments/{id}/adopt', { params: { id }, body }),
};
