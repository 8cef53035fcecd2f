import type {
  askPrintBatch,
  confirmPosted,
  listPrintBatches,
  noteReturned,
  readPrintBatch,
} from '../../../functions/delivery/agent-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';
import { newKey } from '../data/queries.ts';

export type PrintBatches = AnswerOf<typeof listPrintBatches>;
export type PrintBatch = AnswerOf<typeof readPrintBatch>;
export type Part = PrintBatch['batch']['parts'][number];
type ReturnReason = InputOf<typeof noteReturned>['body']['reason'];

/** What the pages of the print room ask of the service. */
export const printApi = {
  batches: (before?: string) =>
    call<typeof listPrintBatches>('GET /api/agent/print-batches', { query: { before } }),
  batch: (batchId: string) =>
    call<typeof readPrintBatch>('GET /api/agent/print-batches/{batchId}', { params: { batchId } }),
  make: () =>
    call<typeof askPrintBatch>('POST /api/agent/print-batches', {
      body: {},
      headers: { 'idempotency-key': newKey() },
    }),
  confirm: (batchId: string, part: number, failed: number[]) =>
    call<typeof confirmPosted>('POST /api/agent/print-batches/{batchId}/parts/{part}/posted', {
      params: { batchId, part },
      body: { failed },
    }),
  returned: (code: string, reason: string) =>
    call<typeof noteReturned>('POST /api/agent/returned-letters', {
      body: { code, reason: reason as ReturnReason },
    }),
};
