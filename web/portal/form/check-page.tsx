import { useEffect, useState } from 'preact/hooks';
import { secondSigner } from '../../../functions/drafts/cosign.ts';
import { displayAnswers } from '../../../functions/procedures/display.ts';
import { askedSteps } from '../../../functions/procedures/document-questions.ts';
import { feesDue, reasonsAgainst } from '../../../functions/procedures/eligibility.ts';
import { validate } from '../../../functions/procedures/form-problems.ts';
import type { Answers } from '../../../functions/procedures/procedure.ts';
import { clean, visibleSteps } from '../../../functions/procedures/visible-form.ts';
import type { FieldProblem } from '../../../functions/shared/refusal.ts';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { CheckAnswers } from '../../ui/check-answers.tsx';
import { BackIcon, SendIcon } from '../../ui/icons.tsx';
import { formEnd } from '../../ui/messages/form-end-fr.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { writtenIn } from '../written.ts';
import { answersOf, type Draft, fileNamesOf } from './draft.ts';
import { FeesDue } from './fees-due.tsx';
import { LateSending } from './late-sending.tsx';
import { MayAnswer } from './may-answer.tsx';
import { NotEligible } from './not-eligible.tsx';
import { allFields, sentencesOf, stepOfField } from './problems.ts';
import type { Sent } from './sent.ts';
import { askSecond, submit, type Waiting } from './submit.ts';
import { today } from './today.ts';

export type CheckProps = {
  site: Site;
  draft: Draft;
  /** Address of a step opened to change an answer. */
  stepHref: (stepId: string) => string;
  onFollow: (event: MouseEvent, href: string) => void;
  onSent: (sent: Sent) => void;
  onBack: () => void;
  /** A second person was asked to sign. */
  onWaiting?: (waiting: Waiting) => void;
  /** Sending waits for the network, or no longer. */
  onLate?: (toSend: boolean) => void;
  /** Sends for good, except in a preview. */
  sendWith?: typeof submit;
};
/** Few forms ask for a slot: what books it is fetched with them alone, and cannot be had without the network. */
async function booked({ procedure, key }: Draft, kept: Answers, waits: boolean): Promise<FieldProblem[]> {
  if (!askedSteps(procedure).some(({ fields }) => fields.some(({ type }) => type === 'appointment')))
    return [];
  const { bookSlots } = await import('./book-slots.ts').catch(() => {
    throw new ApiProblem('network');
  });
  return bookSlots(procedure, kept, key, waits);
}

type Sending = { status: 'idle' | 'sending' | 'slow' | 'retrying' } | { status: 'failed'; code: string };

/** Everything that was answered, with a way back to each; then the one button that sends. */
export function CheckPage({
  site,
  draft,
  stepHref,
  onFollow,
  onSent,
  onBack,
  onWaiting,
  onLate,
  sendWith = submit,
}: CheckProps) {
  const { procedure } = draft;
  const [sending, setSending] = useState<Sending>({ status: 'idle' });
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const answers = answersOf(draft);
  const now = today();
  const kept = clean(procedure, answers, now);
  const shown = displayAnswers(procedure, answers, site, fileNamesOf(draft), { today: now });
  const problems = [...validate(procedure, answers, now), ...refused];
  const against = reasonsAgainst(procedure, kept, now);
  const second = secondSigner(procedure, kept);
  const busy = sending.status !== 'idle' && sending.status !== 'failed';
  useEffect(() => {
    if (sending.status !== 'sending') return;
    const timer = setTimeout(() => setSending({ status: 'slow' }), 8_000);
    return () => clearTimeout(timer);
  }, [sending.status]);

  const send = async () => {
    setSending({ status: 'sending' });
    const onRetry = () => setSending({ status: 'retrying' });
    try {
      const slots = await booked(draft, kept, second !== null);
      if (slots.length > 0) {
        setRefused(slots);
        return setSending({ status: 'failed', code: 'invalid-answers' });
      }
      if (second && onWaiting) onWaiting(await askSecond(draft, onRetry));
      else onSent(await sendWith(draft, onRetry));
    } catch (error) {
      const isCut = error instanceof ApiProblem && ['network', 'timeout'].includes(error.code);
      // A phone says that it is online again some moments before anything gets through: what waits goes on waiting.
      if (isCut && onLate && (draft.toSend || !navigator.onLine)) {
        if (!draft.toSend) onLate(true);
        return setSending({ status: 'idle' });
      }
      if (draft.toSend) onLate?.(false);
      if (error instanceof ApiProblem)
        setRefused(error.fields.filter(({ field }) => stepOfField(procedure, field)));
      setSending({ status: 'failed', code: error instanceof ApiProblem ? error.code : 'unexpected' });
    }
  };

  return (
    <Page
      title={formEnd.checkTitle}
      context={procedure.title}
      site={site.name}
      kicker={<span lang={writtenIn(procedure)}>{procedure.title}</span>}
      intro={<p>{formEnd.checkIntro}</p>}
    >
      {problems.length > 0 && (
        <Notice kind="warning" title={formEnd.incompleteTitle} level={2}>
          <p>{formEnd.incomplete}</p>
          <ul>
            {sentencesOf(problems, allFields(procedure)).map(({ path, message }) => (
              <li key={path}>
                <a
                  href={stepHref(stepOfField(procedure, path))}
                  onClick={(event) => onFollow(event, stepHref(stepOfField(procedure, path)))}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <NotEligible reasons={against} phone={site.contact.phone} />
      {visibleSteps(procedure, answers, now).map((step) => {
        const own = shown.filter(({ stepId }) => stepId === step.id);
        return own.length === 0 ? null : (
          <CheckAnswers
            key={step.id}
            title={step.title}
            lang={writtenIn(procedure)}
            onChange={(event, { href }) => href && onFollow(event, href)}
            answers={own.map(({ field, ...answer }) => ({ ...answer, key: field, href: stepHref(step.id) }))}
          />
        );
      })}
      <FeesDue fees={feesDue(procedure, kept, now)} />
      <MayAnswer subject={typeof kept.subject === 'string' ? kept.subject.trim() : ''} own={procedure.id} />
      <p class="hint send-notice">
        {formEnd.sendNotice} <a href={addresses.privacy}>{formEnd.privacyLink}</a>
      </p>
      {second && (
        <Notice>
          <p>{formEnd.secondSigns(second)}</p>
        </Notice>
      )}
      {draft.toSend && sending.status !== 'failed' && (
        <LateSending isBusy={busy} onSend={() => void send()} onCancel={() => onLate?.(false)} />
      )}
      {sending.status === 'failed' && (
        <Alert>
          <Notice kind="danger" title={formEnd.sendFailed}>
            <p>{kit.problem(sending.code)}</p>
            <p>{formEnd.sendFailedText}</p>
          </Notice>
        </Alert>
      )}
      {sending.status === 'slow' && <Alert>{formEnd.stillSending}</Alert>}
      {sending.status === 'retrying' && <Alert>{formEnd.retrying}</Alert>}
      <div class="buttons">
        {problems.length === 0 && against.length === 0 && !draft.toSend && (
          <Button onClick={() => void send()} busy={busy}>
            <SendIcon />
            {busy
              ? formEnd.sending
              : sending.status === 'failed'
                ? formEnd.sendAgain
                : second
                  ? formEnd.sendToSecond
                  : formEnd.send}
          </Button>
        )}
        <Button look="quiet" onClick={onBack}>
          <BackIcon />
          {form.back}
        </Button>
      </div>
      <Status hidden>{busy ? formEnd.sending : ''}</Status>
    </Page>
  );
}
