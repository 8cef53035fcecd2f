import { Button } from '../../ui/button.tsx';
import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { time } from '../../ui/messages/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { exportAddress } from '../data/procedures-api.ts';
import type { Editing } from './use-document.ts';

/** Whether what was written is kept: said quietly when it is, at once when it is not. */
export const SavingWords = ({ saving }: { saving: Editing['saving'] }) => (
  <Status>
    {saving.status === 'saving' || saving.status === 'waiting'
      ? t.saving
      : saving.status === 'saved' && saving.at
        ? t.saved(time(saving.at))
        : ''}
  </Status>
);

/** A colleague saved meanwhile, or the network failed: nothing is lost, and the way out is here. */
export function SavingTrouble({ editing, id }: { editing: Editing; id: string }) {
  const { status } = editing.saving;
  if (status === 'failed')
    return (
      <Alert>
        <Notice kind="danger" title={t.saveFailed}>
          <p>{t.saveFailedText}</p>
          <Button look="secondary" onClick={() => void editing.flush()}>
            {t.saveAgain}
          </Button>
        </Notice>
      </Alert>
    );
  if (status !== 'conflict') return null;
  return (
    <Alert>
      <Notice kind="warning" title={t.conflict}>
        <p>{t.conflictText}</p>
        <div class="buttons">
          <Button look="secondary" onClick={() => void editing.takeTheirs()}>
            {t.takeTheirs}
          </Button>
          <Button look="secondary" onClick={() => void editing.keepMine()}>
            {t.keepMine}
          </Button>
          <a href={exportAddress(id)} download>
            {t.exportTheirs}
          </a>
        </div>
      </Notice>
    </Alert>
  );
}
