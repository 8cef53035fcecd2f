import { useEffect, useState } from 'preact/hooks';
import { earlyQuestions } from '../../../functions/procedures/early-questions.ts';
import type { Answers, Procedure } from '../../../functions/procedures/procedure.ts';
import { visibleSteps } from '../../../functions/procedures/visible-form.ts';
import type { Site } from '../../site.ts';
import { lastNow } from '../../ui/api.ts';
import { navigate } from '../../ui/navigation.ts';
import { seemsSignedIn } from '../account/signed-in.ts';
import { checkStep, stepPath } from './addresses.ts';
import { answersOf } from './draft.ts';
import type { EarlyCheckProps } from './early-check.tsx';
import { quietly } from './quietly.tsx';
import { forgetSent } from './sent.ts';
import { StartPage } from './start-page.tsx';
import type { StartKnown, StartSpaceProps } from './start-space.tsx';
import { today } from './today.ts';
import type { DraftState } from './use-draft.ts';

const StartSpace = quietly<StartSpaceProps>(async () => (await import('./start-space.tsx')).StartSpace);
const EarlyCheck = quietly<EarlyCheckProps>(async () => (await import('./early-check.tsx')).EarlyCheck);

/** The first page: what one needs, whether it is for oneself, and the draft of this device or of another. */
export function FormStart({
  site,
  procedure,
  state,
}: {
  site: Site;
  procedure: Procedure;
  state: DraftState;
}) {
  const [known, setKnown] = useState<StartKnown>();
  const [early, setEarly] = useState<Answers>({});
  const [isOpened, setOpened] = useState(false);
  const [isSignedIn, setSignedIn] = useState(false);
  useEffect(() => {
    setOpened(true);
    setSignedIn(seemsSignedIn());
  }, []);
  // Left here by somebody else of this browser, who finds it in their own space.
  const isOthers = known && state.draft?.server && state.draft.server.account !== known.account;
  useEffect(() => {
    if (isOthers) state.discard();
  }, [isOthers]);
  const draft = state.draft?.savedAt ? state.draft : known?.elsewhere?.draft;
  const go = (step: string | undefined) => navigate(stepPath(procedure.id, step ?? checkStep));
  const begin = () => {
    forgetSent(procedure.id);
    if (Object.keys(early).length > 0)
      state.change((before) => ({ ...before, answers: { ...before.answers, ...early } }));
    go(visibleSteps(procedure, early, today())[0]?.id);
  };
  // What waited for the network leaves as soon as the form is opened again.
  useEffect(() => {
    if (state.draft?.toSend) go(checkStep);
  }, [state.draft?.toSend]);
  const questions = earlyQuestions(procedure);
  const steps = draft ? visibleSteps(draft.procedure, answersOf(draft), today()) : [];
  const at = Math.max(
    0,
    steps.findIndex(({ id }) => id === draft?.step),
  );
  const resumed = draft && {
    resume: { step: at + 1, count: steps.length, savedAt: draft.savedAt, now: lastNow() },
    onResume: () => {
      if (draft !== state.draft) state.change(() => draft);
      go(steps[at]?.id);
    },
    onRestart: () => {
      state.discard();
      setKnown(undefined);
      if (isSignedIn)
        void import('./use-server-draft.ts').then((server) => server.dropServerDraft(procedure.id));
      begin();
    },
  };
  return (
    <>
      <StartPage
        site={site}
        procedure={procedure}
        known={known}
        onStart={begin}
        early={
          isOpened &&
          questions.length > 0 && (
            <EarlyCheck site={site} procedure={procedure} fields={questions} onAnswers={setEarly} />
          )
        }
        {...resumed}
      />
      {isSignedIn && <StartSpace procedure={procedure} onKnown={setKnown} />}
    </>
  );
}
