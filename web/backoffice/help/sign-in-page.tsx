import { LinkButton } from '../../ui/button.tsx';
import { signIn as t } from '../../ui/messages/backoffice-help-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { signInAddress } from '../data/session-end.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';

/** Only paths of this application are come back to. */
const safe = (to: string | null): string =>
  to && (to === base || to.startsWith(`${base}/`)) && !to.includes('//') ? to : `${base}/`;

/** Why somebody may land here; unknown words are said as a failed attempt. */
const aliases: Record<string, string> = {
  'unknown-agent': 'unknown',
  forbidden: 'unknown',
  unauthenticated: 'expired',
};

export default function SignInPage() {
  const params = new URLSearchParams(useSearch());
  const code = params.get('message') ?? params.get('erreur') ?? params.get('error');
  const message = code && (t.messages[aliases[code] ?? code] ?? t.messages.refused);
  return (
    <AgentPage title={t.title} intro={<p>{t.lead}</p>} wide={false}>
      {message && (
        <Notice kind={code === 'signed-out' ? 'success' : 'warning'} title={message[0]} level={2}>
          <p>{message[1]}</p>
        </Notice>
      )}
      <div class="sign-in">
        <LinkButton href={signInAddress(safe(params.get('to')))}>{t.button}</LinkButton>
        <p class="hint">{t.hint}</p>
      </div>
      <p class="soft">
        {t.citizens} <a href="/">{t.citizensLink}</a>
      </p>
    </AgentPage>
  );
}
