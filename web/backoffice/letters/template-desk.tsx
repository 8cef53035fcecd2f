import { useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { templates as t } from '../../ui/messages/backoffice-templates-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { base } from '../routes.ts';
import { useErrorTitle } from '../shell/error-title.ts';
import { type Draft, newId, sent } from './draft.ts';
import { TemplateForm } from './template-form.tsx';
import { TemplateHistory } from './template-history.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { type Kept, type Managed, templatesApi } from './templates-api.ts';
import { useTrial } from './use-trial.ts';

type Start = { draft: Draft; revision: number; mine: boolean };
type Problem = { field: string; message: string };

/** The form, what it gives, and what is wrong: one under the other on a phone, side by side at a desk. */
export function TemplateDesk(props: {
  start: Start;
  kept: Kept | null;
  all: Managed;
  onSaved(): Promise<void>;
}) {
  const { start, kept, all } = props;
  const [draft, setDraft] = useState(start.draft);
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(0);
  const [refused, setRefused] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const { trial, error } = useTrial(draft, reference);
  useErrorTitle(refused.length > 0);
  const isNew = start.revision === 0;
  const change = (part: Partial<Draft>) => {
    setSaid('');
    setDraft((before) => ({ ...before, ...part }));
  };
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      const { revision } = await templatesApi.save(draft.id || newId, sent(draft), start.revision);
      setRefused([]);
      await props.onSaved();
      setSaid(t.saved(revision));
      if (isNew) navigate(`${base}/modeles/${draft.id}`, { replace: true });
    } catch (failure) {
      setRefused(problemsOf(failure));
      setTried((count) => count + 1);
    } finally {
      setBusy(false);
    }
  };
  const errors = Object.fromEntries(refused.map(({ field, message }) => [field, message]));
  return (
    <div class="template-desk">
      <form class="desk-form template-form" noValidate onSubmit={save} aria-label={t.one}>
        <ErrorSummary attempt={tried} problems={refused} />
        {!start.mine && <Notice>{t.readOnly}</Notice>}
        <TemplateForm draft={draft} isNew={isNew} all={all} errors={errors} onChange={change} />
        <div class="template-save">
          {start.mine && (
            <Button type="submit" busy={busy}>
              {t.save}
            </Button>
          )}
          <Status>{said}</Status>
        </div>
        {kept && (
          <TemplateHistory
            kept={kept}
            onTake={(template, revision) => {
              setDraft(template);
              setSaid(t.takenBack(revision));
            }}
          />
        )}
      </form>
      <TemplatePreview
        {...{ draft, reference, trial, error }}
        departments={all.departments}
        onReference={setReference}
      />
    </div>
  );
}

const fieldOf = (path: string): string => `template-${path.split('.')[0] || 'body'}`;
const problemsOf = (failure: unknown): Problem[] => {
  if (!(failure instanceof ApiProblem)) return [{ field: 'template-body', message: t.failed }];
  if (failure.code === 'conflict') return [{ field: 'template-body', message: t.conflict }];
  if (failure.fields.length === 0) return [{ field: 'template-title', message: t.failed }];
  const problems = failure.fields.map(({ field, params }) => ({
    field: fieldOf(field),
    message: typeof params?.message === 'string' ? params.message : t.failed,
  }));
  return problems.filter(({ field }, index) => problems.findIndex((one) => one.field === field) === index);
};
