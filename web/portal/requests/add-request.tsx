import { useState } from 'preact/hooks';
import type { addOwnRequest } from '../../../functions/follow/citizen-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { requests as t } from '../../ui/messages/requests-fr.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { Alert, Status } from '../../ui/status.tsx';
import { readReference } from '../track/reference.ts';

const boxes = { reference: 'ajouter-numero', code: 'ajouter-code' };

/** A request made without an account becomes one's own by its number and its code. */
export function AddRequest({ onAdded }: { onAdded: () => void }) {
  const [open, setOpen] = useState(false);
  const [reference, setReference] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [said, say] = useState('');
  const [busy, setBusy] = useState(false);
  const missing = {
    reference: tried && !reference.trim() ? track.referenceMissing : undefined,
    code: tried && !code.trim() ? track.codeMissing : undefined,
  };
  const add = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const added = await call<typeof addOwnRequest>('POST /api/citizen/requests', {
        body: { reference: readReference(reference), trackingCode: code.trim() },
      });
      say(t.added(added.reference));
      setReference('');
      setCode('');
      setTried(false);
      setOpen(false);
      onAdded();
    } catch (error) {
      const found = error instanceof ApiProblem ? error.code : 'unexpected';
      setProblem(found === 'invalid-input' ? 'wrong-tracking-code' : found);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    const first = !reference.trim() ? boxes.reference : !code.trim() ? boxes.code : undefined;
    if (first) document.getElementById(first)?.focus();
    else if (!busy) void add();
  };
  const field = { autocomplete: 'off', spellcheck: false, width: 'medium' } as const;
  return (
    <section class="add-request" aria-labelledby="ajouter">
      <h2 id="ajouter">{t.add}</h2>
      <p>{t.addText}</p>
      {open ? (
        <form noValidate onSubmit={submit} class="step-form">
          <TextField
            {...field}
            id={boxes.reference}
            label={track.reference}
            error={missing.reference}
            value={reference}
            onChange={setReference}
          />
          <TextField
            {...field}
            id={boxes.code}
            label={track.code}
            hint={track.codeHint}
            error={missing.code}
            value={code}
            onChange={setCode}
          />
          {problem && (
            <Alert>
              <p class="field-error">{kit.problem(problem)}</p>
            </Alert>
          )}
          <div class="buttons">
            <Button type="submit" busy={busy}>
              {t.addGo}
            </Button>
          </div>
        </form>
      ) : (
        <Button look="secondary" onClick={() => setOpen(true)}>
          {t.addOpen}
        </Button>
      )}
      <Status>{said}</Status>
    </section>
  );
}
