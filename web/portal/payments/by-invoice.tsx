import { useState } from 'preact/hooks';
import type { findInvoice } from '../../../functions/payments/public-api.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { pay } from '../../ui/messages/payments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import type { PayAccess } from './access.ts';
import { codeOf } from './ask.ts';
import { useInvoice } from './invoice-fields.tsx';

const t = pay.invoice;
type Props = { onOpen: (access: PayAccess) => void; onErrors: (inError: boolean) => void };

/** For who holds an invoice on paper. */
export function ByInvoice({ onOpen, onErrors }: Props) {
  const { fields, read } = useInvoice('payer');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const body = read();
    onErrors(!body);
    setProblem(undefined);
    if (!body) return;
    setBusy(true);
    try {
      const { payment, pass } = await call<typeof findInvoice>('POST /api/public/payments/find', { body });
      onOpen({ payment: payment.id, pass });
    } catch (error) {
      const code = codeOf(error);
      setProblem(code === 'not-found' ? t.wrong : kit.problem(code));
      setBusy(false);
    }
  };
  return (
    <section class="pay-way" aria-labelledby="pay-invoice">
      <h2 id="pay-invoice">{t.title}</h2>
      <p>{t.text}</p>
      {problem && (
        <Alert>
          <Notice kind="danger" title={problem} />
        </Alert>
      )}
      <form noValidate onSubmit={(event) => void submit(event)}>
        {fields}
        <Button type="submit" busy={busy}>
          {t.submit}
        </Button>
      </form>
    </section>
  );
}
