import { useEffect, useState } from 'preact/hooks';
import { askedSteps } from '../../../functions/procedures/document-questions.ts';
import { validate } from '../../../functions/procedures/form-problems.ts';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import { visibleSteps } from '../../../functions/procedures/visible-form.ts';
import type { Site } from '../../site.ts';
import { lazily } from '../../ui/lazily.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { seemsSignedIn } from '../account/signed-in.ts';
import { addresses } from '../frame.tsx';
import { here } from '../translated.ts';
import { languageOf } from '../written.ts';
import { checkStep, sentStep, stepPath, stepsPage } from './addresses.ts';
import { LoadingPage } from './dead-ends.tsx';
import { answersOf } from './draft.ts';
import type { EndProps } from './end-pages.tsx';
import type { Home } from './home.ts';
import { quietly } from './quietly.tsx';
import { prepareRare } from './rare-kinds.tsx';
import { writeSent } from './sent.ts';
import type { SignedInProps } from './signed-in.tsx';
import { StepPage } from './step-page.tsx';
import type { TaskListProps } from './task-list.tsx';
import { today } from './today.ts';
import type { DraftState } from './use-draft.ts';

const SignedIn = quietly<SignedInProps>(async () => (await import('./signed-in.tsx')).SignedIn);
const TaskList = lazily<TaskListProps>(async () => (await import('./task-list.tsx')).TaskList);
const EndPage = lazily<EndProps>(async () => (await import('./end-pages.tsx')).EndPage);

export type InsideProps = {
  site: Site;
  state: DraftState;
  published?: Procedure | undefined;
  stepId: string;
};

/** The pages of a form that was begun: its steps, their list, the check before sending. */
export function Inside(props: InsideProps) {
  const { site, state, published, stepId } = props;
  const draft = state.draft as NonNullable<DraftState['draft']>;
  const { procedure } = draft;
  const [home, setHome] = useState<Home>();
  // Known once: what is written stays in its place when a session ends meanwhile.
  const [isSignedIn] = useState(seemsSignedIn);
  const answers = answersOf(draft);
  const steps = visibleSteps(procedure, answers, today());
  const index = steps.findIndex(({ id }) => id === stepId);
  const step = steps[index];
  const outdated = published !== undefined && published.revision !== procedure.revision;
  const go = (to: string, options?: { replace: boolean }) => navigate(stepPath(procedure.id, to), options);
  useEffect(() => {
    if (outdated) state.change((before) => ({ ...before, procedure: published as Procedure }));
    // A draft begun in another language goes on in this one.
    else if (published && published !== procedure && languageOf(published) !== languageOf(procedure))
      state.note((before) => ({ ...before, procedure: published }));
    else if (!step && stepId !== checkStep && stepId !== stepsPage)
      go(steps[0]?.id ?? checkStep, { replace: true });
    else if (step && draft.step !== step.id && draft.savedAt)
      state.change((before) => ({ ...before, step: step.id }));
  });
  useEffect(() => {
    prepareRare(askedSteps(procedure));
    EndPage.prepare();
  }, [procedure]);
  const changing = new URLSearchParams(location.search).has('modifier');
  const notice = (
    <>
      {state.filesExpired && <Notice kind="warning" title={form.expiredFiles} />}
      {(isSignedIn || draft.server) && <SignedIn site={site} state={state} draft={draft} onHome={setHome} />}
    </>
  );
  if (stepId === checkStep)
    return (
      <>
        {notice}
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
          onWaiting={({ id, secret }) => {
            state.discard();
            location.assign(here(`/cosigner#${id}.${secret}`));
          }}
          onLate={(toSend) => state.change((before) => ({ ...before, toSend }))}
        />
      </>
    );
  const follow = (event: MouseEvent, href: string) => {
    event.preventDefault();
    navigate(href);
  };
  if (stepId === stepsPage)
    return (
      <>
        {notice}
        <TaskList site={site} draft={draft} hrefOf={(to) => stepPath(procedure.id, to)} onFollow={follow} />
      </>
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
        home={home}
        onNext={next}
        onBack={back}
      />
    </>
  );
}
