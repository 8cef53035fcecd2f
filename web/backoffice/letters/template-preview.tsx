import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { templates as t } from '../../ui/messages/backoffice-templates-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { isCode } from '../data/queries.ts';
import { type Draft, sent } from './draft.ts';
import { Paper } from './paper.tsx';
import { type Trial, templatesApi } from './templates-api.ts';

/** The letter as it would be, what keeps it from leaving and what would make it better, as one types. */
export function TemplatePreview(props: {
  draft: Draft;
  reference: string;
  trial: Trial | null;
  error: unknown;
  departments: readonly { code: string; name: string }[];
  onReference(reference: string): void;
}) {
  const { draft, reference, trial, error } = props;
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const unknown = error && (isCode(error, 'not-found') || isCode(error, 'forbidden'));
  const download = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const url = URL.createObjectURL(
        await templatesApi.pdf({ ...sent(draft), id: draft.id || 'modele' }, reference),
      );
      const link = Object.assign(document.createElement('a'), {
        href: url,
        download: `${draft.id || 'modele'}.pdf`,
      });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (caught) {
      setFailure(caught);
    } finally {
      setBusy(false);
    }
  };
  const wrong = [...(trial?.problems ?? []), ...(trial?.blocking ?? [])];
  return (
    <section class="template-preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t.preview}</h2>
      <TextField
        id="preview-reference"
        label={t.previewWith}
        hint={t.previewWithHint}
        width="medium"
        spellcheck={false}
        value={reference}
        error={unknown ? t.previewWrong : undefined}
        onChange={props.onReference}
      />
      {Boolean(error) && !unknown && <p role="alert">{sentenceOf(error)}</p>}
      <Status hidden>
        {wrong.length > 0 ? `${t.problems} : ${wrong.length}` : trial ? t.noProblem : ''}
      </Status>
      {wrong.length > 0 && (
        <Notice kind="warning" title={t.problems} level={3}>
          <ul>
            {wrong.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {trial?.text ? <Paper trial={trial} /> : <p class="soft">{t.previewWait}</p>}
      {trial && trial.missing.length > 0 && <p class="soft">{t.gaps(trial.missing.length)}</p>}
      {trial && trial.advice.length > 0 && (
        <details>
          <summary>
            {t.advice} ({trial.advice.length})
          </summary>
          <p>{t.readability(trial.readability)}</p>
          <ul>
            {trial.advice.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </details>
      )}
      {failure !== undefined && <p role="alert">{sentenceOf(failure)}</p>}
      {trial?.text && (
        <Button look="secondary" busy={busy} onClick={() => void download()}>
          {t.pdf}
        </Button>
      )}
    </section>
  );
}
