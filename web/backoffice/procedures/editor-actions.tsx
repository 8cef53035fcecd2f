import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { exportAddress, type Managed, proceduresApi } from '../data/procedures-api.ts';
import { queries } from '../data/queries.ts';
import { base } from '../routes.ts';
import type { Editing } from './use-document.ts';

type ActionsProps = {
  id: string;
  procedure: Managed;
  editing: Editing;
  readOnly: boolean;
  onPublish: () => void;
  onReload: () => void;
};

/** Undo, publish, and what is done rarely behind one button. */
export function EditorActions({ id, procedure, editing, readOnly, onPublish, onReload }: ActionsProps) {
  const [discarding, setDiscarding] = useState(false);
  const act = async (what: () => Promise<unknown>, said: string) => {
    try {
      await what();
      await queries.invalidateQueries({ queryKey: ['procedures-managed'] });
      toast(said);
      if (procedure.revision === 0 && what === discard) navigate(`${base}/demarches`);
      else onReload();
    } catch (error) {
      toast(sentenceOf(error));
    }
  };
  const discard = () => proceduresApi.discard(id);
  const archived = procedure.state === 'archived';
  const history = `${base}/demarches/${id}/revisions`;
  return (
    <div class="editor-actions">
      {!readOnly && (
        <>
          <Step words={t.undo} run={editing.undo} />
          <Step words={t.redo} run={editing.redo} />
        </>
      )}
      <details class="more">
        <summary class="button secondary">{t.more}</summary>
        <ul>
          <li>
            <a href={history}>{t.revisions}</a>
          </li>
          <li>
            <a href={exportAddress(id)} download>
              {t.export}
            </a>
          </li>
          {!readOnly && (worked(procedure) || editing.version > 0) && (
            <li>
              <button type="button" class="link" onClick={() => setDiscarding(true)}>
                {t.discard}
              </button>
            </li>
          )}
          {!readOnly && procedure.revision > 0 && (
            <li>
              <button
                type="button"
                class="link"
                onClick={() =>
                  void act(
                    () => (archived ? proceduresApi.restore(id) : proceduresApi.archive(id)),
                    archived ? t.restored : t.archived,
                  )
                }
              >
                {archived ? t.restore : t.archive}
              </button>
            </li>
          )}
        </ul>
      </details>
      {!readOnly && <Button onClick={onPublish}>{t.publish}</Button>}
      <Dialog id="discard" open={discarding} title={t.discard} onClose={() => setDiscarding(false)}>
        <p>{procedure.revision > 0 ? t.discardText : t.discardAll}</p>
        <div class="buttons">
          <Button
            look="danger"
            onClick={() => {
              setDiscarding(false);
              void act(discard, t.discarded);
            }}
          >
            {t.discardYes}
          </Button>
          <Button look="quiet" onClick={() => setDiscarding(false)}>
            {t.discardNo}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

const worked = ({ draft }: Managed): boolean => draft !== null;

const Step = ({ words, run }: { words: string; run?: () => void }) => (
  <button type="button" class="button quiet" aria-disabled={run ? undefined : 'true'} onClick={() => run?.()}>
    {words}
  </button>
);
