import { Button } from '../../ui/button.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';

/** Foot of the form of a deed: what does it, and the way out. */
export function FormFoot(props: { go: string; busy: boolean; onClose(): void }) {
  return (
    <div class="buttons">
      <Button type="submit" busy={props.busy}>
        {props.go}
      </Button>
      <Button look="quiet" onClick={props.onClose}>
        {shell.cancel}
      </Button>
    </div>
  );
}
