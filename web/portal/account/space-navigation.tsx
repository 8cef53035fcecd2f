import { useState } from 'preact/hooks';
import type { Scope } from '../../../functions/agents/caller.ts';
import type { leaveCitizen } from '../../../functions/agents/session-api.ts';
import { call } from '../../ui/api.ts';
import { reading } from '../../ui/messages/language-fr.ts';
import { space as t } from '../../ui/messages/space-fr.ts';
import { addresses } from '../frame.tsx';
import { foreign } from '../translated.ts';
import { forgetDevice } from './forget-device.ts';
import { rememberSignedIn } from './signed-in.ts';
import type { Me } from './use-me.ts';

const sections = {
  home: addresses.account,
  requests: addresses.requests,
  household: addresses.household,
  safe: addresses.safe,
  mandates: addresses.mandates,
  appointments: addresses.appointments,
  payments: addresses.pay,
  subscriptions: addresses.subscriptions,
  profile: addresses.profile,
  security: addresses.security,
  data: addresses.data,
} as const;
export type Section = keyof typeof sections;
/** What a mandate may open; the rest of the space is the person's own. */
const scopes: Partial<Record<Section, Scope>> = {
  requests: 'requests',
  safe: 'documents',
  appointments: 'appointments',
  payments: 'payments',
};
const sectionsFor = (me: Me | undefined): Section[] =>
  (Object.keys(sections) as Section[]).filter((section) => {
    const scope = scopes[section];
    return !me?.actingFor || section === 'home' || (scope && me.actingFor.scope.includes(scope));
  });

/** Ended on the server first: a browser left open at a counter shows nothing more. FranceConnect is left by its own page. */
const signOut = async (): Promise<void> => {
  const left = await call<typeof leaveCitizen>('POST /api/session/citizens/leave', {}).catch(() => null);
  rememberSignedIn(null);
  await forgetDevice();
  location.assign(left?.location ?? addresses.home);
};

/** One list for every screen; a phone folds it behind the name of the section it shows. */
export function SpaceNavigation({ current, me }: { current: Section; me?: Me | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <nav class={open ? 'space-navigation open' : 'space-navigation'} aria-label={t.navigation}>
      <button
        type="button"
        class="space-menu"
        aria-expanded={open}
        aria-controls="space-sections"
        onClick={() => setOpen(!open)}
      >
        <span>{t.sections[current]}</span>
        <span class="space-menu-word">{t.menu}</span>
      </button>
      <ul id="space-sections">
        {sectionsFor(me).map((section) => (
          <li key={section}>
            <a href={sections[section]} aria-current={section === current ? 'page' : undefined}>
              {t.sections[section]}
              {foreign(sections[section]) && reading.onlyFrench}
            </a>
          </li>
        ))}
        <li class="sign-out">
          <button type="button" class="link" onClick={() => void signOut()}>
            {t.signOut}
          </button>
        </li>
      </ul>
    </nav>
  );
}
