import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { callBack as t } from '../../ui/messages/backoffice-calls-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import type { Outcome } from './calls-api.ts';

type Reason = keyof typeof t.reasons;
const reasons = Object.keys(t.reasons) as Reason[];

/** What came of the call: two buttons for the two usual ends, and giving up once it was tried enough. */
export function OutcomeForm({
  mayDrop,
  onSave,
}: {
  mayDrop: boolean;
  onSave(outcome: Outcome): Promise<void>;
}) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [reason, setReason] = useState<Reason>('no-answer');
  const save = async (outcome: Outcome) => {
    setBusy(true);
    setFailure(undefined);
    await onSave(outcome)
      .catch(setFailure)
      .finally(() => setBusy(false));
  };
  return (
    <section aria-labelledby="outcome-title" class="panel">
      <h2 id="outcome-title">{t.outcomeTitle}</h2>
      {failure !== undefined && (
        <div role="alert">
          <Notice kind="danger">
            <p>{sentenceOf(failure)}</p>
          </Notice>
        </div>
      )}
      <div class="buttons">
        <Button busy={busy} onClick={() => void save({ outcome: 'reached' })}>
          {t.reached}
        </Button>
        <Button look="secondary" busy={busy} onClick={() => void save({ outcome: 'no-answer' })}>
          {t.noAnswer}
        </Button>
      </div>
      <p class="hint">{t.noAnswerHint}</p>
      <details>
        <summary>{t.drop}</summary>
        {!mayDrop && <p>{t.dropHint}</p>}
        {mayDrop && (
          <>
            <RadioGroup
              id="drop-reason"
              label={t.dropTitle}
              value={reason}
              options={reasons.map((value) => ({ value, label: t.reasons[value] }))}
              onChange={(value) => setReason(value as Reason)}
            />
            <Button look="danger" busy={busy} onClick={() => void save({ outcome: 'dropped', reason })}>
              {t.confirm}
            </Button>
          </>
        )}
      </details>
    </section>
  );
}
