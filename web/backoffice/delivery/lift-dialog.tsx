import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { suppressions } from '../../ui/messages/backoffice-suppressions-fr.ts';
import { toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey } from '../data/queries.ts';
import { suppressionsApi } from './suppressions-api.ts';

type Words = Pick<
  typeof suppressions,
  'liftTitle' | 'liftReason' | 'liftHint' | 'liftGo' | 'liftedNow' | 'reasonMissing'
>;

/** Why an address works again: nobody takes one back without saying it. */
export function LiftDialog(props: {
  address: string | null;
  onClose(): void;
  onDone(): void;
  id?: string;
  words?: Words;
  lift?: typeof suppressionsApi.lift | typeof suppressionsApi.liftOptOut;
}) {
  const { address, id = 'lift', words: t = suppressions, lift: ask = suppressionsApi.lift } = props;
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const key = useRef(newKey());
  const lift = useMutation({
    mutationFn: async () => void (await ask(address ?? '', reason.trim(), key.current)),
    onSuccess: () => {
      toast(t.liftedNow(address ?? ''));
      props.onDone();
    },
  });
  const go = () => {
    const missing = reason.trim().length < 3;
    setMissing(missing);
    if (missing) document.getElementById(`${id}-reason`)?.focus();
    else lift.mutate();
  };
  return (
    <Dialog id={id} open={address !== null} title={t.liftTitle} onClose={props.onClose}>
      <p>{address}</p>
      <TextField
        id={`${id}-reason`}
        label={t.liftReason}
        hint={t.liftHint}
        value={reason}
        error={isMissing ? t.reasonMissing : undefined}
        onChange={setReason}
      />
      <p role="alert" class="field-error">
        {lift.error ? sentenceOf(lift.error) : ''}
      </p>
      <div class="buttons">
        <Button busy={lift.isPending} onClick={go}>
          {t.liftGo}
        </Button>
        <Button look="quiet" onClick={props.onClose}>
          {shell.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
