import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { qualification as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import type { Reason } from './decision.ts';

export function QuarantineDialog(props: { open: boolean; onClose(): void; onGo(reason: Reason): void }) {
  const [reason, setReason] = useState<Reason>('spam');
  return (
    <Dialog id="quarantine" open={props.open} title={t.quarantine} onClose={props.onClose}>
      <RadioGroup
        id="quarantine-reason"
        label={t.quarantineReason}
        hint={t.quarantineHint}
        value={reason}
        options={Object.entries(t.reasonsOf).map(([value, label]) => ({ value, label }))}
        onChange={(value) => setReason(value as Reason)}
      />
      <div class="buttons">
        <Button onClick={() => props.onGo(reason)}>{t.quarantineGo}</Button>
        <Button look="quiet" onClick={props.onClose}>
          {shell.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
