import { useState } from 'preact/hooks';
import type { MemberView } from '../../../functions/households/household-api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { CopyIcon } from '../../ui/icons.tsx';
import { household } from '../../ui/messages/household-fr.ts';
import { sharing } from '../../ui/messages/sharing-fr.ts';
import { Status } from '../../ui/status.tsx';
import { invitationLink } from './invitation.tsx';

export type Question =
  | { about: 'remove' | 'end-sharing'; member: MemberView }
  | { about: 'invite'; member: MemberView; secret: string; expiresAt: string };
type AskedProps = {
  question: Question | undefined;
  onClose: () => void;
  onRemove: (member: MemberView) => void;
  onEndSharing: (member: MemberView) => void;
};

/** What is asked before something that cannot be taken back, and the link that is shown once. */
export function Asked({ question, onClose, onRemove, onEndSharing }: AskedProps) {
  const { removing } = household;
  const { ending, invitation } = sharing;
  const titles = {
    remove: question ? removing.title(question.member.givenName) : '',
    'end-sharing': ending.title,
    invite: invitation.title,
  };
  return (
    <Dialog
      id="asked"
      open={Boolean(question)}
      title={question ? titles[question.about] : ''}
      onClose={onClose}
    >
      {question?.about === 'remove' && (
        <>
          <p>{removing.text}</p>
          {question.member.shared && <p>{removing.shared}</p>}
          <div class="household-actions">
            <Button look="danger" onClick={() => onRemove(question.member)}>
              {removing.yes}
            </Button>
            <Button look="secondary" onClick={onClose}>
              {removing.no}
            </Button>
          </div>
        </>
      )}
      {question?.about === 'end-sharing' && (
        <>
          <p>{ending.text}</p>
          <div class="household-actions">
            <Button look="danger" onClick={() => onEndSharing(question.member)}>
              {ending.yes}
            </Button>
            <Button look="secondary" onClick={onClose}>
              {ending.no}
            </Button>
          </div>
        </>
      )}
      {question?.about === 'invite' && (
        <InvitationLink secret={question.secret} expiresAt={question.expiresAt} onClose={onClose} />
      )}
    </Dialog>
  );
}

function InvitationLink({
  secret,
  expiresAt,
  onClose,
}: {
  secret: string;
  expiresAt: string;
  onClose: () => void;
}) {
  const t = sharing.invitation;
  const [said, say] = useState('');
  const link = invitationLink(secret);
  return (
    <>
      <p>{t.text(expiresAt)}</p>
      <TextField id="invitation-link" label={t.link} value={link} onChange={() => undefined} />
      <Status>{said}</Status>
      <div class="household-actions">
        <Button
          onClick={() =>
            void navigator.clipboard
              .writeText(link)
              .then(() => say(t.copied))
              .catch(() => document.querySelector<HTMLInputElement>('#invitation-link')?.select())
          }
        >
          <CopyIcon />
          {t.copy}
        </Button>
        <Button look="secondary" onClick={onClose}>
          {t.done}
        </Button>
      </div>
    </>
  );
}
