import { useState } from 'preact/hooks';
import type { PaymentView } from '../../../functions/payments/public-api.ts';
import { Button } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { calendarDay, day } from '../../ui/messages/dates.ts';
import { pay as t } from '../../ui/messages/payments-fr.ts';
import { Status } from '../../ui/status.tsx';
import type { PayAccess } from './access.ts';
import { PaymentFacts } from './payment-facts.tsx';
import { ReceiptButton } from './receipt-button.tsx';

const RefundForm = lazily(() => import('./refund-form.tsx').then(({ RefundForm }) => RefundForm));
type Props = { payment: PaymentView; access: PayAccess; onPayment: (payment: PaymentView) => void };

/** Something paid or given up: its receipt, and what became of a refund. */
export function PaidCard({ payment, access, onPayment }: Props) {
  const [asking, setAsking] = useState(false);
  const [said, say] = useState('');
  const { id, label, paid, refund, twice, mayAskRefund } = payment;
  return (
    <li class="pay-card" aria-labelledby={`pay-${id}`}>
      <PaymentFacts payment={payment} />
      {paid && <p class="soft">{t.paidOn(day(calendarDay(paid.at)))}</p>}
      {twice && <p>{t.twice(twice.cents)}</p>}
      {refund && (
        <p>
          {refund.doneOn ? t.refund.doneOn(day(refund.doneOn)) : t.refund.states[refund.state]}
          {refund.why && ` ${t.refund.why2(refund.why)}`}
        </p>
      )}
      <div class="buttons">
        {paid && <ReceiptButton payment={payment} access={access} />}
        {mayAskRefund && !asking && (
          <Button look="quiet" about={label} onClick={() => setAsking(true)}>
            {t.refund.open}
          </Button>
        )}
      </div>
      {asking && (
        <RefundForm
          payment={payment}
          access={access}
          onClose={() => setAsking(false)}
          onAsked={(after) => {
            setAsking(false);
            say(t.refund.sent);
            onPayment(after);
          }}
        />
      )}
      <Status>{said}</Status>
    </li>
  );
}
