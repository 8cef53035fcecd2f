import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { LinkButton } from '../../ui/button.tsx';
import { accessibility, help } from '../../ui/messages/backoffice-help-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { ServiceFooter, Shell } from '../../ui/shell.tsx';
import { NoticeBanner } from '../calls/notice-banner.tsx';
import type { Session } from '../data/agent-api.ts';
import { here, signInAddress, useSessionEnded } from '../data/session-end.ts';
import { base } from '../routes.ts';
import { site } from '../site.ts';
import { AgentHeader } from './agent-header.tsx';
import { useShortcuts } from './shortcuts.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** The frame of the agents' application; without a session it shows neither search nor places. */
export function Frame({ session, children }: { session?: Session; children: ComponentChildren }) {
  const [helpOpen, setHelpOpen] = useState(false);
  const ended = useSessionEnded();
  useShortcuts({
    '?': () => setHelpOpen(true),
    '/': () => document.getElementById('search-words')?.focus(),
  });
  return (
    <Shell
      demonstration={site().demonstration}
      header={<AgentHeader session={session} onHelp={() => setHelpOpen(true)} />}
      footer={
        <ServiceFooter
          links={[
            { href: `${base}/aide`, label: help.title },
            { href: `${base}/accessibilite`, label: accessibility.title },
          ]}
        />
      }
    >
      {ended && (
        <div class="session-ended" role="alert">
          <Notice kind="warning" title={shell.sessionEnded}>
            <p>{shell.sessionEndedText}</p>
            <LinkButton href={signInAddress(here())}>{shell.signInAgain}</LinkButton>
          </Notice>
        </div>
      )}
      {session && <NoticeBanner departments={session.departments} />}
      {children}
      <ShortcutsDialog open={helpOpen} onClose={() => setHelpOpen(false)} />
    </Shell>
  );
}
