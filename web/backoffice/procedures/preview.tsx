import { useEffect, useRef, useState } from 'preact/hooks';
import { clean, visibleFields, visibleSteps } from '../../../functions/procedures/visible-form.ts';
import { CheckPage } from '../../portal/form/check-page.tsx';
import { answersOf, type Draft, emptyDraft } from '../../portal/form/draft.ts';
import { StartPage } from '../../portal/form/start-page.tsx';
import { StepPage } from '../../portal/form/step-page.tsx';
import { today } from '../../portal/form/today.ts';
import type { DraftState } from '../../portal/form/use-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { RefreshIcon } from '../../ui/icons.tsx';
import { editor as t, preview as words } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { Embedded } from '../../ui/page.tsx';
import { toast } from '../../ui/status.tsx';
import { site } from '../site.ts';
import { completed } from './complete.ts';
import { type Doc, joined, textAt } from './document.ts';

const start = 'start';
const check = 'check';

/** The form as the citizen will see it, with the same components: what is answered here is a trial and goes nowhere. */
export function Preview({ doc, selected }: { doc: Doc; selected: string }) {
  const procedure = completed(doc);
  const [trial, setTrial] = useState<Draft>(() => emptyDraft(procedure));
  const [shown, show] = useState(start);
  const box = useRef<HTMLElement>(null);
  const draft = { ...trial, procedure };
  const answers = answersOf(draft);
  const now = today();
  const steps = visibleSteps(procedure, answers, now);
  const stepAt = Number(/^steps\.(\d+)/.exec(selected)?.[1] ?? Number.NaN);
  const selectedStep = procedure.steps[stepAt]?.id;
  const question = textAt(doc, joined(/^steps\.\d+\.fields\.\d+/.exec(selected)?.[0] ?? '', 'name'));
  useEffect(() => {
    if (selectedStep) show(selectedStep);
    else if (selected !== 'steps') show(start);
  }, [selected, selectedStep]);

  const current = steps.find(({ id }) => id === shown);
  const hidden = shown !== start && shown !== check && !current;
  const fields = current ? visibleFields(current, clean(procedure, answers, now), now) : [];
  const isQuestionHidden =
    question !== '' &&
    shown === selectedStep &&
    current !== undefined &&
    !fields.some(({ name }) => name === question);
  useEffect(() => {
    const field =
      question === ''
        ? undefined
        : box.current?.querySelector(`[id="champ-${question}"], [id^="champ-${question}."]`);
    const frame = field?.closest('.step-form > *');
    frame?.classList.add('previewed');
    if (frame && box.current)
      box.current.scrollTop +=
        frame.getBoundingClientRect().top - box.current.getBoundingClientRect().top - 80;
    return () => frame?.classList.remove('previewed');
  }, [question, shown]);

  const state: DraftState = {
    draft,
    filesExpired: false,
    saving: { status: 'none' },
    change: (change) => setTrial((before) => change({ ...before, procedure })),
    note: (change) => setTrial((before) => change({ ...before, procedure })),
    discard: () => setTrial(emptyDraft(procedure)),
  };
  const at = steps.findIndex(({ id }) => id === shown);
  const go = (to: string | undefined) => {
    show(to ?? check);
    box.current?.scrollTo(0, 0);
    box.current?.focus();
  };
  return (
    <section class="procedure-preview" aria-labelledby="preview-title">
      <div class="preview-head">
        <h2 id="preview-title">{words.title}</h2>
        <Button look="quiet" onClick={() => setTrial(emptyDraft(procedure))}>
          <RefreshIcon />
          {words.again}
        </Button>
      </div>
      <Select
        id="preview-page"
        label={words.page}
        empty={null}
        options={[
          { value: start, label: words.start },
          ...steps.map(({ id, title }, index) => ({ value: id, label: words.step(index + 1, title) })),
          { value: check, label: words.check },
          ...(hidden ? [{ value: shown, label: words.hiddenPage }] : []),
        ]}
        value={shown}
        onChange={go}
      />
      {(hidden || isQuestionHidden) && (
        <p class="advice" role="status">
          {hidden ? words.hiddenStep : words.hiddenQuestion}
        </p>
      )}
      <section
        class="preview-screen"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label={words.screen}
        onClickCapture={stay}
      >
        <Embedded.Provider value={true}>
          {shown === start && (
            <StartPage site={site()} procedure={procedure} onStart={() => go(steps[0]?.id)} />
          )}
          {current && (
            <StepPage
              key={current.id}
              site={site()}
              state={state}
              draft={draft}
              step={current}
              changing={false}
              onNext={() => go(steps[at + 1]?.id)}
              onBack={() => go(at > 0 ? steps[at - 1]?.id : start)}
              upload={async () => ({ uploadId: crypto.randomUUID(), url: '', fields: {} })}
            />
          )}
          {shown === check && (
            <CheckPage
              site={site()}
              draft={draft}
              stepHref={(step) => `#champ-${step}`}
              onFollow={(event, href) => {
                event.preventDefault();
                go(href.slice('#champ-'.length));
              }}
              onBack={() => go(steps.at(-1)?.id ?? start)}
              onSent={() => undefined}
              sendWith={() => {
                toast(words.notSent);
                return new Promise(() => undefined);
              }}
            />
          )}
        </Embedded.Provider>
      </section>
      <p class="hint">{t.previewHint}</p>
    </section>
  );
}

/** A link of the form would leave the editor: in a preview it leads nowhere. */
function stay(event: MouseEvent): void {
  const link = (event.target as Element).closest('a');
  if (!link || link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  event.stopPropagation();
}
