import { useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { signIn } from '../../ui/messages/account-fr.ts';
import { kit } from '../../ui/messages/fr.ts';

const t = signIn.email;
const box = 'adresse';
type EmailFormProps = {
  known?: string;
  label?: string;
  hint?: string;
  submitLabel?: string;
  /** Sends the code; throws `ApiProblem`. */
  onEmail: (email: string) => Promise<void>;
  onErrors: (isInError: boolean) => void;
  onCancel?: { label: string; run: () => void };
  words?: Record<string, string>;
};

/** An address to which a code is sent. */
export function EmailForm({ known = '', onEmail, onErrors, onCancel, words = {}, ...text }: EmailFormProps) {
  const [email, setEmail] = useState(known);
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const show = (found: string | undefined) => {
    setProblem(found);
    onErrors(Boolean(found));
    if (found) setAttempt((count) => count + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const typed = email.trim();
    if (!typed) return show(t.missing);
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)) return show(t.wrong);
    show(undefined);
    setBusy(true);
    await onEmail(typed).catch((error) => {
      const code = error instanceof ApiProblem ? error.code : 'unexpected';
      const sentences: Record<string, string> = {
        ...{ 'invalid-input': t.wrong, 'too-many-requests': t.tooMany },
        ...words,
      };
      show(sentences[code] ?? kit.problem(code));
    });
    setBusy(false);
  };
  return (
    <>
      <ErrorSummary problems={problem ? [{ field: box, message: problem }] : []} attempt={attempt} />
      <form noValidate onSubmit={(event) => void submit(event)} class="step-form">
        <TextField
          id={box}
          label={text.label ?? t.label}
          hint={text.hint ?? t.hint}
          error={problem}
          value={email}
          onChange={setEmail}
          type="email"
          autocomplete="username webauthn"
          spellcheck={false}
        />
        <div class="buttons">
          <Button type="submit" busy={busy}>
            {text.submitLabel ?? t.submit}
          </Button>
          {onCancel && (
            <Button look="quiet" onClick={onCancel.run}>
              {onCancel.label}
            </Button>
          )}
        </div>
      </form>
    </>
  );
}
