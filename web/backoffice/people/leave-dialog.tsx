import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { people as t } from '../../ui/messages/backoffice-people-fr.ts';
import { NearDay } from './near-day.tsx';
import type { Person } from './people-api.ts';

/** Somebody leaves: their last day, and what goes to others from the next. */
export function LeaveDialog(props: {
  person: Person | null;
  busy: boolean;
  onSave(leftOn: string | null): void;
  onClose(): void;
}) {
  const { person, busy, onSave, onClose } = props;
  return (
    <Dialog
      id="leave"
      open={person !== null}
      title={person ? t.leaveTitle(person.name) : ''}
      onClose={onClose}
    >
      {person && <Form key={person.login} person={person} busy={busy} onSave={onSave} />}
    </Dialog>
  );
}

function Form(props: { person: Person; busy: boolean; onSave(leftOn: string | null): void }) {
  const { person, busy, onSave } = props;
  const [on, setOn] = useState(person.leftOn ?? '');
  const [error, setError] = useState<string>();
  const save = (event: Event) => {
    event.preventDefault();
    if (on) return onSave(on);
    setError(t.wrongDay);
    document.getElementById('leave-day')?.focus();
  };
  return (
    <form noValidate onSubmit={save}>
      <p>{t.leaveText(person.waiting ?? 0)}</p>
      <NearDay id="leave-day" label={t.lastDay} value={on} error={error} onChange={setOn} />
      <div class="buttons dialog-buttons">
        <Button type="submit" busy={busy}>
          {t.save}
        </Button>
        {person.leftOn && (
          <Button look="secondary" busy={busy} onClick={() => onSave(null)}>
            {t.undoLeave}
          </Button>
        )}
      </div>
    </form>
  );
}
