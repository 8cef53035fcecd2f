import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { editor as t } from '../../ui/messages/backoffice-knowledge-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { isCode, queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { problemsOf, publishable, startOf } from './article-draft.ts';
import { type ArticleBody, knowledgeApi } from './knowledge-api.ts';
import { Versions } from './versions.tsx';

type Props = { article: ArticleBody; version: number; withdrawn?: boolean };

/** What is written on one side, what citizens will read on the other; publishing makes the next version. */
export function ArticleForm({ article, version, withdrawn = false }: Props) {
  const { departments } = useSignedIn();
  const [draft, setDraft] = useState(() => startOf(article));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const [done, setDone] = useState('');
  const problems = tried ? problemsOf(draft) : {};
  const set = (change: Partial<typeof draft>) => {
    setDone('');
    setDraft((before) => ({ ...before, ...change }));
  };
  const act = async (deed: () => Promise<unknown>, said: string) => {
    setBusy(true);
    setFailure('');
    try {
      await deed();
      await queries.invalidateQueries({ queryKey: ['articles-managed'] });
      await queries.invalidateQueries({ queryKey: ['article-managed', article.id] });
      await queries.invalidateQueries({ queryKey: ['article-versions', article.id] });
      setDone(said);
    } catch (error) {
      setFailure(isCode(error, 'conflict') ? t.conflict : sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const publish = async () => {
    setTried(true);
    const first = Object.keys(problemsOf(draft))[0];
    if (first) return document.getElementById(`article-${first}`)?.focus();
    const next = publishable(draft, article);
    await act(async () => {
      await knowledgeApi.save(next, version);
      if (version === 0) navigate(`${base}/fiches/${next.id}`);
    }, t.published);
  };
  return (
    <div class="article-desk">
      <div class="panel">
        {withdrawn && (
          <Notice kind="info" title={t.isWithdrawn} level={2}>
            <p>{t.isWithdrawnText}</p>
          </Notice>
        )}
        {article.source && (
          <Notice kind="info" title={t.fromSource(article.source.name)} level={2}>
            <p>{t.fromSourceText}</p>
          </Notice>
        )}
        <TextField
          id="article-title"
          label={t.fields.title}
          hint={t.hints.title}
          error={problems.title}
          value={draft.title}
          onChange={(title) => set({ title })}
        />
        <TextArea
          id="article-summary"
          label={t.fields.summary}
          rows={2}
          maxLength={300}
          error={problems.summary}
          value={draft.summary}
          onChange={(summary) => set({ summary })}
        />
        <TextField
          id="article-keywords"
          label={t.fields.keywords}
          hint={t.hints.keywords}
          optional
          value={draft.keywords}
          onChange={(keywords) => set({ keywords })}
        />
        <Select
          id="article-department"
          label={t.fields.department}
          error={problems.department}
          options={departments.map(({ code, name }) => ({ value: code, label: name }))}
          value={draft.department}
          onChange={(department) => set({ department })}
        />
        <TextArea
          id="article-body"
          label={t.fields.body}
          hint={t.hints.body}
          rows={18}
          error={problems.body}
          value={draft.body}
          onChange={(body) => set({ body })}
        />
        {failure && (
          <Alert>
            <p class="field-error">{failure}</p>
          </Alert>
        )}
        <div class="buttons">
          <Button onClick={() => void publish()} busy={busy}>
            {t.publish}
          </Button>
          {version > 0 && !withdrawn && (
            <Button
              look="secondary"
              busy={busy}
              onClick={() => void act(() => knowledgeApi.withdraw(article.id), t.withdrawnNow)}
            >
              {t.withdraw}
            </Button>
          )}
          {version > 0 && !withdrawn && (
            <LinkButton look="quiet" href={`/aide/${article.id}`}>
              {t.see}
            </LinkButton>
          )}
        </div>
        <Status>{done}</Status>
      </div>
      <section class="panel article-preview" aria-labelledby="preview-title">
        <h2 id="preview-title">{t.preview}</h2>
        <p class="article-title">{draft.title || t.untitled}</p>
        <p class="soft">{draft.summary}</p>
        <Markdown text={draft.body} />
      </section>
      {version > 0 && (
        <Versions id={article.id} current={version} onTake={(former) => set(startOf(former))} />
      )}
    </div>
  );
}
