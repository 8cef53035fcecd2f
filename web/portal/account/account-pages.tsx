import { profile, security, signIn } from '../../ui/messages/account-fr.ts';
import { space } from '../../ui/messages/space-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { HomePage } from './home-page.tsx';
import { ProfilePage } from './profile-page.tsx';
import { SecurityPage } from './security-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

const scripts = ['account', 'account-style'];
const at = (path: string) => ({ routes: [path], file: `${path.slice(1)}/index.html`, scripts, hidden: true });

/** Pages of this part of the portal, exact addresses before patterns. */
export const accountPages = ({ site }: Everything): PageDrawing[] => [
  {
    ...at(addresses.signIn),
    title: signIn.title,
    description: signIn.description,
    section: addresses.account,
    hidden: false,
    content: <SignInPage site={site} />,
  },
  {
    ...at(addresses.account),
    title: space.kicker,
    section: addresses.account,
    content: <HomePage site={site} />,
  },
  {
    ...at(addresses.profile),
    title: profile.title,
    section: addresses.account,
    content: <ProfilePage site={site} />,
  },
  {
    ...at(addresses.security),
    title: security.title,
    section: addresses.account,
    content: <SecurityPage site={site} />,
  },
];
