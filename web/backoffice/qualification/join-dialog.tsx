import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { qualification as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { searchProblem } from '../shell/search-box.tsx';

/** Joining asks for a reference; one that the document cites is proposed, never followed by itself. */
export function JoinDialog(props: {
  open: boolean;
  proposed: string | null;
  busy: boolean;
  onClose(): void;
  onJoin(reference: string): void;
}) {
  const [typed, setTyped] = useState(props.proposed ?? '');
  const [problem, setProblem] = useState<string>();
  const join = () => {
    const found = searchProblem(typed);
    if ('reference' in found) return props.onJoin(found.reference);
    setProblem(found.problem);
    document.getElementById('join-reference')?.focus();
  };
  return (
    <Dialog id="join" open={props.open} title={t.join} onClose={props.onClose}>
      <p>{props.proposed ? t.joinProposed(props.proposed) : t.joinHint}</p>
      <TextField
        id="join-reference"
        label={t.joinReference}
        hint={shell.searchHint}
        value={typed}
        error={problem}
        spellcheck={false}
        width="medium"
        onChange={setTyped}
      />
      <div class="buttons">
        <Button busy={props.busy} onClick={join}>
          {t.joinGo}
        </Button>
        <Button look="quiet" onClick={props.onClose}>
          {shell.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
