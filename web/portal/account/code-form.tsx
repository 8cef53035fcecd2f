import { useEffect, useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { signIn } from '../../ui/messages/account-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Status } from '../../ui/status.tsx';

const t = signIn.code;
const box = 'code';
type CodeFormProps = {
  email: string;
  /** Tries the code; throws `ApiProblem`. */
  onCode: (code: string) => Promise<void>;
  /** Sends another; throws `ApiProblem`. */
  onAgain: () => Promise<void>;
  onOther: () => void;
  onErrors: (isInError: boolean) => void;
  /** Sentence of a problem that means something here. */
  words?: Record<string, string>;
  otherLabel?: string;
};

/** Six digits that were sent to an address, for signing in or for proving it. */
export function CodeForm({
  email,
  onCode,
  onAgain,
  onOther,
  onErrors,
  words = {},
  otherLabel,
}: CodeFormProps) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => onErrors(Boolean(problem)), [problem]);
  useEffect(() => document.getElementById(box)?.focus(), []);
  const fail = (error: unknown) => {
    const found = error instanceof ApiProblem ? error.code : 'unexpected';
    const known: Record<string, string> = { 'wrong-code': t.wrong, 'invalid-input': t.wrong, ...words };
    setProblem(known[found] ?? kit.problem(found));
    setAttempt((count) => count + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (code.replace(/\D/g, '').length !== 6) {
      setProblem(t.missing);
      setAttempt((count) => count + 1);
      return;
    }
    setBusy(true);
    setProblem(undefined);
    await onCode(code).catch(fail);
    setBusy(false);
  };
  const again = async () => {
    setSaid('');
    setProblem(undefined);
    await onAgain().then(() => setSaid(t.againDone), fail);
  };
  return (
    <>
      <ErrorSummary problems={problem ? [{ field: box, message: problem }] : []} attempt={attempt} />
      <form noValidate onSubmit={(event) => void submit(event)} class="step-form">
        <p>{t.sent(email)}</p>
        <TextField
          id={box}
          label={t.label}
          hint={t.hint}
          error={problem}
          value={code}
          onChange={setCode}
          autocomplete="one-time-code"
          inputMode="numeric"
          width="short"
        />
        <div class="buttons">
          <Button type="submit" busy={busy}>
            {t.submit}
          </Button>
          <Button look="quiet" onClick={onOther}>
            {otherLabel ?? t.other}
          </Button>
        </div>
      </form>
      <section class="no-code">
        <h2>{t.nothing}</h2>
        <p>{t.nothingText}</p>
        <Button look="secondary" onClick={() => void again()}>
          {t.again}
        </Button>
        <Status>{said}</Status>
      </section>
    </>
  );
}
