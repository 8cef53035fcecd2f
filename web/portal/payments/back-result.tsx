import type { PaymentView } from '../../../functions/payments/public-api.ts';
import { LinkButton } from '../../ui/button.tsx';
import { pay } from '../../ui/messages/payments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { addresses } from '../frame.tsx';
import type { PayAccess } from './access.ts';
import { ReceiptButton } from './receipt-button.tsx';

const t = pay.back;
const outcomes = {
  cancelled: { kind: 'info', title: t.cancelled, text: t.cancelledText },
  refused: { kind: 'warning', title: t.refused, text: t.refusedText },
  expired: { kind: 'warning', title: t.expired, text: t.expiredText },
  doubtful: { kind: 'warning', title: t.doubtful, text: t.doubtfulText },
} as const;

/** What the payment came to, said once it is known. */
export function BackResult({ payment, access }: { payment: PaymentView; access: PayAccess }) {
  const { paid, cents, email, last, twice, whyNot } = payment;
  if (paid)
    return (
      <Notice kind="success" title={t.paid} level={2}>
        <p>{t.paidText(cents, email)}</p>
        {twice && <p>{pay.twice(twice.cents)}</p>}
        <p class="buttons">
          <ReceiptButton payment={payment} access={access} />
        </p>
      </Notice>
    );
  const name =
    whyNot === 'doubt' ? 'doubtful' : last && last in outcomes ? (last as keyof typeof outcomes) : 'expired';
  const { kind, title, text } = outcomes[name];
  return (
    <Notice kind={kind} title={title} level={2}>
      <p>{text}</p>
      {payment.mayPay && (
        <p class="buttons">
          <LinkButton href={addresses.pay}>{t.again}</LinkButton>
        </p>
      )}
    </Notice>
  );
}
