import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { CheckboxGroup } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { ActForm } from './act-form.tsx';
import { citizensApi, hrefOf, type Person } from './citizens-api.ts';
import type { PersonProps } from './person-desk.tsx';
import { useAct } from './use-act.ts';

type Merge = Person['merges'][number];

/** What was merged into this page, each to be undone; and who this is not. */
export function MergesPanel({ person }: PersonProps) {
  const [undoing, setUndoing] = useState<Merge | null>(null);
  if (person.merges.length === 0 && person.different.length === 0) return null;
  const nameOf = (by: string) => person.names[by] ?? t.formerAgent;
  return (
    <section class="panel" aria-labelledby="merges-title">
      <h2 id="merges-title">{t.merges}</h2>
      <ul class="household">
        {person.merges.map((merge) => (
          <li key={merge.mergeId}>
            <span>
              <strong>{t.pair(merge.one.name, merge.other.name)}</strong>{' '}
              <span class="soft">{t.mergedOn(merge.at, nameOf(merge.by))}</span>
              {merge.reason && <span class="soft"> · {merge.reason}</span>}
            </span>
            {person.may.merge && (
              <Button look="secondary" about={merge.other.name} onClick={() => setUndoing(merge)}>
                {t.undo}
              </Button>
            )}
          </li>
        ))}
        {person.different.map(({ personId, name, by, at, reason }) => (
          <li key={personId}>
            <span>
              {t.saidDifferent} <a href={hrefOf(personId)}>{name || t.unnamed}</a>{' '}
              <span class="soft">{t.saidDifferentBy(nameOf(by), at)}</span>
              {reason && <span class="soft"> · {reason}</span>}
            </span>
          </li>
        ))}
      </ul>
      <Dialog id="undo-merge" open={undoing !== null} title={t.undoTitle} onClose={() => setUndoing(null)}>
        {undoing && <UndoForm person={person} merge={undoing} onDone={() => setUndoing(null)} />}
      </Dialog>
    </section>
  );
}

function UndoForm({ person, merge, onDone }: { person: Person; merge: Merge; onDone(): void }) {
  const [reason, setReason] = useState('');
  const [different, setDifferent] = useState<string[]>([]);
  const act = useAct(
    (body: { reason: string; different: boolean }, key) =>
      citizensApi.undo(person.personId, merge.mergeId, body, key),
    t.undone,
    onDone,
  );
  return (
    <ActForm
      act={act}
      go={t.undo}
      onSubmit={() => act.run({ reason: reason.trim(), different: different.length > 0 })}
    >
      <p>{t.undoText}</p>
      <TextField id="undo-reason" label={t.reason} optional value={reason} onChange={setReason} />
      <CheckboxGroup
        id="undo-different"
        label={t.undoMore}
        options={[{ value: 'different', label: t.undoDifferent }]}
        value={different}
        onChange={setDifferent}
      />
    </ActForm>
  );
}
