import type { ComponentChildren } from 'preact';
import type { Site } from '../site.ts';
import { UserIcon } from '../ui/icons.tsx';
import { reading } from '../ui/messages/language-fr.ts';
import { portal } from '../ui/messages/portal-fr.ts';
import { ServiceFooter, ServiceHeader, Shell } from '../ui/shell.tsx';
import { ReadingTools } from './reading-tools.tsx';
import { foreign, here } from './translated.ts';

const pages = {
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
  mandates: '/mon-espace/mandats',
  endMandate: '/mandat',
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

/** Addresses of the parts of the portal, in the language of this page where they are in it. */
export const addresses = Object.fromEntries(
  Object.entries(pages).map(([name, path]) => [name, here(path)]),
) as Record<keyof typeof pages, string>;

/** What the portal does besides procedures, for anybody. */
export const serviceLinks = () =>
  (['appointments', 'pay', 'report', 'subscriptions'] as const).map((name) => ({
    href: addresses[name],
    label: portal.services[name] + (foreign(addresses[name]) ? reading.onlyFrench : ''),
  }));

/** Header and footer of the citizens' portal: the same places on every page (WCAG 3.2.6). */
export function Frame(props: {
  site: Site;
  current?: string;
  /** The page's own address, in French. */
  path?: string;
  children: ComponentChildren;
}) {
  const { site, current, path = '', children } = props;
  const identity = {
    name: site.shortName,
    tagline: portal.tagline,
    home: addresses.home,
    demonstration: site.demonstration,
  };
  const links = (['procedures', 'track', 'help', 'contact'] as const).map((name) => ({
    href: addresses[name],
    label: portal.links[name] + (foreign(addresses[name]) ? reading.onlyFrench : ''),
  }));
  const legal = [
    {
      href: addresses.accessibility,
      label: portal.accessibilityState(portal.conformity[site.accessibility.state]),
    },
    ...(['terms', 'privacy', 'map', 'agents'] as const).map((name) => ({
      href: addresses[name],
      label: portal.legal[name] + (foreign(addresses[name]) ? reading.onlyFrench : ''),
    })),
  ];
  return (
    <Shell
      demonstration={site.demonstration}
      header={
        <ServiceHeader
          identity={identity}
          links={links}
          {...(current !== undefined && { current })}
          aside={<SpaceLink isCurrent={current === addresses.account} />}
        />
      }
      footer={
        <ServiceFooter links={legal}>
          <ReadingTools path={path} />
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
      <span hidden={isCurrent}>{portal.signIn}</span>
      <span hidden={!isCurrent}>{portal.space}</span>
    </a>
  );
}
