import { useEffect, useState } from 'preact/hooks';
import type { openByCode } from '../../../functions/letters/public-api.ts';
import { readShortCode } from '../../../functions/letters/short-code.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { letterCode as t } from '../../ui/messages/track-letter-fr.ts';
import { Alert } from '../../ui/status.tsx';
import type { Access } from './reference.ts';

const boxes = { code: 'courrier-code', birth: 'courrier-naissance', tracking: 'courrier-suivi' };
const dayOf = (typed: string): string | null => {
  const [year = '', month = '', day = ''] = typed.split('-');
  const written = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written)) ? written : null;
};
const refusals: Record<string, string> = {
  'wrong-tracking-code': t.refused,
  'invalid-input': t.refused,
  'too-many-requests': t.tooMany,
};

type Props = {
  onAsk: (access: Access) => void;
  onBack: () => void;
  /** The title of the page says that something is to be mended. */
  onErrors: (isInError: boolean) => void;
};
/** The code of a letter and what proves whose it is; nothing is said before both are right. */
export function CodeForm({ onAsk, onBack, onErrors }: Props) {
  const [code, setCode] = useState('');
  const [birth, setBirth] = useState('');
  const [tracking, setTracking] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const birthDate = birth ? dayOf(birth) : null;
  const wrong = [
    !code.trim()
      ? { field: boxes.code, message: t.codeMissing }
      : !readShortCode(code) && { field: boxes.code, message: t.codeWrong },
    birth && !birthDate && { field: boxes.birth, message: t.birthWrong },
    !birth && !tracking.trim() && { field: boxes.birth, message: t.proofMissing },
  ].filter((one) => typeof one === 'object');
  const problems = attempt > 0 ? wrong : [];
  const isInError = problems.length > 0;
  useEffect(() => onErrors(isInError), [isInError]);
  useEffect(() => document.getElementById(boxes.code)?.focus(), []);
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const open = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      const found = await call<typeof openByCode>('POST /api/public/codes', {
        body: { code: code.trim(), birthDate, trackingCode: tracking.trim() || null },
      });
      onAsk({ reference: found.reference, code: found.trackingCode });
    } catch (error) {
      const problem = error instanceof ApiProblem ? error.code : 'unexpected';
      setRefused(refusals[problem] ?? kit.problem(problem));
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (wrong.length === 0 && !busy) void open();
  };
  const field = { autocomplete: 'off', spellcheck: false, width: 'medium' } as const;
  return (
    <>
      <ErrorSummary problems={problems} attempt={attempt} />
      {refused && (
        <Alert>
          <p class="field-error">{refused}</p>
        </Alert>
      )}
      <form noValidate onSubmit={submit} class="step-form">
        <TextField
          {...field}
          id={boxes.code}
          label={t.code}
          hint={t.codeHint}
          error={errorOf(boxes.code)}
          value={code}
          onChange={setCode}
        />
        <p>{t.proofText}</p>
        <DateField
          id={boxes.birth}
          label={t.birth}
          hint={t.birthHint}
          error={errorOf(boxes.birth)}
          value={birth}
          onChange={setBirth}
          birth
        />
        <TextField
          {...field}
          id={boxes.tracking}
          label={t.tracking}
          hint={t.trackingHint}
          value={tracking}
          onChange={setTracking}
        />
        <div class="buttons">
          <Button type="submit" busy={busy}>
            {t.submit}
          </Button>
          <Button look="quiet" onClick={onBack}>
            {t.back}
          </Button>
        </div>
      </form>
    </>
  );
}
