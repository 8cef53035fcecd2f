import { useState } from 'preact/hooks';
import { reasonsAgainst } from '../../../functions/procedures/eligibility.ts';
import { problemsOfStep } from '../../../functions/procedures/form-problems.ts';
import type { Step } from '../../../functions/procedures/procedure.ts';
import { clean, visibleFields, visibleSteps } from '../../../functions/procedures/visible-form.ts';
import type { Site } from '../../site.ts';
import { lastNow } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { writtenIn } from '../written.ts';
import { answersOf, type Draft } from './draft.ts';
import type { Home } from './home.ts';
import type { MemberChoiceProps } from './home-parts.tsx';
import { NotEligible, NotEligibleAloud, notEligibleId, questionAgainst } from './not-eligible.tsx';
import { allFields, sentencesOf, summaryOf } from './problems.ts';
import { Questions, type QuestionsProps, usePending } from './questions.tsx';
import { quietly } from './quietly.tsx';
import { StepTools } from './step-tools.tsx';
import { today } from './today.ts';
import type { DraftState } from './use-draft.ts';

type StepProps = {
  site: Site;
  state: DraftState;
  draft: Draft;
  step: Step;
  /** Came from the check page: continuing goes back to it. */
  changing: boolean;
  onNext: () => void;
  onBack: () => void;
  /** Of whoever is signed in. */
  home?: Home | undefined;
  upload?: QuestionsProps['upload'];
};

const MemberChoice = quietly<MemberChoiceProps>(async () => (await import('./home-parts.tsx')).MemberChoice);

/** One subject: its questions, judged when the person continues and not before. */
export function StepPage({ site, state, draft, step, changing, onNext, onBack, home, upload }: StepProps) {
  const { procedure } = draft;
  const lang = writtenIn(procedure);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<ReturnType<typeof sentencesOf>>([]);
  const { pending, onPending } = usePending();
  const answers = answersOf(draft);
  const now = today();
  const kept = clean(procedure, answers, now);
  const steps = visibleSteps(procedure, answers, now);
  const index = steps.findIndex(({ id }) => id === step.id);
  const fields = visibleFields(step, kept, now);
  const against = reasonsAgainst(procedure, kept, now);
  const blocked = <NotEligible reasons={against} phone={site.contact.phone} />;
  const blockedAt = questionAgainst(procedure, fields, kept, now);
  const errors = Object.fromEntries(refused.map(({ path, message }) => [path, message]));

  const submit = (event: Event) => {
    event.preventDefault();
    const unfinished = fields
      .filter(({ name }) => pending.includes(name))
      .map(({ name }) => ({ field: name, code: 'upload-unfinished' }));
    const problems = problemsOfStep(step, kept, now).filter(
      ({ field }) => !unfinished.some((each) => each.field === field),
    );
    const sentences = sentencesOf([...problems, ...unfinished], allFields(procedure));
    setRefused(sentences);
    setAttempt((count) => count + 1);
    if (sentences.length > 0) return;
    if (against.length > 0) document.getElementById(notEligibleId)?.focus();
    else onNext();
  };

  return (
    <Page
      title={step.title}
      titleLang={lang}
      context={procedure.title}
      site={site.name}
      inError={refused.length > 0}
      kicker={
        <>
          <span lang={lang}>{procedure.title}</span>
          <span class="step-count">{form.step(index + 1, steps.length)}</span>
        </>
      }
      intro={step.hint && <p lang={lang}>{step.hint}</p>}
    >
      <StepMarks index={index} count={steps.length} />
      <ErrorSummary problems={summaryOf(refused)} attempt={attempt} />
      <form class="step-form" noValidate onSubmit={submit}>
        <p class="hint">{form.allRequired}</p>
        {home && <MemberChoice home={home} fields={fields} />}
        <Questions
          home={home}
          procedure={upload ? undefined : procedure.id}
          fields={fields}
          typed={answers}
          kept={kept}
          errors={errors}
          communes={site.communes.map(({ code, name }) => ({ value: code, label: name }))}
          today={now}
          onAnswer={(name, value) =>
            state.change((before) => ({ ...before, answers: { ...before.answers, [name]: value } }))
          }
          files={draft.files}
          onFiles={(name, change) => state.change((before) => withFiles(before, name, change))}
          onPending={onPending}
          upload={upload}
          below={(name) => name === blockedAt && blocked}
        />
        {!blockedAt && blocked}
        <NotEligibleAloud reasons={against} />
        <div class="buttons">
          <Button type="submit">{changing ? form.backToCheck : form.next}</Button>
          <Button look="quiet" onClick={onBack}>
            <BackIcon />
            {form.back}
          </Button>
        </div>
      </form>
      <Status>
        {state.saving.status === 'saved' && state.saving.at
          ? (home?.saved ?? form.saved(state.saving.at))
          : ''}
      </Status>
      {!upload && <StepTools draft={draft} count={steps.length} />}
      {state.saving.status === 'failed' && (
        <Alert>
          <p class="field-error">{form.saveFailed}</p>
        </Alert>
      )}
    </Page>
  );
}

/** The bar is for the eye; the words "step 2 of 5" are above the title. */
const StepMarks = ({ index, count }: { index: number; count: number }) => (
  <div class="step-marks" aria-hidden="true">
    {Array.from({ length: count }, (_, at) => (
      <span key={at} class={at < index ? 'done' : at === index ? 'current' : ''} />
    ))}
  </div>
);

function withFiles(
  draft: Draft,
  field: string,
  change: (files: Draft['files'][string]) => { uploadId: string; name: string; size: number }[],
): Draft {
  const before = draft.files[field] ?? [];
  const after = change(before).map((file) => ({
    ...file,
    at: before.find(({ uploadId }) => uploadId === file.uploadId)?.at ?? lastNow(),
  }));
  return { ...draft, files: { ...draft.files, [field]: after } };
}
