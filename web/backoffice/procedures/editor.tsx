import { useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { Status, toast } from '../../ui/status.tsx';
import { useWide } from '../data/outcome.tsx';
import type { Worked } from '../data/procedures-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { site } from '../site.ts';
import { textAt } from './document.ts';
import { DeskContext } from './editing.tsx';
import { EditorActions } from './editor-actions.tsx';
import { Outline } from './outline.tsx';
import { Part } from './part.tsx';
import { focusIds, pageOf } from './places.ts';
import { ProblemList } from './problem-list.tsx';
import { ProcedureTags } from './procedure-tags.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { SavingTrouble, SavingWords } from './saving-words.tsx';
import { useDocument } from './use-document.ts';
import { useLetters } from './use-letters.ts';

/** The citizen's form is a second part to fetch: the outline and the form do not wait for it. */
const Preview = lazily<Parameters<typeof import('./preview.tsx').Preview>[0]>(
  async () => (await import('./preview.tsx')).Preview,
);
Preview.prepare();

type EditorProps = { id: string; worked: Worked; onReload: () => void };

/** Outline, form and preview of one procedure; on a narrow screen one at a time. */
export function Editor({ id, worked, onReload }: EditorProps) {
  const { me, departments } = useSignedIn();
  const readOnly = !me.roles.includes('administrator');
  const editing = useDocument(id, worked, readOnly);
  const letters = useLetters();
  const wide = useWide(72);
  const [selected, select] = useState(() => pageOf(new URLSearchParams(location.search).get('ou') ?? ''));
  const [panel, setPanel] = useState<'form' | 'preview'>('form');
  const [focus, setFocus] = useState<string>();
  const [publishing, setPublishing] = useState(false);
  const [said, say] = useState('');
  useLayoutEffect(() => {
    if (focus === undefined) return;
    const target = focusIds(focus).flatMap((each) => document.getElementById(each) ?? [])[0];
    const control = target?.matches('input, select, textarea, legend, button')
      ? target
      : target?.querySelector<HTMLElement>('input, select, textarea, summary, button');
    (control ?? target)?.focus();
    setFocus(undefined);
  }, [focus]);
  const open = (path: string, at?: string) => {
    const page = pageOf(path);
    select(page);
    setPanel('form');
    history.replaceState(null, '', `${location.pathname}?ou=${page}`);
    if (at !== undefined) setFocus(at);
  };
  const { doc } = editing;
  const title = textAt(doc, 'title') || t.untitled;
  const onKey = (event: KeyboardEvent) => {
    const typing = (event.target as Element).matches('input:not([type=checkbox], [type=radio]), textarea');
    if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    (event.shiftKey ? editing.redo : editing.undo)?.();
  };
  return (
    <DeskContext.Provider
      value={{
        ...{ doc, change: editing.change, problems: editing.problems, readOnly, open, say },
        departments: departments.map(({ code, name }) => ({ value: code, label: name })),
        letters,
        communes: site().communes.map(({ code, name }) => ({ value: code, label: name })),
      }}
    >
      <AgentPage
        title={title}
        context={t.context}
        kicker={<a href={`${base}/demarches`}>{t.all}</a>}
        intro={readOnly && <p>{t.readOnly}</p>}
      >
        <div class="editor-bar">
          <ProcedureTags
            procedure={worked.procedure}
            isDraft={worked.isDraft || editing.saving.status !== 'same'}
          />
          <SavingWords saving={editing.saving} />
          <EditorActions
            id={id}
            procedure={worked.procedure}
            editing={editing}
            readOnly={readOnly}
            onPublish={() => void editing.flush().then(() => setPublishing(true))}
            onReload={onReload}
          />
        </div>
        <SavingTrouble editing={editing} id={id} />
        <ProblemList />
        <Status hidden>{said}</Status>
        {!wide && (
          <fieldset class="panel-choice">
            <legend class="visually-hidden">{t.panels}</legend>
            {(['form', 'preview'] as const).map((each) => (
              <Button
                key={each}
                look={panel === each ? 'primary' : 'secondary'}
                onClick={() => setPanel(each)}
              >
                {t.panel[each]}
              </Button>
            ))}
          </fieldset>
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Z, which the buttons also do */}
        <div class="editor" onKeyDown={onKey}>
          {(wide || panel === 'form') && (
            <>
              {wide ? (
                <Outline selected={selected} />
              ) : (
                <details class="outline-fold">
                  <summary>{t.outline}</summary>
                  <Outline selected={selected} />
                </details>
              )}
              <div class="editor-part">
                <Part path={selected} />
              </div>
            </>
          )}
          {(wide || panel === 'preview') && <Preview doc={doc} selected={selected} />}
        </div>
        <PublishDialog
          open={publishing}
          procedure={worked.procedure}
          editing={editing}
          onClose={() => setPublishing(false)}
          onPublished={(revision) => {
            setPublishing(false);
            toast(t.published(revision));
            onReload();
          }}
        />
      </AgentPage>
    </DeskContext.Provider>
  );
}
