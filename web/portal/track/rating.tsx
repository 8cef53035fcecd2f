import { useRef, useState } from 'preact/hooks';
import type { rateAnswer } from '../../../functions/follow/public-api.ts';
import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { TextArea } from '../../ui/field.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { day } from '../../ui/messages/dates.ts';
import { kit } from '../../ui/messages/fr.ts';
import { rating as t } from '../../ui/messages/track-rating-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { type Access, headersOf } from './reference.ts';

const ReopenForm = lazily(() => import('./reopen-form.tsx').then(({ ReopenForm }) => ReopenForm));

type Answer = NonNullable<TrackedRequest['answer']>;
type Score = NonNullable<Answer['rating']>['score'];
type Props = {
  answer: Answer;
  access: Access;
  onRated: () => void;
  onReopened: () => void;
};

/** One question after the answer, in words; a no may have the request taken up again. */
export function Rating({ answer, access, onRated, onReopened }: Props) {
  const { rating, mayRate, mayReopen, rateUntil } = answer;
  const [changing, setChanging] = useState(false);
  if (!mayRate && !rating) return null;
  const isAsked = mayRate && (!rating || changing);
  return (
    <section class="state-card rating" aria-labelledby="avis">
      <h2 id="avis">{t.title}</h2>
      {isAsked ? (
        <RatingForm
          answer={answer}
          access={access}
          onRated={() => {
            setChanging(false);
            onRated();
          }}
        />
      ) : (
        <>
          <p>{t.thanks(t.scores[rating?.score ?? 'mixed'])}</p>
          {rating?.comment && <p class="lines">{t.comment(rating.comment)}</p>}
          {mayRate && rateUntil && (
            <Button look="quiet" onClick={() => setChanging(true)}>
              {t.change(day(rateUntil))}
            </Button>
          )}
        </>
      )}
      {mayReopen && !changing && <ReopenForm answer={answer} access={access} onReopened={onReopened} />}
    </section>
  );
}

function RatingForm({ answer, access, onRated }: Omit<Props, 'onReopened'>) {
  const [score, setScore] = useState<Score | ''>(answer.rating?.score ?? '');
  const [comment, setComment] = useState(answer.rating?.comment ?? '');
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const send = async (chosen: Score) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await call<typeof rateAnswer>('POST /api/public/requests/{reference}/rating', {
        params: { reference: access.reference },
        headers: { ...headersOf(access), 'idempotency-key': key.current },
        body: { score: chosen, comment: comment.trim() || null },
      });
      onRated();
    } catch (reason) {
      key.current = crypto.randomUUID();
      setProblem(reason instanceof ApiProblem ? reason.code : 'unexpected');
      setBusy(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setError(score === '' ? t.missing : undefined);
    if (score === '') document.getElementById('avis-note')?.focus();
    else if (!busy) void send(score);
  };
  return (
    <form noValidate onSubmit={submit} class="step-form">
      <RadioGroup
        id="avis-note"
        label={t.question}
        error={error}
        options={(['satisfied', 'mixed', 'unsatisfied'] as const).map((value) => ({
          value,
          label: t.scores[value],
        }))}
        value={score}
        onChange={(value) => setScore(value as Score)}
      />
      <TextArea
        id="avis-commentaire"
        label={t.words}
        hint={t.wordsHint}
        optional
        rows={3}
        maxLength={2_000}
        value={comment}
        onChange={setComment}
      />
      {problem && (
        <Alert>
          <p class="field-error">{kit.problem(problem)}</p>
        </Alert>
      )}
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {busy ? t.sending : t.send}
        </Button>
      </div>
    </form>
  );
}
