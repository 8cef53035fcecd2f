import type { Site } from '../../site.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { legal } from '../../ui/messages/legal-fr.ts';
import { notFound, offline, siteMap } from '../../ui/messages/pages-fr.ts';
import { portal } from '../../ui/messages/portal-fr.ts';
import { Page } from '../../ui/page.tsx';
import { addresses, serviceLinks } from '../frame.tsx';

export function LegalPage({ site, name }: { site: Site; name: 'accessibility' | 'terms' | 'privacy' }) {
  const { title, body } = legal[name];
  return (
    <Page title={title} site={site.name}>
      <Markdown text={body(site)} />
    </Page>
  );
}

export const NotFoundPage = ({ site }: { site: Site }) => (
  <Page title={notFound.title} site={site.name} intro={<p>{notFound.text}</p>}>
    <div class="buttons">
      <LinkButton href={addresses.home}>{notFound.home}</LinkButton>
      <LinkButton href={addresses.procedures} look="secondary">
        {portal.links.procedures}
      </LinkButton>
      <LinkButton href={addresses.contact} look="quiet">
        {portal.links.contact}
      </LinkButton>
    </div>
  </Page>
);

export const OfflinePage = ({ site }: { site: Site }) => (
  <Page title={offline.title} site={site.name} intro={<p>{offline.text}</p>}>
    <div class="buttons">
      <LinkButton href="">{offline.retry}</LinkButton>
    </div>
  </Page>
);

type Linked = { id: string; title: string };
export function SiteMapPage(props: {
  site: Site;
  procedures: readonly Linked[];
  articles: readonly Linked[];
}) {
  const main = [
    ...(['procedures', 'track', 'help', 'contact'] as const).map((name) => ({
      href: addresses[name],
      label: portal.links[name],
    })),
    ...serviceLinks(),
    { href: addresses.verify, label: portal.verify },
  ];
  const legalLinks = (['accessibility', 'terms', 'privacy'] as const).map((name) => ({
    href: addresses[name],
    label: legal[name].title,
  }));
  const under = (base: string, list: readonly Linked[]) =>
    list.map(({ id, title }) => ({ href: `${base}/${id}`, label: title }));
  const groups = [
    { title: siteMap.pages, links: main },
    { title: siteMap.procedures, links: under(addresses.procedures, props.procedures) },
    { title: siteMap.answers, links: under(addresses.help, props.articles) },
    { title: siteMap.legal, links: legalLinks },
  ];
  return (
    <Page title={siteMap.title} site={props.site.name}>
      {groups.map(({ title, links }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul class="plain-links">
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
