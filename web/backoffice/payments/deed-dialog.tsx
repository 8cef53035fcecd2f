import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { HintAndError, TextArea } from '../../ui/field.tsx';
import { payments as t } from '../../ui/messages/backoffice-payments-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';

type Asked = 'refuse' | 'done' | 'ask' | null;
type Props = { id: string; asked: Asked; busy: boolean; onClose(): void; onSend(value: string): void };
const words = {
  refuse: { title: t.refuseTitle, label: t.why, missing: t.whyMissing },
  done: { title: t.doneTitle, label: t.doneOn, missing: t.doneMissing },
  ask: { title: t.askTitle, label: t.askText, missing: t.askMissing },
};

/** The few words or the day that a deed needs. */
export function DeedDialog({ id, asked, busy, onClose, onSend }: Props) {
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  useEffect(() => {
    setValue('');
    setError(undefined);
  }, [asked]);
  const { title, label, missing } = words[asked ?? 'ask'];
  const box = `${id}-valeur`;
  const submit = (event: Event) => {
    event.preventDefault();
    setError(value.trim() ? undefined : missing);
    if (!value.trim()) document.getElementById(box)?.focus();
    else if (!busy) onSend(value.trim());
  };
  return (
    <Dialog id={id} open={asked !== null} title={title} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {asked === 'done' ? (
          <div class={error ? 'field in-error' : 'field'}>
            <label for={box}>{label}</label>
            <HintAndError id={box} error={error} />
            <input
              id={box}
              type="date"
              class="input medium"
              value={value}
              aria-invalid={error ? 'true' : undefined}
              aria-describedby={error ? `${box}-error` : undefined}
              onInput={(event) => setValue(event.currentTarget.value)}
            />
          </div>
        ) : (
          <TextArea
            id={box}
            label={label}
            rows={3}
            maxLength={1000}
            value={value}
            error={error}
            onChange={setValue}
          />
        )}
        <div class="buttons">
          <Button type="submit" busy={busy}>
            {t.confirm}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {shell.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
