import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { publishing as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { type Managed, proceduresApi } from '../data/procedures-api.ts';
import { queries } from '../data/queries.ts';
import { ChangeList, changesOf } from './changes.tsx';
import type { Editing } from './use-document.ts';

type PublishProps = {
  open: boolean;
  procedure: Managed;
  editing: Editing;
  onClose: () => void;
  onPublished: (revision: number) => void;
};

/** What changes for people, and for the requests that are open; then the one button. */
export function PublishDialog({ open, procedure, editing, onClose, onPublished }: PublishProps) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { revision, id } = procedure;
  const before = useQuery({
    queryKey: ['procedure-published', id, revision],
    queryFn: () => proceduresApi.read(id, revision),
    enabled: open && revision > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const nothing = revision > 0 && editing.version === 0;
  const errors = editing.problems.filter(({ level }) => level === 'error').length;
  const changes = before.data ? changesOf(before.data.document, editing.doc) : [];
  const publish = async () => {
    setSending(true);
    setProblem(undefined);
    try {
      const isKept = await editing.flush();
      if (!isKept) throw new Error('unsaved');
      const reply = await proceduresApi.publish(id, editing.version);
      await queries.invalidateQueries({ queryKey: ['procedures-managed'] });
      onPublished(reply.revision);
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Dialog id="publish" open={open} title={t.title} onClose={onClose}>
      {nothing ? (
        <>
          <p>{t.nothing}</p>
          <div class="buttons">
            <Button onClick={onClose}>{t.cancel}</Button>
          </div>
        </>
      ) : errors > 0 ? (
        <>
          <Notice kind="warning" title={t.notYet(errors)}>
            <p>{t.notYetText}</p>
          </Notice>
          <div class="buttons">
            <Button onClick={onClose}>{t.seeProblems}</Button>
          </div>
        </>
      ) : (
        <>
          {revision === 0 && <p>{t.first}</p>}
          {before.isLoading && <Skeleton lines={3} />}
          {before.data && (
            <>
              <h3>{t.changes(changes.length)}</h3>
              <ChangeList changes={changes} />
            </>
          )}
          {revision > 0 && <p class="publish-effect">{t.openRequests(revision)}</p>}
          {problem !== undefined && (
            <Alert>
              <p class="field-error">{sentenceOf(problem)}</p>
            </Alert>
          )}
          <div class="buttons">
            <Button busy={sending} onClick={() => void publish()}>
              {sending ? t.sending : t.publish(revision + 1)}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {t.cancel}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
