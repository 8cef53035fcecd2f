import { LinkButton } from '../../ui/button.tsx';
import { arbitration as t } from '../../ui/messages/backoffice-arbitration-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import type { RequestFile } from '../data/agent-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { may } from '../shell/navigation.ts';

/** Why this request cannot be passed on any more, and where that is decided. */
export function ArbitrationBanner({ request: { arbitration } }: { request: RequestFile }) {
  const { me } = useSignedIn();
  if (!arbitration) return null;
  return (
    <Notice kind="warning" title={t.bannerTitle} level={2}>
      <p>{t.banner(arbitration.moves, arbitration.since)}</p>
      {may('learning', me.roles) && (
        <LinkButton look="secondary" href={`${base}/apprentissage`}>
          {t.bannerLink}
        </LinkButton>
      )}
    </Notice>
  );
}
