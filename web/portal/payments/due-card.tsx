import { useState } from 'preact/hooks';
import type { PaymentView } from '../../../functions/payments/public-api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { pay as t } from '../../ui/messages/payments-fr.ts';
import { addresses } from '../frame.tsx';
import { type PayAccess, rememberPay } from './access.ts';
import { PayForm } from './pay-form.tsx';
import { PaymentFacts } from './payment-facts.tsx';

type Props = {
  payment: PaymentView;
  access: PayAccess;
  /** The only one: its form is there at once. */
  isOpen: boolean;
  onPayment: (payment: PaymentView) => void;
};
/** Something to pay, and the way to pay it; while a payment is under way, the way back to it. */
export function DueCard({ payment, access, isOpen, onPayment }: Props) {
  const [open, setOpen] = useState(isOpen || payment.state === 'paying');
  const { id, label, cents, mayPay, whyNot, state, openUntil, freeAt } = payment;
  const isUnderWay = state === 'paying';
  const follow = () => rememberPay({ ...access, payment: id });
  return (
    <li class="pay-card" aria-labelledby={`pay-${id}`}>
      <PaymentFacts payment={payment} />
      {whyNot && <p class="pay-why">{t.whyNot[whyNot]}</p>}
      {isUnderWay && !whyNot && (
        <>
          <p>{openUntil || !freeAt ? t.underWay : t.underWayUntil(freeAt)}</p>
          <p>
            <LinkButton look="secondary" href={`${addresses.pay}/retour`} about={label} onClick={follow}>
              {t.look}
            </LinkButton>
          </p>
        </>
      )}
      {mayPay && open && (
        <PayForm
          payment={payment}
          access={access}
          onCancel={isOpen || isUnderWay ? undefined : () => setOpen(false)}
          onPayment={onPayment}
        />
      )}
      {mayPay && !open && (
        <Button about={label} onClick={() => setOpen(true)}>
          {t.payIt(cents)}
        </Button>
      )}
    </li>
  );
}
