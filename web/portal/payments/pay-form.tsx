import { useState } from 'preact/hooks';
import type { PaymentView, startPayment } from '../../../functions/payments/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { pay as t } from '../../ui/messages/payments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { headersOf, type PayAccess, rememberPay } from './access.ts';
import { codeOf, fetchPayment } from './ask.ts';

type Props = {
  payment: PaymentView;
  access: PayAccess;
  onCancel?: (() => void) | undefined;
  onPayment: (payment: PaymentView) => void;
};
const isEmail = (text: string): boolean =>
  /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim()) && text.trim().length <= 80;

/** Where the receipt goes, then PayFiP. Sent twice it leads to the same page: nothing is paid twice. */
export function PayForm({ payment, access, onCancel, onPayment }: Props) {
  const { id, cents, email: known, state } = payment;
  // The operation is there already, with its address.
  const resumes = state === 'paying';
  const [typing, setTyping] = useState(!known);
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const box = `courriel-${id}`;
  const refuse = (message: string) => {
    setError(message);
    setTyping(true);
    requestAnimationFrame(() => document.getElementById(box)?.focus());
  };
  const go = async () => {
    setBusy(true);
    setError(undefined);
    setProblem(undefined);
    try {
      rememberPay({ ...access, payment: id });
      const { url } = await call<typeof startPayment>('POST /api/public/payments/{id}/start', {
        params: { id },
        headers: headersOf(access),
        body: typing && !resumes ? { email: email.trim() } : {},
      });
      location.assign(url);
      // Whoever comes back with the browser's button finds a form that works.
      setTimeout(() => setBusy(false), 6_000);
    } catch (caught) {
      setBusy(false);
      if (caught instanceof ApiProblem && caught.fields.some(({ field }) => field === 'email'))
        return refuse(t.emailWrong);
      setProblem(kit.problem(codeOf(caught)));
      await fetchPayment(id, access).then(
        ({ payment: now }) => onPayment(now),
        () => undefined,
      );
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (typing && !resumes && !isEmail(email)) return refuse(t.emailWrong);
    void go();
  };
  return (
    <form noValidate onSubmit={submit} class="pay-form">
      {resumes ? null : typing ? (
        <TextField
          id={box}
          label={t.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          width="medium"
          value={email}
          error={error}
          onChange={setEmail}
        />
      ) : (
        <p>
          {t.emailKnown(known ?? '')}{' '}
          <button type="button" class="link" onClick={() => setTyping(true)}>
            {t.emailOther}
          </button>
        </p>
      )}
      {problem && (
        <Alert>
          <Notice kind="danger" title={problem} />
        </Alert>
      )}
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {resumes ? t.resume : t.goPay(cents)}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t.cancel}
          </Button>
        )}
      </div>
      <Status hidden>{busy ? t.going : ''}</Status>
    </form>
  );
}
