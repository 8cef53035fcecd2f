import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { instruction } from '../../ui/messages/backoffice-instruction-fr.ts';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import type { RequestFile } from '../data/agent-api.ts';
import type { WrittenDraft } from './draft-store.ts';
import { WritingHints } from './writing-hints-list.tsx';

const tones = { granted: 'success', refused: 'danger', answered: 'brand' } as const;

/** The one act that asks twice: an answer leaves the house and cannot be called back. */
export function ConfirmAnswer(props: {
  open: boolean;
  request: RequestFile;
  draft: WrittenDraft;
  onClose(): void;
  onGo(): void;
}) {
  const { request, draft } = props;
  const { email } = request.sender;
  const isLetter = draft.kind === 'letter';
  const title = isLetter ? instruction.letterConfirm : t.confirmTitle;
  const leaves = t.confirmBy(email ? t.byMail(email) : t.byLetter);
  return (
    <Dialog id="confirm-answer" open={props.open} title={title} onClose={props.onClose}>
      <p>{isLetter ? instruction.letterConfirmText : leaves}</p>
      <div class="preview">
        {draft.outcome && <Tag kind={tones[draft.outcome]}>{t.outcomes[draft.outcome]}</Tag>}
        <p class="lines">{draft.text}</p>
        {draft.files.length > 0 && (
          <ul>
            {draft.files.map((file) => (
              <li key={file.uploadId}>{file.name}</li>
            ))}
          </ul>
        )}
      </div>
      <p class="soft">{t.signature}</p>
      <WritingHints text={draft.text} kind={draft.kind} outcome={draft.outcome} />
      <div class="buttons">
        <Button onClick={props.onGo}>{isLetter ? instruction.letterGo : t.confirmGo}</Button>
        <Button look="quiet" onClick={props.onClose}>
          {shell.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
