import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FileUpload } from '../../ui/file-upload.tsx';
import { instruction } from '../../ui/messages/backoffice-instruction-fr.ts';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { agentApi, type RequestFile } from '../data/agent-api.ts';
import { isCode } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { useErrorTitle } from '../shell/error-title.ts';
import { type ComposerProblem, composerProblems } from './composer-problems.ts';
import { ConfirmAnswer } from './confirm-answer.tsx';
import { useKeptDraft } from './kept-draft.ts';
import type { Reload } from './request-desk.tsx';
import { useSending } from './sending.ts';
import { SendingFailure } from './sending-failure.tsx';
import { TemplateChoice } from './template-choice.tsx';
import type { Outcome } from './writing-hints.ts';
import { WritingHints } from './writing-hints-list.tsx';

const sentences: Record<ComposerProblem, string> = {
  outcome: t.outcomeMissing,
  text: t.textMissing,
  uploads: t.uploadWait,
};

const toSign = new Set(['visa', 'signature']);
/** A procedure whose letters are signed leaves no other way; elsewhere the agent chooses. */
const allowedKinds = ({ may, instruction: { workflow, may: deeds } }: RequestFile) =>
  (['message', 'answer', 'letter'] as const).filter((kind) => {
    if (kind === 'letter') return deeds.includes('submitLetter');
    return may[kind] && (kind === 'message' || !workflow.some((step) => toSign.has(step.kind)));
  });
const words = {
  message: { label: t.asMessage, hint: t.asMessageHint, send: t.sendMessage },
  answer: { label: t.asAnswer, hint: t.asAnswerHint, send: t.sendAnswer },
  letter: { label: instruction.asLetter, hint: instruction.asLetterHint, send: instruction.sendLetter },
};
/** The decision taken at its step is the one that the letter says. */
const decided = ({ instruction: { workflow } }: RequestFile): Outcome | null =>
  (workflow.findLast(({ kind, outcome }) => kind === 'decision' && outcome)?.outcome as Outcome) ?? null;

const over = new Set(['decided', 'delivered', 'closed', 'withdrawn', 'transferred']);

/** A message, or the answer that decides: one box, two buttons that cannot be taken for each other. */
export function Composer(props: { request: RequestFile; onReload: Reload; onConflict(): Promise<void> }) {
  const { request } = props;
  const { me } = useSignedIn();
  const { draft: written, change, ...kept } = useKeptDraft(me.login, request.reference);
  const draft = { ...written, outcome: written.outcome ?? decided(request) };
  const [tried, setTried] = useState(0);
  const [confirming, setConfirming] = useState(false);
  const pending = useRef(0);
  const sending = useSending(request, {
    onSent: async () => {
      kept.drop();
      setTried(0);
      await props.onReload();
    },
    onConflict: props.onConflict,
  });
  const kinds = allowedKinds(request);
  const { may: deeds } = request.instruction;
  const kind = kinds.includes(draft.kind) ? draft.kind : (kinds[0] ?? 'message');
  const isToSign = kind === 'answer' && draft.outcome !== null && request.toSign.includes(draft.outcome);
  const leaving = isToSign && deeds.includes('submitLetter') ? 'letter' : kind;
  const problems = tried ? composerProblems({ ...draft, kind }, pending.current) : [];
  useErrorTitle(problems.length > 0);
  if (kinds.length === 0)
    return <p class="soft composer-closed">{over.has(request.state) ? t.answered : t.cannotWrite}</p>;
  const errorOf = (problem: ComposerProblem) => (problems.includes(problem) ? sentences[problem] : undefined);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried((count) => count + 1);
    if (composerProblems({ ...draft, kind }, pending.current).length > 0) return;
    if (kind === 'message') sending.send(kind, draft);
    else setConfirming(true);
  };
  return (
    <section class="composer" aria-labelledby="composer-title">
      <h2 id="composer-title">{t.compose}</h2>
      <form onSubmit={submit} noValidate>
        <ErrorSummary
          attempt={tried}
          problems={problems.map((field) => ({ field: `compose-${field}`, message: sentences[field] }))}
        />
        {sending.error && !isCode(sending.error, 'conflict') && <SendingFailure error={sending.error} />}
        {kinds.length > 1 && (
          <RadioGroup
            id="compose-kind"
            label={t.composeKind}
            value={kind}
            options={kinds.map((value) => ({ value, label: words[value].label, hint: words[value].hint }))}
            onChange={(value) => change({ kind: kinds.find((one) => one === value) ?? 'message' })}
          />
        )}
        {kind !== 'message' && (
          <RadioGroup
            id="compose-outcome"
            label={t.outcome}
            value={draft.outcome ?? ''}
            error={errorOf('outcome')}
            options={Object.entries(t.outcomes).map(([value, label]) => ({ value, label }))}
            onChange={(value) => change({ outcome: value as Outcome })}
          />
        )}
        {isToSign && <Notice>{t.toSign}</Notice>}
        {kind !== 'message' && (
          <TemplateChoice
            reference={request.reference}
            onChoose={(template) =>
              change({
                outcome: draft.outcome ?? template.outcome,
                template: template.id,
                text: draft.text.trim() ? `${draft.text.trimEnd()}\n\n${template.text}` : template.text,
              })
            }
          />
        )}
        <TextArea
          id="compose-text"
          label={t.text}
          rows={kind === 'message' ? 6 : 12}
          maxLength={kind === 'message' ? 10_000 : 20_000}
          value={draft.text}
          error={errorOf('text')}
          onChange={(text) => change({ text })}
        />
        <div class="draft-line">
          {kept.failed ? (
            <p class="field-error" role="alert">
              {kept.saying}
            </p>
          ) : (
            <Status>{kept.saying}</Status>
          )}
          {draft.text && (
            <button type="button" class="link" onClick={kept.drop}>
              {t.draftDrop}
            </button>
          )}
        </div>
        <WritingHints text={draft.text} kind={kind} outcome={draft.outcome} />
        <FileUpload
          id="compose-uploads"
          label={t.attachments}
          optional
          error={errorOf('uploads')}
          files={draft.files}
          onChange={(next) => change({ files: next(kept.current().files) })}
          start={agentApi.upload}
          max={5}
          accept={['pdf', 'image', 'office']}
          onPending={(count) => {
            pending.current = count;
          }}
        />
        {kind === 'message' && (
          <Checkbox
            id="compose-awaits"
            label={t.awaits}
            checked={draft.awaitsReply}
            onChange={(awaitsReply) => change({ awaitsReply })}
          />
        )}
        <div class="buttons">
          <Button type="submit" busy={sending.busy}>
            {words[leaving].send}
          </Button>
        </div>
      </form>
      <ConfirmAnswer
        open={confirming}
        request={request}
        draft={{ ...draft, kind: leaving }}
        onClose={() => setConfirming(false)}
        onGo={() => {
          setConfirming(false);
          sending.send(leaving, draft);
        }}
      />
    </section>
  );
}
