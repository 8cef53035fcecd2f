import { approvalKinds } from '../../../functions/signatures/letter.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { Status } from '../../ui/status.tsx';
import type { BookItem } from './book-api.ts';

/** What is about to be approved together, counted by kind, before it is. */
export function ApproveDialog(props: {
  items: readonly BookItem[];
  open: boolean;
  /** Letters done so far; null before it begins. */
  done: number | null;
  onConfirm(): void;
  onClose(): void;
}) {
  const { items, open, done, onConfirm, onClose } = props;
  return (
    <Dialog id="approve-many" open={open} title={t.confirmTitle(items.length)} onClose={onClose}>
      <ul class="book-kinds">
        {approvalKinds.map((kind) => {
          const count = items.filter((item) => item.kind === kind).length;
          return count > 0 && <li key={kind}>{t.confirmKinds(kind, count)}</li>;
        })}
      </ul>
      <p>{t.confirmText}</p>
      <p class="soft">{t.identity}</p>
      <Status>{done === null ? '' : t.approving(done, items.length)}</Status>
      {done !== null && <progress class="book-progress" max={items.length} value={done} aria-hidden="true" />}
      <div class="buttons dialog-buttons">
        <Button busy={done !== null} onClick={onConfirm}>
          {t.approveMany(items.length)}
        </Button>
        <Button look="secondary" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
