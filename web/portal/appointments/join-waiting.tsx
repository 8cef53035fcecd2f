import { useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { waiting as t } from '../../ui/messages/appointments-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Alert } from '../../ui/status.tsx';
import { appointmentsApi, type Contact } from './appointments-api.ts';
import { ContactFields, contactOf, contactProblems, typedOf, useTyped } from './contact-fields.tsx';

const prefix = 'attente';
type Props = {
  reason: string;
  place: string;
  /** Whose details are known already: one press is enough. */
  known?: Contact | undefined;
  /** Secret of an appointment that is given up for an earlier one. */
  appointment?: string;
  before?: string;
  label?: string;
  text?: string;
  button?: string;
  onJoined: (secret: string) => void;
};

/** To be told when a slot comes free: folded until somebody wants it. */
export function JoinWaiting({ reason, place, known, appointment, before, onJoined, ...words }: Props) {
  const [open, setOpen] = useState(false);
  const [typed, onChange] = useTyped(typedOf(known));
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const key = useRef(crypto.randomUUID());
  const wrong = attempt > 0 ? contactProblems(prefix, typed) : [];
  const join = async (contact: Contact) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { reason, place, contact, before: before ?? null, appointment: appointment ?? null };
      onJoined((await appointmentsApi.join(body, key.current)).secret);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    }
    setBusy(false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (contactProblems(prefix, typed).length === 0) void join(contactOf(typed));
  };
  const failed = problem && (
    <Alert>
      <p class="field-error">{kit.problem(problem)}</p>
    </Alert>
  );
  return (
    <section class="join-waiting">
      <h2>{words.label ?? t.offerJoin}</h2>
      <p>{words.text ?? t.joinText}</p>
      {failed}
      {!open && (
        <Button look="secondary" busy={busy} onClick={() => (known ? void join(known) : setOpen(true))}>
          {words.button ?? t.join}
        </Button>
      )}
      {open && (
        <form noValidate onSubmit={submit}>
          <ErrorSummary problems={wrong} attempt={attempt} />
          <ContactFields prefix={prefix} typed={typed} onChange={onChange} problems={wrong} />
          <div class="buttons">
            <Button type="submit" busy={busy}>
              {t.join}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
