import { LinkButton } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { privacy } from '../../ui/messages/privacy-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import { signInAgainAddress } from '../account/signed-in.ts';

/** Why it was not done; whoever signed in long ago shows again who they are. */
export function Refused({ code }: { code: string }) {
  return (
    <Alert>
      {code === 'fresh-sign-in-needed' ? (
        <Notice kind="warning" title={privacy.fresh.title}>
          <p>{privacy.fresh.text}</p>
          <LinkButton href={signInAgainAddress()}>{privacy.fresh.link}</LinkButton>
        </Notice>
      ) : (
        <Notice kind="danger" title={kit.problem(code)} />
      )}
    </Alert>
  );
}
