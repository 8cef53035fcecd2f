import type { ComponentChildren } from 'preact';
import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { space as t } from '../../ui/messages/space-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { ActingLabel } from './acting-label.tsx';
import { SessionEnding } from './session-ending.tsx';
import { type Section, SpaceNavigation } from './space-navigation.tsx';
import { type Me, useMe } from './use-me.ts';

export type { Me } from './use-me.ts';

type SpaceProps = {
  site: Site;
  /** Which link of the navigation leads here. */
  current: Section;
  /** A function where it names whoever is signed in; called without anybody by the build. */
  title: string | ((me: Me | undefined) => string);
  intro?: ComponentChildren;
  /** Instead of "Mon espace · <name>" above the title. */
  kicker?: ComponentChildren;
  context?: string;
  inError?: boolean;
  /** Called once it is known who is signed in; `reload` asks again (after their name changed, for instance). */
  children: (me: Me, reload: () => void) => ComponentChildren;
};

/**
 * Frame of every page of the signed-in space: `<Space site={site} current="requests" title={…}>{(me) => …}</Space>`.
 * Drawn by the build without anybody, it is the page's loading state; whoever is not signed in is led to /connexion?to=…
 */
export function Space({ site, current, children, kicker, title, ...page }: SpaceProps) {
  const { me, problem, reload } = useMe();
  const own = me && [me.givenName.split(' ')[0], me.usedName ?? me.familyName].filter(Boolean).join(' ');
  return (
    <div class="space">
      <SpaceNavigation {...{ current, me }} />
      <div class="space-content">
        {me && <ActingLabel me={me} />}
        <Page
          {...page}
          title={typeof title === 'string' ? title : title(me)}
          site={site.name}
          kicker={kicker ?? (me?.actingFor ? t.inTheirName : own ? t.signedInAs(own) : t.kicker)}
          wide
        >
          {me && children(me, reload)}
          {problem && (
            <Alert>
              <Notice kind="danger" title={t.failed}>
                <p>{kit.problem(problem)}</p>
                <Button look="secondary" onClick={reload}>
                  {kit.retry}
                </Button>
              </Notice>
            </Alert>
          )}
          {!me && !problem && <Skeleton lines={6} />}
        </Page>
      </div>
      {me && <SessionEnding me={me} onStay={reload} />}
    </div>
  );
}
