import type { readAckDebt } from '../../../functions/requests/ack-debt-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type AckDebt = AnswerOf<typeof readAckDebt>;

export const ackDebtApi = (query: InputOf<typeof readAckDebt>['query']) =>
  call<typeof readAckDebt>('GET /api/agent/ack-debt', { query });
export const address = (base: string, department: string | null, after?: string | null): string => {
  const params = new URLSearchParams();
  if (department) params.set('direction', department);
  if (after) params.set('apres', after);
  const search = params.toString();
  return `${base}/accuses${search ? `?${search}` : ''}`;
};
