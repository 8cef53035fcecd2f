import { useEffect, useState } from 'preact/hooks';
import type { PaymentList, PaymentView } from '../../../functions/payments/public-api.ts';
import type { Site } from '../../site.ts';
import { pay as t } from '../../ui/messages/payments-fr.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { rememberSignedIn, seemsSignedIn } from '../account/signed-in.ts';
import { type PayAccess, rememberedPay, rememberPay } from './access.ts';
import { AccessChoice } from './access-choice.tsx';
import { codeOf, fetchList, fetchPayment } from './ask.ts';
import { BackView } from './back-view.tsx';
import { PaymentsView } from './payments-view.tsx';

export type Held = { access: PayAccess; list: PaymentList; isAccount: boolean };
type Props = { site: Site /** The browser comes back from PayFiP. */; isBack: boolean };
type State = { held?: Held; loading?: boolean; problem?: string };

/** One payment opened by its pass, as a list of one. */
const alone = async (access: PayAccess): Promise<PaymentList> => {
  const { payment, test } = await fetchPayment(access.payment ?? '', access);
  return { payments: [payment], next: null, test, now: payment.createdAt };
};

/** What there is to pay, whichever way it was opened; and the page to which PayFiP brings back. */
export function PayApp({ site, isBack }: Props) {
  const [state, setState] = useState<State>({ loading: true });
  const [back, setBack] = useState<PayAccess | null>();

  const open = async (access: PayAccess) => {
    setState({ loading: true });
    try {
      const isAccount = !access.reference && !access.pass;
      const list = access.pass ? await alone(access) : await fetchList(access);
      rememberPay(access);
      setState({ held: { access, list, isAccount } });
    } catch (error) {
      const problem = codeOf(error);
      rememberPay(undefined);
      // Signed in no longer: the page asks for a number instead.
      if (problem === 'invalid-input' && !access.reference && !access.pass) rememberSignedIn(null);
      setState(problem === 'invalid-input' ? {} : { problem });
    }
  };
  const arrive = () => {
    const access = rememberedPay();
    if (isBack) return setBack(access?.payment ? access : null);
    if (access?.reference || access?.pass) return void open(access);
    if (seemsSignedIn()) return void open({});
    setState({});
  };
  useEffect(() => {
    arrive();
    // Kept in memory by the browser while it was at PayFiP: what it shows may be over.
    const shown = (event: PageTransitionEvent) => event.persisted && arrive();
    addEventListener('pageshow', shown);
    return () => removeEventListener('pageshow', shown);
  }, []);

  if (isBack) return <BackView site={site} access={back} />;
  const { held, loading, problem } = state;
  const leave = () => {
    rememberPay(undefined);
    setState({});
  };
  const update = (payment: PaymentView) =>
    held &&
    setState({
      held: {
        ...held,
        list: {
          ...held.list,
          payments: held.list.payments.some(({ id }) => id === payment.id)
            ? held.list.payments.map((one) => (one.id === payment.id ? payment : one))
            : [payment, ...held.list.payments],
        },
      },
    });
  if (held)
    return (
      <PaymentsView
        site={site}
        held={held}
        onList={(list) => setState({ held: { ...held, list } })}
        onPayment={update}
        onLeave={leave}
        onReload={() => void open(held.access)}
      />
    );
  if (loading)
    return (
      <Page title={t.title} site={site.name} intro={<p>{t.intro}</p>}>
        <p role="status" class="visually-hidden">
          {t.loading}
        </p>
        <Skeleton lines={6} />
      </Page>
    );
  return <AccessChoice site={site} problem={problem} onOpen={(access) => void open(access)} />;
}
