import { useState } from 'preact/hooks';
import type { PaymentView, paymentReceipt } from '../../../functions/payments/public-api.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { pay as t } from '../../ui/messages/payments-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { saveBlob } from '../save-blob.ts';
import { headersOf, type PayAccess } from './access.ts';
import { codeOf } from './ask.ts';

/** The receipt as a file, asked for when it is wanted. */
export function ReceiptButton({ payment, access }: { payment: PaymentView; access: PayAccess }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const fetchIt = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const blob = await call<typeof paymentReceipt>('GET /api/public/payments/{id}/receipt', {
        params: { id: payment.id },
        headers: headersOf(access),
      });
      saveBlob(blob, t.receiptName(payment.payRef));
    } catch (error) {
      setProblem(kit.problem(codeOf(error)));
    }
    setBusy(false);
  };
  return (
    <>
      <Button look="secondary" busy={busy} about={payment.label} onClick={() => void fetchIt()}>
        <DownloadIcon />
        {t.receipt}
      </Button>
      {problem && (
        <Alert>
          <p class="field-error">{problem}</p>
        </Alert>
      )}
    </>
  );
}
