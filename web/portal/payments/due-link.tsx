import { useEffect, useState } from 'preact/hooks';
import type { listPayments, PaymentView } from '../../../functions/payments/public-api.ts';
import { call } from '../../ui/api.ts';
import { LinkButton } from '../../ui/button.tsx';
import { CoinsIcon } from '../../ui/icons.tsx';
import { dueLink as t } from '../../ui/messages/payments-link-fr.ts';
import { Status } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { headersOf, rememberPay } from './access.ts';

type Props = {
  reference: string;
  /** Tracking code, when it is what opens the request; a signed-in owner needs none. */
  code?: string | undefined;
  /** Cents that the form just announced: shown at once, before the request has opened. */
  expected?: number | undefined;
};

/** What is to be paid for a request, and the way to pay it; nothing when nothing is owed. */
export function DueLink({ reference, code, expected = 0 }: Props) {
  const [payments, setPayments] = useState<PaymentView[]>();
  useEffect(() => {
    let isGone = false;
    const ask = async (left: number): Promise<void> => {
      const found = await call<typeof listPayments>('GET /api/public/payments', {
        query: { reference },
        headers: headersOf({ ...(code && { code }) }),
      }).catch(() => undefined);
      if (isGone) return;
      // A request opens a moment after its form was sent, and what it costs is known then.
      if (expected > 0 && !found?.payments.length && left > 0)
        return void setTimeout(() => void ask(left - 1), 1_500);
      if (found) setPayments(found.payments);
    };
    void ask(6);
    return () => {
      isGone = true;
    };
  }, [reference, code]);
  const owed = payments?.filter(({ state }) => state === 'due' || state === 'paying') ?? [];
  const paid = payments?.filter(({ state }) => state === 'paid') ?? [];
  const cents = payments ? owed.reduce((sum, one) => sum + one.cents, 0) : expected;
  return (
    <>
      {cents > 0 && (
        <section class="due-link" aria-labelledby="due-link">
          <CoinsIcon />
          <div>
            <h2 id="due-link">{t.title(cents)}</h2>
            <p>{t.text}</p>
            <LinkButton
              href={addresses.pay}
              onClick={() => rememberPay({ reference, ...(code && { code }) })}
            >
              {t.pay}
            </LinkButton>
          </div>
        </section>
      )}
      <Status>
        {paid.length > 0 && cents === 0 ? t.paid(paid.reduce((sum, one) => sum + one.cents, 0)) : ''}
      </Status>
    </>
  );
}
