import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import type { Change } from './what-changed.ts';

/** Said when a colleague was quicker: what changed, and that nothing typed is lost. */
export function ChangedNotice({ changes, onSeen }: { changes: readonly Change[]; onSeen(): void }) {
  const { departmentName } = useSignedIn();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'center' });
  }, []);
  const leave = () => {
    document.getElementById('compose-text')?.focus();
    onSeen();
  };
  const wordOf = (field: 'state' | 'department' | 'agent', value: string | null) => {
    if (field === 'department') return departmentName(value);
    if (field === 'state') return shell.states[value ?? ''] ?? value ?? shell.none;
    return value ?? t.nobody;
  };
  const sentence = (change: Change) => {
    if ('added' in change)
      return change.field === 'messages' ? t.newMessages(change.added) : t.newNotes(change.added);
    const { field, before, after } = change;
    return t.changedField(t[field], wordOf(field, before), wordOf(field, after));
  };
  return (
    <div role="alert" ref={box} tabIndex={-1} class="changed">
      <Notice kind="warning" title={t.conflictTitle} level={2}>
        <p>{t.conflictText}</p>
        {changes.length === 0 ? (
          <p>{t.conflictNothing}</p>
        ) : (
          <ul>
            {changes.map((change) => (
              <li key={change.field}>{sentence(change)}</li>
            ))}
          </ul>
        )}
        <Button look="secondary" onClick={leave}>
          {t.conflictKeep}
        </Button>
      </Notice>
    </div>
  );
}
