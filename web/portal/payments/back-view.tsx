import { useEffect, useState } from 'preact/hooks';
import type { PaymentView } from '../../../functions/payments/public-api.ts';
import type { Site } from '../../site.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { pay } from '../../ui/messages/payments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import type { PayAccess } from './access.ts';
import { codeOf, fetchPayment } from './ask.ts';
import { BackResult } from './back-result.tsx';

const t = pay.back;
const quick = 3_000;
const slow = 10_000;
const patienceMs = 60_000;
const isWaited = ({ state }: PaymentView): boolean => state === 'paying';

type Known = { payment?: PaymentView; problem?: string; isLong?: boolean };
/** Asks until it is known, ever more slowly; somebody who leaves the page loses nothing. */
function useResult(access: PayAccess | null | undefined) {
  const [known, setKnown] = useState<Known>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!access?.payment) return;
    const id = access.payment;
    const since = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const ask = async () => {
      const next = await fetchPayment(id, access).then(
        ({ payment }): Known => ({ payment, isLong: Date.now() - since > patienceMs }),
        (error): Known => ({ problem: codeOf(error) }),
      );
      if (isGone) return;
      setKnown((before) => (next.problem && before.payment ? { ...before, problem: next.problem } : next));
      const waits = next.payment ? isWaited(next.payment) : next.problem !== 'not-found';
      if (waits) timer = setTimeout(() => void ask(), Date.now() - since > patienceMs ? slow : quick);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [access, round]);
  return { ...known, again: () => setRound((count) => count + 1) };
}

/** Where PayFiP brings back: its coming back proves nothing, so the product asks, and says so while it does. */
export function BackView({ site, access }: { site: Site; access: PayAccess | null | undefined }) {
  const { payment, problem, isLong, again } = useResult(access);
  const isUnknown = access === null || problem === 'not-found';
  if (isUnknown && !payment)
    return (
      <Page title={t.title} site={site.name}>
        <Notice title={t.unknown} level={2}>
          <p>{t.unknownText}</p>
        </Notice>
        <p class="pay-other">
          <LinkButton href={addresses.pay}>{t.toList}</LinkButton>
        </p>
      </Page>
    );
  const waits = !payment || isWaited(payment);
  return (
    <Page title={t.title} site={site.name}>
      <Status>
        {access && waits && (
          <p class="pay-wait">
            <span class="pay-spinner" aria-hidden="true" />
            {isLong ? t.stillWaiting : t.waiting}
          </p>
        )}
        {payment && !waits && <BackResult payment={payment} access={access ?? {}} />}
      </Status>
      {waits && <p>{t.patient}</p>}
      {!payment && !problem && <Skeleton lines={3} />}
      {problem && (
        <Alert>
          <Notice kind="danger" title={kit.problem(problem)}>
            <Button look="secondary" onClick={again}>
              {kit.retry}
            </Button>
          </Notice>
        </Alert>
      )}
      <p class="pay-other buttons">
        {access?.reference && (
          <LinkButton
            look="secondary"
            href={access.code ? addresses.track : `${addresses.requests}/${access.reference}`}
          >
            {t.toRequest}
          </LinkButton>
        )}
        <LinkButton look="quiet" href={addresses.pay}>
          {t.toList}
        </LinkButton>
      </p>
    </Page>
  );
}
