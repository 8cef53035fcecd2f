import type { ComponentChildren } from 'preact';
import type { Site } from '../site.ts';
import { UserIcon } from '../ui/icons.tsx';
import { portal } from '../ui/messages/portal-fr.ts';
import { ServiceFooter, ServiceHeader, Shell } from '../ui/shell.tsx';

export const addresses = {
  home: '/',
  procedures: '/demarches',
  track: '/suivi',
  help: '/aide',
  contact: '/contact',
  verify: '/verifier',
  signIn: '/connexion',
  account: '/mon-espace',
  household: '/mon-espace/foyer',
  safe: '/mon-espace/coffre',
  shared: '/partage',
  requests: '/mon-espace/demandes',
  data: '/mon-espace/donnees',
  profile: '/mon-espace/informations',
  security: '/mon-espace/securite',
  appointments: '/rendez-vous',
  pay: '/payer',
  report: '/signaler',
  subscriptions: '/abonnements',
  accessibility: '/accessibilite',
  terms: '/mentions-legales',
  privacy: '/donnees-personnelles',
  map: '/plan-du-site',
  agents: '/agents',
} as const;

/** Header and footer of the citizens' portal: the same places on every page (WCAG 3.2.6). */
export function Frame(props: { site: Site; current?: string; children: ComponentChildren }) {
  const { site, current, children } = props;
  const identity = {
    name: site.shortName,
    tagline: portal.tagline,
    home: addresses.home,
    demonstration: site.demonstration,
  };
  const links = (['procedures', 'track', 'help', 'contact'] as const).map((name) => ({
    href: addresses[name],
    label: portal.links[name],
  }));
  const legal = [
    {
      href: addresses.accessibility,
      label: portal.accessibilityState(portal.conformity[site.accessibility.state]),
    },
    ...(['terms', 'privacy', 'map', 'agents'] as const).map((name) => ({
      href: addresses[name],
      label: portal.legal[name],
    })),
  ];
  return (
    <Shell
      demonstration={site.demonstration}
      header={
        <ServiceHeader
          identity={identity}
          links={links}
          current={current}
          aside={<SpaceLink isCurrent={current === addresses.account} />}
        />
      }
      footer={
        <ServiceFooter links={legal}>
          <p class="footer-address">
            <strong>{site.name}</strong>
            <br />
            {site.contact.postalAddress}
            <br />
            <a href={`tel:${site.contact.phone.replace(/\s/g, '')}`}>{site.contact.phone}</a>
          </p>
        </ServiceFooter>
      }
    >
      {children}
    </Shell>
  );
}

/** Leads to the same place for everybody; once the page stands, whoever is signed in reads "Mon espace" (site.entry.ts). */
function SpaceLink({ isCurrent }: { isCurrent: boolean }) {
  return (
    <a
      class="space-link"
      id="space-link"
      href={addresses.account}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <UserIcon />
      <span>{portal.signIn}</span>
      <span hidden>{portal.space}</span>
    </a>
  );
}
