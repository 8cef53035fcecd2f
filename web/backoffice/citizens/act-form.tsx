import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/button.tsx';
import { Alert } from '../../ui/status.tsx';

type Props = {
  act: { busy: boolean; failed: string | undefined };
  /** Words of the button: what is done. */
  go: string;
  class?: string;
  onSubmit(): void;
  children: ComponentChildren;
};

/** What a dialog asks before an act: its fields, why it failed, and the button that says what it does. */
export function ActForm({ act, go, class: name, onSubmit, children }: Props) {
  return (
    <form
      noValidate
      class={name}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {act.failed && (
        <Alert>
          <p class="field-error">{act.failed}</p>
        </Alert>
      )}
      <div class="buttons dialog-buttons">
        <Button type="submit" busy={act.busy}>
          {go}
        </Button>
      </div>
    </form>
  );
}
