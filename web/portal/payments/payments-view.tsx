import { useState } from 'preact/hooks';
import type { PaymentList, PaymentView } from '../../../functions/payments/public-api.ts';
import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { pay as t } from '../../ui/messages/payments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { codeOf, fetchList } from './ask.ts';
import { DueCard } from './due-card.tsx';
import { PaidCard } from './paid-card.tsx';
import type { Held } from './pay-app.tsx';

const Families = lazily(() => import('./families.tsx').then(({ Families }) => Families));
const isOwed = ({ state }: PaymentView): boolean => state === 'due' || state === 'paying';

type Props = {
  site: Site;
  held: Held;
  onList: (list: PaymentList) => void;
  onPayment: (payment: PaymentView) => void;
  onLeave: () => void;
  onReload: () => void;
};
/** What is to be paid first, then what was, with receipts. */
export function PaymentsView({ site, held, onList, onPayment, onLeave, onReload }: Props) {
  const { access, list, isAccount } = held;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const owed = list.payments.filter(isOwed);
  const over = list.payments.filter((one) => !isOwed(one));
  const more = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const page = await fetchList(access, list.next ?? undefined);
      onList({ ...page, payments: [...list.payments, ...page.payments] });
    } catch (error) {
      setProblem(kit.problem(codeOf(error)));
    }
    setBusy(false);
  };
  return (
    <Page
      title={t.title}
      site={site.name}
      kicker={access.reference && t.reference(access.reference)}
      intro={<p>{t.intro}</p>}
    >
      {list.test && <Notice kind="warning" title={t.test} />}
      {owed.length > 0 && (
        <section aria-labelledby="pay-dues">
          <h2 id="pay-dues">{t.dues}</h2>
          {owed.length > 1 && <p class="hint">{t.oneByOne}</p>}
          <ul class="pay-cards">
            {owed.map((payment) => (
              <DueCard
                key={payment.id}
                payment={payment}
                access={access}
                isOpen={owed.length === 1}
                onPayment={onPayment}
              />
            ))}
          </ul>
        </section>
      )}
      {owed.length === 0 && !list.next && (
        <EmptyState title={t.nothing.title}>
          <p>{t.nothing.text}</p>
        </EmptyState>
      )}
      {over.length > 0 && (
        <section aria-labelledby="pay-history">
          <h2 id="pay-history">{t.history}</h2>
          <ul class="pay-cards">
            {over.map((payment) => (
              <PaidCard key={payment.id} payment={payment} access={access} onPayment={onPayment} />
            ))}
          </ul>
        </section>
      )}
      {problem && (
        <Alert>
          <p class="field-error">{problem}</p>
        </Alert>
      )}
      {list.next && (
        <Button look="secondary" busy={busy} onClick={() => void more()}>
          {t.more}
        </Button>
      )}
      {isAccount && <Families onPayment={onPayment} onJoined={onReload} />}
      {!isAccount && (
        <p class="pay-other">
          <Button look="quiet" onClick={onLeave}>
            {t.other}
          </Button>
        </p>
      )}
    </Page>
  );
}
