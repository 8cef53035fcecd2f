import { useEffect } from 'preact/hooks';
import { askedSteps } from '../../../functions/procedures/document-questions.ts';
import { validate, visibleSteps } from '../../../functions/procedures/form-engine.ts';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import type { Site } from '../../site.ts';
import { lastNow } from '../../ui/api.ts';
import { lazily } from '../../ui/lazily.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import { navigate, usePath } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { addresses } from '../frame.tsx';
import { LoadingPage, LoadProblem, NothingSentPage } from './dead-ends.tsx';
import { answersOf } from './draft.ts';
import type { EndProps } from './end-pages.tsx';
import { prepareRare } from './rare-kinds.tsx';
import { forgetSent, sentOf, writeSent } from './sent.ts';
import { StartPage } from './start-page.tsx';
import { StepPage } from './step-page.tsx';
import { today } from './today.ts';
import { type DraftState, useDraft } from './use-draft.ts';
import { useProcedure } from './use-procedure.ts';

export const checkStep = 'verifier';
export const sentStep = 'envoyee';

const EndPage = lazily<EndProps>(async () => (await import('./end-pages.tsx')).EndPage);

/** One procedure, from its first page to its confirmation; moving between steps asks nothing of the network. */
export function FormApp({ site, known }: { site: Site; known?: Procedure }) {
  const [, , id = '', stepId] = usePath().split('/');
  const { procedure: published, problem, retry } = useProcedure(id, known);
  const state = useDraft(id, published);
  const procedure = published ?? state.draft?.procedure;
  if (!procedure)
    return problem ? <LoadProblem site={site} code={problem} retry={retry} /> : <LoadingPage site={site} />;
  const sent = sentOf(id);
  if (stepId === sentStep)
    return sent ? (
      <EndPage page="sent" site={site} title={procedure.title} sent={sent} />
    ) : (
      <NothingSentPage site={site} />
    );
  if (!stepId) return <Start site={site} procedure={procedure} state={state} />;
  if (!state.draft) return <LoadingPage site={site} />;
  if (sent && state.draft.savedAt === '')
    return <EndPage page="sent" site={site} title={procedure.title} sent={{ ...sent, already: true }} />;
  return <Inside key={id} site={site} state={state} published={published} stepId={stepId} />;
}

const stepPath = (id: string, step: string) => `${addresses.procedures}/${id}/${step}`;

function Start({ site, procedure, state }: { site: Site; procedure: Procedure; state: DraftState }) {
  const { draft } = state;
  const begin = () => {
    forgetSent(procedure.id);
    navigate(stepPath(procedure.id, visibleSteps(procedure, {}, today())[0]?.id ?? checkStep));
  };
  if (!draft?.savedAt) return <StartPage site={site} procedure={procedure} onStart={begin} />;
  const steps = visibleSteps(draft.procedure, answersOf(draft), today());
  const at = Math.max(
    0,
    steps.findIndex(({ id }) => id === draft.step),
  );
  return (
    <StartPage
      site={site}
      procedure={procedure}
      resume={{ step: at + 1, count: steps.length, savedAt: draft.savedAt, now: lastNow() }}
      onResume={() => navigate(stepPath(procedure.id, steps[at]?.id ?? checkStep))}
      onRestart={() => {
        state.discard();
        begin();
      }}
    />
  );
}

function Inside(props: { site: Site; state: DraftState; published?: Procedure; stepId: string }) {
  const { site, state, published, stepId } = props;
  const draft = state.draft as NonNullable<DraftState['draft']>;
  const { procedure } = draft;
  const answers = answersOf(draft);
  const steps = visibleSteps(procedure, answers, today());
  const index = steps.findIndex(({ id }) => id === stepId);
  const step = steps[index];
  const outdated = published !== undefined && published.revision !== procedure.revision;
  const go = (to: string, options?: { replace: boolean }) => navigate(stepPath(procedure.id, to), options);
  useEffect(() => {
    if (outdated) state.change((before) => ({ ...before, procedure: published as Procedure }));
    else if (!step && stepId !== checkStep) go(steps[0]?.id ?? checkStep, { replace: true });
    else if (step && draft.step !== step.id && draft.savedAt)
      state.change((before) => ({ ...before, step: step.id }));
  });
  useEffect(() => {
    prepareRare(askedSteps(procedure));
    EndPage.prepare();
  }, [procedure]);
  const changing = new URLSearchParams(location.search).has('modifier');
  const notice = state.filesExpired && <Notice kind="warning" title={form.expiredFiles} />;
  if (stepId === checkStep)
    return (
      <EndPage
        page="check"
        site={site}
        draft={draft}
        stepHref={(to) => `${stepPath(procedure.id, to)}?modifier`}
        onFollow={(event, href) => {
          event.preventDefault();
          navigate(href);
        }}
        onBack={() => go(steps.at(-1)?.id ?? '')}
        onSent={(sent) => {
          writeSent(procedure.id, sent);
          state.discard();
          go(sentStep, { replace: true });
        }}
      />
    );
  if (!step) return <LoadingPage site={site} />;
  const next = () => {
    const following = steps[index + 1]?.id ?? checkStep;
    if (!changing) return go(following);
    const [first] = validate(procedure, answers, today());
    const open = steps.find(({ fields }) => fields.some(({ name }) => name === first?.field.split('.')[0]));
    go(open ? `${open.id}?modifier` : checkStep);
  };
  const back = () => {
    if (changing) return go(checkStep);
    const previous = steps[index - 1];
    if (previous) go(previous.id);
    else navigate(`${addresses.procedures}/${procedure.id}`);
  };
  return (
    <>
      {notice}
      <StepPage
        key={step.id}
        site={site}
        state={state}
        draft={draft}
        step={step}
        changing={changing}
        onNext={next}
        onBack={back}
      />
    </>
  );
}
