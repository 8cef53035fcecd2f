import { useEffect, useState } from 'preact/hooks';
import { displayAnswers } from '../../../functions/procedures/display.ts';
import { validate, visibleSteps } from '../../../functions/procedures/form-engine.ts';
import type { FieldProblem } from '../../../functions/shared/refusal.ts';
import type { Site } from '../../site.ts';
import { ApiProblem, lastNow } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { CheckAnswers } from '../../ui/check-answers.tsx';
import { BackIcon, SendIcon } from '../../ui/icons.tsx';
import { calendarDay } from '../../ui/messages/dates.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { answersOf, type Draft, fileNamesOf } from './draft.ts';
import { allFields, sentencesOf } from './problems.ts';
import type { Sent } from './sent.ts';
import { submit } from './submit.ts';

type CheckProps = {
  site: Site;
  draft: Draft;
  /** Address of a step opened to change an answer. */
  stepHref: (stepId: string) => string;
  onFollow: (event: MouseEvent, href: string) => void;
  onSent: (sent: Sent) => void;
  onBack: () => void;
};
type Sending = { status: 'idle' | 'sending' | 'slow' | 'retrying' } | { status: 'failed'; code: string };

/** Everything that was answered, with a way back to each; then the one button that sends. */
export function CheckPage({ site, draft, stepHref, onFollow, onSent, onBack }: CheckProps) {
  const { procedure } = draft;
  const [sending, setSending] = useState<Sending>({ status: 'idle' });
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const answers = answersOf(draft);
  const shown = displayAnswers(procedure, answers, site, fileNamesOf(draft));
  const problems = [...validate(procedure, answers, calendarDay(lastNow())), ...refused];
  const busy = sending.status !== 'idle' && sending.status !== 'failed';
  useEffect(() => {
    if (sending.status !== 'sending') return;
    const timer = setTimeout(() => setSending({ status: 'slow' }), 8_000);
    return () => clearTimeout(timer);
  }, [sending.status]);

  const send = async () => {
    setSending({ status: 'sending' });
    try {
      onSent(await submit(draft, () => setSending({ status: 'retrying' })));
    } catch (error) {
      if (error instanceof ApiProblem) setRefused(error.fields);
      setSending({ status: 'failed', code: error instanceof ApiProblem ? error.code : 'unexpected' });
    }
  };
  const stepOf = (path: string) =>
    procedure.steps.find((step) => step.fields.some(({ name }) => name === path.split('.')[0]))?.id ?? '';

  return (
    <Page
      title={form.checkTitle}
      context={procedure.title}
      site={site.name}
      kicker={procedure.title}
      intro={<p>{form.checkIntro}</p>}
    >
      {problems.length > 0 && (
        <Notice kind="warning" title={form.incompleteTitle} level={2}>
          <p>{form.incomplete}</p>
          <ul>
            {sentencesOf(problems, allFields(procedure)).map(({ path, message }) => (
              <li key={path}>
                <a href={stepHref(stepOf(path))} onClick={(event) => onFollow(event, stepHref(stepOf(path)))}>
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {visibleSteps(procedure, answers).map((step) => {
        const own = shown.filter(({ stepId }) => stepId === step.id);
        return own.length === 0 ? null : (
          <CheckAnswers
            key={step.id}
            title={step.title}
            onChange={(event, { href }) => href && onFollow(event, href)}
            answers={own.map(({ field, ...answer }) => ({ ...answer, key: field, href: stepHref(step.id) }))}
          />
        );
      })}
      <p class="hint send-notice">
        {form.sendNotice} <a href={addresses.privacy}>{form.privacyLink}</a>
      </p>
      {sending.status === 'failed' && (
        <Alert>
          <Notice kind="danger" title={form.sendFailed}>
            <p>{kit.problem(sending.code)}</p>
            <p>{form.sendFailedText}</p>
          </Notice>
        </Alert>
      )}
      {sending.status === 'slow' && <Alert>{form.stillSending}</Alert>}
      {sending.status === 'retrying' && <Alert>{form.retrying}</Alert>}
      <div class="buttons">
        {problems.length === 0 && (
          <Button onClick={() => void send()} busy={busy}>
            <SendIcon />
            {busy ? form.sending : sending.status === 'failed' ? form.sendAgain : form.send}
          </Button>
        )}
        <Button look="quiet" onClick={onBack}>
          <BackIcon />
          {form.back}
        </Button>
      </div>
      <Status hidden>{busy ? form.sending : ''}</Status>
    </Page>
  );
}
