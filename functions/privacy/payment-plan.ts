import type { Attempt } from '../payments/attempt.ts';
import { ofRequest, payKey } from '../payments/items.ts';
import type { Payment } from '../payments/payment.ts';
import type { Refund } from '../payments/refund.ts';
import type { Item, Store } from './store.ts';

/**
 * A payment as the accounts need it: what, how much, when, by what means, for which request. The address of the payer, what
 * they wrote and the account it was among go.
 */
export const anonymous = (item: Item): Item => {
  const {
    payment,
    attempt,
    refund,
    pass: _,
    ...rest
  } = item as Item & {
    payment?: Payment;
    attempt?: Attempt;
    refund?: Refund;
  };
  return {
    ...rest,
    ...(payment && typeof payment === 'object' && { payment: { ...payment, email: null, account: null } }),
    ...(typeof payment === 'string' && { payment }),
    ...(attempt && typeof attempt === 'object' && { attempt: { ...attempt, email: '' } }),
    ...(typeof attempt === 'string' && { attempt }),
    ...(refund && { refund: { ...refund, text: '', why: refund.why && '' } }),
  };
};

/** One payment with its tries and refunds, and the passes that open its page. */
export const anonymise = async (store: Store, paymentId: string): Promise<void> => {
  const items = await store.items('payments', payKey(paymentId));
  for (const item of items)
    if (['DUE', 'TRY#', 'REFUND#'].some((begin) => item.sk.startsWith(begin)))
      await store.put('payments', anonymous(item));
  const passes = items.filter(({ sk }) => sk.startsWith('PASS#'));
  await store.remove(
    'payments',
    passes.map(({ pk, sk }) => ({ pk, sk })),
  );
};

/** Money that was paid stays in the accounts ten years; whose it was does not. */
export const payments = async (store: Store, reference: string): Promise<void> => {
  const pk = ofRequest(reference);
  for (const { sk } of await store.items('payments', pk))
    if (sk.startsWith('DUE#')) await anonymise(store, sk.slice('DUE#'.length));
  await store.remove('payments', [{ pk, sk: 'ACCOUNT' }]);
};
