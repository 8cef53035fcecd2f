import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { UploadIcon } from '../../ui/icons.tsx';
import { manage, importing as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { type Problem, proceduresApi } from '../data/procedures-api.ts';
import { isCode, queries } from '../data/queries.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { type Doc, isRecord } from './document.ts';

type Read = { document: Doc; problems: readonly Problem[]; exists: boolean; version: number };

/** A document from a file or pasted: judged first, kept as a draft when one says so; nothing is published here. */
export default function ImportPage() {
  const [text, setText] = useState('');
  const [read, setRead] = useState<Read>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const look = async (source: string) => {
    setBusy(true);
    setRead(undefined);
    setProblem('');
    try {
      const document: unknown = JSON.parse(source);
      if (!isRecord(document)) throw new SyntaxError('not a record');
      const { problems } = await proceduresApi.validate(document);
      const known = await proceduresApi.read(String(document.id)).catch((error) => {
        if (isCode(error, 'not-found')) return undefined;
        throw error;
      });
      setRead({ document, problems, exists: known !== undefined, version: known?.version ?? 0 });
    } catch (error) {
      setProblem(error instanceof SyntaxError ? t.notJson : sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const keep = async ({ document, version }: Read) => {
    setBusy(true);
    try {
      const id = String(document.id ?? '');
      await proceduresApi.save(id, document, version);
      await queries.invalidateQueries({ queryKey: ['procedures-managed'] });
      queries.removeQueries({ queryKey: ['procedure-worked', id] });
      navigate(`${base}/demarches/${id}`);
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  const errors = read?.problems.filter(({ level }) => level === 'error') ?? [];
  const hasId = /^[a-z][a-z0-9-]*$/.test(String(read?.document.id ?? ''));
  return (
    <AgentPage
      title={t.title}
      kicker={<a href={`${base}/demarches`}>{manage.title}</a>}
      intro={<p>{t.intro}</p>}
      wide={false}
    >
      <div class="panel">
        <div class="file-choice import-file">
          <input
            id="import-file"
            type="file"
            accept=".json,application/json"
            onChange={async (event) => {
              const source = (await event.currentTarget.files?.[0]?.text()) ?? '';
              setText(source);
              if (source) await look(source);
            }}
          />
          <label for="import-file" class="button secondary">
            <UploadIcon />
            {t.file}
          </label>
        </div>
        <TextArea
          id="import-text"
          label={t.paste}
          error={problem || undefined}
          rows={10}
          value={text}
          onChange={setText}
        />
        <div class="buttons">
          <Button look="secondary" busy={busy} onClick={() => void look(text)}>
            {t.look}
          </Button>
        </div>
      </div>
      {read && (
        <Alert>
          <Notice
            kind={errors.length > 0 ? 'warning' : 'success'}
            level={2}
            title={errors.length > 0 ? t.wrong(errors.length) : t.right}
          >
            <p>{t.is(String(read.document.title ?? read.document.id ?? ''), read.exists)}</p>
          </Notice>
        </Alert>
      )}
      {read && (
        <>
          <ul class="import-problems">
            {read.problems.map(({ path, code, level, place, message, remedy }) => (
              <li key={`${path}-${code}`} class={level}>
                <strong>{place}</strong>
                <p>{message}</p>
                <p class="hint">{remedy}</p>
                <code>{path}</code>
              </li>
            ))}
          </ul>
          <div class="buttons">
            {hasId ? (
              <Button busy={busy} onClick={() => void keep(read)}>
                {read.exists ? t.keepOver : t.keep}
              </Button>
            ) : (
              <p class="field-error">{t.noId}</p>
            )}
          </div>
        </>
      )}
    </AgentPage>
  );
}
