import { useState } from 'preact/hooks';
import type { SafeView } from '../../../functions/safe/safe-api.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { safe as t } from '../../ui/messages/safe-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { useEarly } from '../account/use-early.ts';
import { AddDocuments } from './add-documents.tsx';
import { Archive } from './archive.tsx';
import { type DocumentActs, DocumentCard, kindName } from './document-card.tsx';
import { DocumentForm } from './document-form.tsx';
import { saveFrom } from './save-file.ts';
import { ShareDialog } from './share-dialog.tsx';
import { Storage } from './storage.tsx';
import { codeOf, contentOf, useSafe } from './use-safe.ts';
import { useWarnings, WarnByMail, Warnings } from './warnings.tsx';

type DocumentsProps = {
  /** Asked from the list of links: the choice of documents is open. */
  isSharing: boolean;
  onShared: () => void;
  onErrors: (inError: boolean) => void;
};

/** The documents of the safe, newest first: add, open, correct, share, delete. */
export function Documents({ isSharing, onShared, onErrors }: DocumentsProps) {
  const safe = useSafe('safe');
  const [open, setOpen] = useState<string>();
  const [editing, edit] = useState<SafeView>();
  const [sharing, setSharing] = useState<string | null>(null);
  const [filter, setFilter] = useState('');
  const [said, say] = useState('');
  const [problem, setProblem] = useState<string>();
  const [changed, setChanged] = useState(0);
  const warnings = useWarnings(changed);
  const isEarly = useEarly();
  // What is to be prepared stands above the list: both come together, unless one keeps the other waiting.
  const list = isEarly && !warnings ? undefined : safe.list;

  const act = async (work: Promise<unknown>, sentence = '') => {
    setProblem(undefined);
    await work.then(() => say(sentence)).catch((error) => setProblem(codeOf(error)));
    setChanged((count) => count + 1);
  };
  const acts: DocumentActs = {
    onToggle: ({ id }) => setOpen((now) => (now === id ? undefined : id)),
    onSave: ({ id }) => void act(contentOf(id, 'save').then(({ url }) => saveFrom(url))),
    onCorrect: edit,
    onShare: ({ id }) => setSharing(id),
    onRemove: (document) => void act(safe.remove(document, 'bin'), t.removed(document.name)),
  };
  const back = (id: string) => {
    edit(undefined);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[id="document-${id}"] .document-name`)?.focus(),
    );
  };
  if (editing && list)
    return (
      <DocumentForm
        document={editing}
        onErrors={onErrors}
        members={list.members}
        onCancel={() => back(editing.id)}
        onSaved={(saved) => {
          safe.put(saved);
          setChanged((count) => count + 1);
          say(t.form.saved(saved.name));
          back(saved.id);
        }}
      />
    );

  const wrong = problem ?? safe.problem;
  const types = [...new Set(list?.documents.map(({ type }) => type))];
  const shown = list?.documents.filter(({ type }) => filter === '' || type === filter) ?? [];
  return (
    <>
      <Status>{said}</Status>
      {wrong && (
        <Alert>
          <Notice kind="danger">
            <p>{kit.problem(wrong)}</p>
            {!list && (
              <Button look="secondary" onClick={() => void safe.load()}>
                {kit.retry}
              </Button>
            )}
          </Notice>
        </Alert>
      )}
      {!list && !wrong && <Skeleton lines={5} />}
      {list && (
        <>
          <Warnings warnings={warnings} />
          <AddDocuments keep={safe.keep} onKept={() => setChanged((count) => count + 1)} />
          {list.documents.length === 0 ? (
            <EmptyState title={t.empty.title}>
              <p>{t.empty.text}</p>
            </EmptyState>
          ) : (
            <>
              {types.length > 2 && (
                <Select
                  {...{ id: 'filter', label: t.filter.label, value: filter, onChange: setFilter }}
                  empty={t.filter.all}
                  options={types.map((value) => ({ value, label: kindName(value) }))}
                />
              )}
              <h2 class="visually-hidden">{t.tabs.documents}</h2>
              <ul class="documents">
                {shown.map((document) => (
                  <DocumentCard
                    key={document.id}
                    {...{ document, acts, busy: false, isOpen: open === document.id }}
                  />
                ))}
              </ul>
              {shown.length === 0 && <p>{t.none}</p>}
            </>
          )}
          {list.next && (
            <Button look="secondary" onClick={() => void safe.load(list.next ?? undefined)}>
              {t.more}
            </Button>
          )}
          <WarnByMail
            byMail={list.warnByMail}
            onByMail={(byMail) => void act(safe.warnByMail(byMail), byMail ? t.warnings.on : t.warnings.off)}
          />
          <Storage used={list.used} quota={list.quota} />
          {list.documents.length > 0 && <Archive />}
          <p class="privacy-line">
            <LockIcon />
            <span>{t.private}</span>
          </p>
          <ShareDialog
            documents={list.documents}
            first={sharing ?? (isSharing ? '' : null)}
            onMade={() => undefined}
            onClose={() => {
              setSharing(null);
              onShared();
            }}
          />
        </>
      )}
    </>
  );
}
