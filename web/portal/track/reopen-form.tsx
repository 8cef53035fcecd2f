import { useRef, useState } from 'preact/hooks';
import type { reopenOwn } from '../../../functions/follow/public-api.ts';
import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { rating as t } from '../../ui/messages/track-rating-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { type Access, headersOf } from './reference.ts';

type Props = {
  answer: NonNullable<TrackedRequest['answer']>;
  access: Access;
  onReopened: () => void;
};
const textId = 'reprise-raison';

/** Has the request taken up again, with the reason; a refusal is contested beside it, since its delays run on. */
export function ReopenForm({ answer, access, onReopened }: Props) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const send = async () => {
    setBusy(true);
    try {
      await call<typeof reopenOwn>('POST /api/public/requests/{reference}/reopen', {
        params: { reference: access.reference },
        headers: { ...headersOf(access), 'idempotency-key': key.current },
        body: { reason: reason.trim() },
      });
      onReopened();
    } catch (problem) {
      setError(kit.problem(problem instanceof ApiProblem ? problem.code : 'unexpected'));
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const wrong = reason.trim() === '' ? t.reasonMissing : undefined;
    setError(wrong);
    if (wrong) document.getElementById(textId)?.focus();
    else if (!busy) void send();
  };
  return (
    <form noValidate onSubmit={submit} class="step-form reopen">
      <h3>{t.reopenTitle}</h3>
      <p>{t.reopenText}</p>
      {answer.outcome === 'refused' && <p>{t.reopenRefused}</p>}
      <TextArea id={textId} label={t.reason} rows={4} maxLength={5_000} value={reason} onChange={setReason} />
      {error && (
        <Alert>
          <p class="field-error">{error}</p>
        </Alert>
      )}
      <div class="buttons">
        <Button type="submit" look="secondary" busy={busy}>
          {t.reopen}
        </Button>
      </div>
    </form>
  );
}
