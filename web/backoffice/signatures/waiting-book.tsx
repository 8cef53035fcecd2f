import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { offline, signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { approveMany, type Refused, seenOf } from './approve-many.ts';
import type { BookItem } from './book-api.ts';
import { BookRow } from './book-row.tsx';
import { confirmIdentity, takeSelection } from './step-up.ts';

const keyOf = ({ letterId, step }: Pick<BookItem, 'letterId' | 'step'>): string => `${letterId}#${step}`;

/** What waits, with its boxes, and the bar that approves what is ticked: at the bottom, where the thumb is. */
export function WaitingBook(props: {
  items: readonly BookItem[];
  /** Letters this device has decided on already. */
  acted: ReadonlySet<string>;
  now: string;
  search: string;
}) {
  const { items, acted, now, search } = props;
  const back = useMemo(() => takeSelection(search), []);
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set(back.map(keyOf)));
  const [asking, setAsking] = useState(back.length > 0);
  const [done, setDone] = useState<number | null>(null);
  const [refused, setRefused] = useState<Refused[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const open = items.filter(({ letterId }) => !acted.has(letterId));
  const chosen = open.filter((item) => selected.has(keyOf(item)));
  const isAll = chosen.length === open.length && open.length > 0;
  const select = (item: BookItem, isChosen: boolean) => {
    const next = new Set(selected);
    if (isChosen) next.add(keyOf(item));
    else next.delete(keyOf(item));
    setSelected(next);
  };
  const approve = async () => {
    setDone(0);
    setFailure(undefined);
    try {
      const letters = chosen.map(seenOf);
      const result = await approveMany(letters, setDone);
      if (result.needsIdentity) return confirmIdentity(letters);
      setRefused(result.refused);
      setSelected(new Set());
      toast(t.approvedMany(letters.length - result.refused.length));
      await queries.invalidateQueries({ queryKey: ['book'] });
    } catch (error) {
      setFailure(error);
    }
    setAsking(false);
    setDone(null);
  };
  const subjectOf = (letterId: string) =>
    items.find((item) => item.letterId === letterId)?.reference ?? letterId;
  return (
    <>
      {back.length > 0 && (
        <Notice kind="success">
          <p>{t.backFromIdentity}</p>
        </Notice>
      )}
      {failure !== undefined && (
        <div role="alert">
          <Notice kind="danger">
            <p>{sentenceOf(failure)}</p>
          </Notice>
        </div>
      )}
      {refused.length > 0 && (
        <div role="alert">
          <Notice kind="warning" title={t.notApproved(refused.length)} level={2}>
            <ul>
              {refused.map(({ letterId, code }) => (
                <li key={letterId}>
                  {subjectOf(letterId)} : {kit.problem(code)}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <ul class="book-list">
        {items.map((item) => (
          <BookRow
            key={keyOf(item)}
            item={item}
            now={now}
            waits={acted.has(item.letterId) ? offline.waits : undefined}
            selected={selected.has(keyOf(item))}
            onSelect={acted.has(item.letterId) ? undefined : (isChosen) => select(item, isChosen)}
          />
        ))}
      </ul>
      <div class="thumb-bar">
        <p class="thumb-words" role="status">
          {chosen.length > 0 ? t.selected(chosen.length) : t.nothingSelected}
        </p>
        <div class="thumb-buttons">
          <Button look="secondary" onClick={() => setSelected(new Set(isAll ? [] : open.map(keyOf)))}>
            {isAll ? t.selectNone : t.selectAll}
          </Button>
          {chosen.length > 0 && (
            <Button id="approve-selection" onClick={() => setAsking(true)}>
              {t.approveMany(chosen.length)}
            </Button>
          )}
        </div>
      </div>
      <ApproveDialog
        items={chosen}
        open={asking && chosen.length > 0}
        done={done}
        onConfirm={() => void approve()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
