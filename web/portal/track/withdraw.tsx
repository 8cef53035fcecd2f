import { useRef, useState } from 'preact/hooks';
import type { withdrawOwn } from '../../../functions/instruction/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { tracked as t } from '../../ui/messages/track-instruction-fr.ts';
import { type Access, headersOf } from './reference.ts';

/** Gives the request up, after a second thought. */
export function Withdraw({ access, onDone }: { access: Access; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const withdraw = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await call<typeof withdrawOwn>('POST /api/public/requests/{reference}/withdraw', {
        params: { reference: access.reference },
        headers: { ...headersOf(access), 'idempotency-key': key.current },
        body: { reason: reason.trim() || null },
      });
      setOpen(false);
      onDone();
    } catch (problem) {
      setError(kit.problem(problem instanceof ApiProblem ? problem.code : 'unexpected'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t.withdraw}
      </Button>
      <Dialog id="renoncer" open={open} title={t.withdraw} onClose={() => setOpen(false)}>
        <p>{t.withdrawText}</p>
        <TextArea
          id="renoncer-raison"
          label={t.withdrawReason}
          optional
          rows={3}
          maxLength={1_000}
          error={error}
          value={reason}
          onChange={setReason}
        />
        <div class="buttons">
          <Button look="danger" busy={busy} onClick={() => void withdraw()}>
            {t.withdrawGo}
          </Button>
          <Button look="secondary" onClick={() => setOpen(false)}>
            {t.keep}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
