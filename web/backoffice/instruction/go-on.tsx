import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { instructionApi } from '../data/instruction-api.ts';
import { type DeedProps, useDeed } from './use-deed.ts';

/** Leaves a step whose answer does not come, with a reason that colleagues read. */
export function GoOn({ step, ...props }: DeedProps & { step: string }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const go = useDeed(
    props,
    (why: string, key) => instructionApi.completeStep(props.request, step, why, key),
    t.gone,
    () => setOpen(false),
  );
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t.goOn}
      </Button>
      <Dialog id={`go-on-${step}`} open={open} title={t.goOnTitle} onClose={() => setOpen(false)}>
        <p>{t.goOnText}</p>
        <TextArea
          id={`go-on-reason-${step}`}
          label={t.reason}
          rows={3}
          error={error ?? go.failed}
          value={reason}
          onChange={setReason}
        />
        <div class="buttons">
          <Button
            busy={go.busy}
            onClick={() => {
              setError(reason.trim() ? undefined : t.reasonMissing);
              if (reason.trim()) go.run(reason.trim());
            }}
          >
            {t.goOnGo}
          </Button>
          <Button look="quiet" onClick={() => setOpen(false)}>
            {shell.cancel}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
