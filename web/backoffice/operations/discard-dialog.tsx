import { useMutation } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { failures as t } from '../../ui/messages/backoffice-operations-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { operationsApi } from './operations-api.ts';

type Props = { queue: string; letter: string | null; onClose(): void; onDone(): void };

/** Sets one operation aside for good; the reason stays. */
export function DiscardDialog({ queue, letter, onClose, onDone }: Props) {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const id = `discard-${queue.replaceAll('.', '-')}`;
  const discard = useMutation({
    mutationFn: async () => void (await operationsApi.discard(queue, letter ?? '', reason.trim())),
    onSuccess: () => {
      toast(t.discarded);
      onDone();
    },
  });
  const go = () => {
    const missing = reason.trim().length < 5;
    setMissing(missing);
    if (missing) document.getElementById(`${id}-reason`)?.focus();
    else discard.mutate();
  };
  return (
    <Dialog id={id} open={letter !== null} title={t.discardTitle} onClose={onClose}>
      <p>{t.discardText}</p>
      <TextField
        id={`${id}-reason`}
        label={t.discardReason}
        hint={t.discardHint}
        value={reason}
        error={isMissing ? t.reasonMissing : undefined}
        onChange={setReason}
      />
      <p role="alert" class="field-error">
        {discard.error ? sentenceOf(discard.error) : ''}
      </p>
      <div class="buttons">
        <Button look="danger" busy={discard.isPending} onClick={go}>
          {t.discardGo}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
