import { useEffect, useState } from 'preact/hooks';
import type { askRefund, PaymentView } from '../../../functions/payments/public-api.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { pay } from '../../ui/messages/payments-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { headersOf, type PayAccess } from './access.ts';
import { codeOf } from './ask.ts';

const t = pay.refund;
type Props = {
  payment: PaymentView;
  access: PayAccess;
  onClose: () => void;
  onAsked: (payment: PaymentView) => void;
};
/** Asks for one's money back, in a few words. */
export function RefundForm({ payment, access, onClose, onAsked }: Props) {
  const box = `remboursement-${payment.id}`;
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => document.getElementById(box)?.focus(), []);
  const send = async () => {
    setBusy(true);
    try {
      const { payment: after } = await call<typeof askRefund>('POST /api/public/payments/{id}/refund', {
        params: { id: payment.id },
        headers: headersOf(access),
        body: { text },
      });
      onAsked(after);
    } catch (caught) {
      setProblem(kit.problem(codeOf(caught)));
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setError(text.trim() ? undefined : t.missing);
    if (!text.trim()) document.getElementById(box)?.focus();
    else if (!busy) void send();
  };
  return (
    <form noValidate onSubmit={submit} class="pay-form">
      <TextArea
        id={box}
        label={t.why}
        hint={t.hint}
        rows={3}
        maxLength={1000}
        value={text}
        error={error}
        onChange={setText}
      />
      {problem && (
        <Alert>
          <p class="field-error">{problem}</p>
        </Alert>
      )}
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {t.send}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {pay.cancel}
        </Button>
      </div>
    </form>
  );
}
