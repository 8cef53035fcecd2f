import { profile, security, signIn } from '../../ui/messages/account-fr.ts';
import { space } from '../../ui/messages/space-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { askedInThisLanguage } from '../written.ts';
import { HomePage } from './home-page.tsx';
import { ProfilePage } from './profile-page.tsx';
import { SecurityPage } from './security-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

const at = (path: string, script: string) => ({
  routes: [path],
  file: `${path.slice(1)}/index.html`,
  scripts: [script, 'account-style'],
  hidden: true,
});

/** Pages of this part of the portal, exact addresses before patterns. */
export const accountPages = ({ site }: Everything): PageDrawing[] => [
  {
    ...at(addresses.signIn, 'sign-in'),
    title: signIn.title,
    description: signIn.description,
    section: addresses.account,
    hidden: false,
    content: <SignInPage site={site} />,
  },
  {
    ...at(addresses.account, 'space-home'),
    title: space.kicker,
    // Asked for while the script is still on its way.
    prefetch: [
      ...['/api/citizen/me', '/api/citizen/requests?limit=5', '/api/public/payments'],
      ...[
        askedInThisLanguage('/api/citizen/appointments'),
        '/api/citizen/drafts',
        '/api/citizen/safe/warnings',
      ],
    ],
    section: addresses.account,
    content: <HomePage site={site} />,
  },
  {
    ...at(addresses.profile, 'profile'),
    title: profile.title,
    prefetch: ['/api/citizen/me', '/api/citizen/account'],
    section: addresses.account,
    content: <ProfilePage site={site} />,
  },
  {
    ...at(addresses.security, 'security'),
    title: security.title,
    prefetch: ['/api/citizen/me', '/api/citizen/security'],
    section: addresses.account,
    content: <SecurityPage site={site} />,
  },
];
