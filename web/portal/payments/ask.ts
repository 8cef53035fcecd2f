import type {
  listPayments,
  PaymentList,
  PaymentView,
  readPayment,
} from '../../../functions/payments/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { wasJustSent } from '../form/sent.ts';
import { headersOf, type PayAccess } from './access.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is owed: for a request just sent, asked until it has opened. */
export async function fetchList(access: PayAccess, after?: string): Promise<PaymentList> {
  const { reference } = access;
  const left = reference && wasJustSent(reference) ? 8 : 1;
  for (let attempt = 1; ; attempt++) {
    try {
      const found = await call<typeof listPayments>('GET /api/public/payments', {
        query: { reference, after },
        headers: headersOf(access),
      });
      if (found.payments.length > 0 || attempt >= left) return found;
    } catch (error) {
      const isEarly = error instanceof ApiProblem && error.status === 404;
      if (!isEarly || attempt >= left) throw error;
    }
    await pause(1_200);
  }
}

export const fetchPayment = (
  id: string,
  access: PayAccess,
): Promise<{ payment: PaymentView; test: boolean }> =>
  call<typeof readPayment>('GET /api/public/payments/{id}', { params: { id }, headers: headersOf(access) });

export const codeOf = (error: unknown): string => (error instanceof ApiProblem ? error.code : 'unexpected');
