import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { validate } from '../../../functions/procedures/form-problems.ts';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import { clean, visibleSteps } from '../../../functions/procedures/visible-form.ts';
import { answersOf, type Draft, emptyDraft } from '../../portal/form/draft.ts';
import { StepPage } from '../../portal/form/step-page.tsx';
import { today } from '../../portal/form/today.ts';
import type { DraftState } from '../../portal/form/use-draft.ts';
import { Button } from '../../ui/button.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { ask as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { Embedded } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { agentApi } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { site } from '../site.ts';
import type { Chosen, DeskDraft } from './draft.ts';
import { receptionApi } from './reception-api.ts';

type Props = {
  procedure: string;
  draft: DeskDraft;
  error: string | undefined;
  onChange(part: Partial<DeskDraft>): void;
};

/** The form citizens fill in, with the same questions and the same checks, answered for the person who is there. */
export function AskForm({ procedure: id, draft, error, onChange }: Props) {
  const read = useQuery({
    queryKey: ['procedure', id],
    queryFn: () => receptionApi.procedure(id),
    staleTime: 600_000,
  });
  if (read.error) return <ErrorBox error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={5} />;
  return <Asked {...{ draft, error, onChange }} procedure={read.data as Procedure} />;
}

/** What is known of the person is not asked again. */
const begun = (procedure: Procedure, person: Chosen | null): Draft => {
  const { identity } = procedure;
  const [given = '', ...family] = (person?.name ?? '').split(' ');
  const known: [string | undefined, string | null][] = [
    [identity.givenName, given],
    [identity.familyName, family.join(' ')],
    [identity.email, person?.email ?? null],
    [identity.phone, person?.phone ?? null],
  ];
  const answers = Object.fromEntries(
    known.flatMap(([name, value]) => (name && value ? [[name, value]] : [])),
  );
  return { ...emptyDraft(procedure), answers };
};

function Asked({
  draft: desk,
  procedure,
  error,
  onChange,
}: Omit<Props, 'procedure'> & { procedure: Procedure }) {
  const [draft, setDraft] = useState<Draft>(() => ({
    ...(desk.form?.draft ?? begun(procedure, desk.person)),
    procedure,
  }));
  const now = today();
  const answers = answersOf(draft);
  const steps = visibleSteps(procedure, answers, now);
  const [shown, show] = useState<string | null>(desk.form?.body ? null : (steps[0]?.id ?? null));
  const box = useRef<HTMLElement>(null);
  const current = steps.find(({ id }) => id === shown);
  const isReady = shown === null && validate(procedure, answers, now).length === 0;
  useEffect(() => {
    const kept = clean(procedure, answers, now);
    const uploads = Object.entries(draft.files)
      .filter(([field]) => field in kept)
      .flatMap(([field, list]) => list.map(({ uploadId, name }) => ({ field, uploadId, name })));
    const { id, revision } = procedure;
    const body = isReady ? { kind: 'form' as const, procedure: id, revision, answers: kept, uploads } : null;
    // Nothing was typed yet: opening the form does not begin the contact anew.
    if (desk.form || draft.savedAt || body) onChange({ form: { draft, body } });
  }, [draft, isReady]);
  const state: DraftState = {
    ...{ draft, filesExpired: false, saving: { status: 'none' } },
    change: (change) => setDraft((before) => ({ ...change(before), procedure, savedAt: 'typed' })),
    note: (change) => setDraft((before) => ({ ...change(before), procedure })),
    discard: () => setDraft(begun(procedure, desk.person)),
  };
  const at = steps.findIndex(({ id }) => id === shown);
  const go = (to: string | null) => {
    show(to);
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <section class="ask-form" id="ask-form" ref={box} tabIndex={-1} aria-label={t.formTitle(procedure.title)}>
      {error && <p class="field-error">{error}</p>}
      <p class="hint">{t.formHint}</p>
      <Embedded.Provider value={true}>
        {current && (
          <StepPage
            key={current.id}
            site={site()}
            state={state}
            draft={draft}
            step={current}
            changing={false}
            onNext={() => go(steps[at + 1]?.id ?? null)}
            onBack={() => go(steps[Math.max(0, at - 1)]?.id ?? null)}
            upload={(file) => agentApi.upload(file)}
          />
        )}
      </Embedded.Provider>
      {shown === null && (
        <p class={isReady ? 'form-ready' : 'field-error'}>
          {isReady && <CheckIcon />}
          {isReady ? t.ready : t.incomplete}{' '}
          <Button look="secondary" onClick={() => go(steps[0]?.id ?? null)}>
            {t.change}
          </Button>
        </p>
      )}
    </section>
  );
}
