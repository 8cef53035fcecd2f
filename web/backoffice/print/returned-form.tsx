import { useMutation } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { print as t } from '../../ui/messages/backoffice-print-fr.ts';
import { Status } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { printApi } from './print-api.ts';

const reasons = Object.entries(t.reasons).map(([value, label]) => ({ value, label }));

/** Letters that came back, one after the other: typed, or read by a hand reader which ends each code with Enter. */
export function ReturnedForm() {
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('unknown-address');
  const [problem, setProblem] = useState<string>();
  const [said, say] = useState('');
  const note = useMutation({
    mutationFn: () => printApi.returned(code.trim(), reason),
    onSuccess: ({ reference }) => {
      say(t.noted(reference));
      setCode('');
      document.getElementById('returned-code')?.focus();
    },
    onError: (error) => {
      const isUnknown =
        error instanceof ApiProblem && (error.code === 'invalid-input' || error.code === 'not-found');
      setProblem(isUnknown ? t.unknownLetter : sentenceOf(error));
      document.getElementById('returned-code')?.focus();
    },
  });
  const submit = (event: Event) => {
    event.preventDefault();
    say('');
    setProblem(code.trim() ? undefined : t.codeMissing);
    if (code.trim()) note.mutate();
    else document.getElementById('returned-code')?.focus();
  };
  return (
    <section class="panel" aria-labelledby="returned-title">
      <h2 id="returned-title">{t.returned}</h2>
      <p class="soft">{t.returnedText}</p>
      <form onSubmit={submit} noValidate>
        <TextField
          id="returned-code"
          label={t.code}
          hint={t.codeHint}
          value={code}
          error={problem}
          spellcheck={false}
          onChange={setCode}
        />
        <Select id="returned-reason" label={t.why} options={reasons} value={reason} onChange={setReason} />
        <div class="buttons">
          <Button type="submit" look="secondary" busy={note.isPending}>
            {t.note}
          </Button>
        </div>
      </form>
      <Status>{said}</Status>
    </section>
  );
}
