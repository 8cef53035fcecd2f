import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';

/** Why a letter goes back; without a reason its writer would not know what to change. */
export function ReturnDialog(props: {
  open: boolean;
  busy: boolean;
  onReturn(reason: string): void;
  onClose(): void;
}) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const send = (event: Event) => {
    event.preventDefault();
    if (reason.trim().length >= 3) return props.onReturn(reason.trim());
    setError(t.reasonMissing);
    document.getElementById('return-reason')?.focus();
  };
  return (
    <Dialog id="return-letter" open={props.open} title={t.returnTitle} onClose={props.onClose}>
      <form noValidate onSubmit={send}>
        <TextArea
          id="return-reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={4}
          maxLength={2_000}
          value={reason}
          error={error}
          onChange={(typed) => {
            setReason(typed);
            setError(undefined);
          }}
        />
        <div class="buttons dialog-buttons">
          <Button type="submit" look="danger" busy={props.busy}>
            {t.return}
          </Button>
          <Button look="secondary" onClick={props.onClose}>
            {shell.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
