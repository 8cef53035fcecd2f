import { useState } from 'preact/hooks';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { ActForm } from './act-form.tsx';
import { type Card, citizensApi } from './citizens-api.ts';
import { PersonCard } from './person-card.tsx';
import { useAct } from './use-act.ts';

export type Pair = { one: Card; other: Card; said?: { by: string; at: string } };

/** Both sheets side by side, then the choice: nothing is merged from a line of a list. */
export function MergeDialog(props: { pair: Pair | null; onClose(): void; onMerged(personId: string): void }) {
  const { pair, onClose, onMerged } = props;
  const [reason, setReason] = useState('');
  const act = useAct(
    ({ one, other, said }: Pair, key) =>
      citizensApi.merge(
        one.personId,
        { with: other.personId, reason: reason.trim(), despite: said !== undefined },
        key,
      ),
    t.merged,
    ({ personId }) => {
      onClose();
      onMerged(personId);
    },
  );
  return (
    <Dialog id="merge" open={pair !== null} title={t.mergeTitle} onClose={onClose}>
      {pair && (
        <ActForm act={act} go={t.mergeGo} onSubmit={() => act.run(pair)}>
          <p>{t.mergeText}</p>
          {pair.said && <Notice kind="warning">{t.mergeWarning(pair.said.by, pair.said.at)}</Notice>}
          <div class="person-pair">
            <PersonCard person={pair.one} />
            <PersonCard person={pair.other} />
          </div>
          <TextField id="merge-reason" label={t.reason} optional value={reason} onChange={setReason} />
        </ActForm>
      )}
    </Dialog>
  );
}

export function DifferentDialog(props: { pair: Pair | null; onClose(): void; onSaid(): void }) {
  const { pair, onClose, onSaid } = props;
  const [reason, setReason] = useState('');
  const act = useAct(
    ({ one, other }: Pair, key) => citizensApi.differ(one.personId, other.personId, reason.trim(), key),
    t.differentSaved,
    () => {
      onClose();
      onSaid();
    },
  );
  return (
    <Dialog id="different" open={pair !== null} title={t.differentTitle} onClose={onClose}>
      {pair && (
        <ActForm act={act} go={t.different} onSubmit={() => act.run(pair)}>
          <p>{t.differentText}</p>
          <div class="person-pair">
            <PersonCard person={pair.one} />
            <PersonCard person={pair.other} />
          </div>
          <TextField id="different-reason" label={t.reason} optional value={reason} onChange={setReason} />
        </ActForm>
      )}
    </Dialog>
  );
}
