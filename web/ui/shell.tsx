import type { ComponentChildren } from 'preact';
import { kit } from './messages/fr.ts';

export type NavigationLink = { href: string; label: string };
type Identity = { name: string; tagline?: string; home: string; demonstration: boolean };

/** Authority's mark, name and main links. `current` is the path of the link that leads to the section shown. */
export function ServiceHeader(props: {
  identity: Identity;
  links: readonly NavigationLink[];
  current?: string;
  aside?: ComponentChildren;
}) {
  const { identity, links, current, aside } = props;
  return (
    <header class="service-header">
      <div class="bar">
        <a class="identity" href={identity.home}>
          <img src="/theme/logo.svg" alt="" width="48" height="48" />
          <span>
            <strong>{identity.name}</strong>
            {identity.tagline && <span class="tagline">{identity.tagline}</span>}
          </span>
          <span class="visually-hidden"> ({kit.home})</span>
        </a>
        <nav aria-label={kit.mainNavigation}>
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href} aria-current={href === current ? 'true' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {aside}
      </div>
    </header>
  );
}

export function ServiceFooter(props: { links: readonly NavigationLink[]; children?: ComponentChildren }) {
  return (
    <footer class="service-footer">
      <div class="bar">
        {props.children}
        <nav aria-label={kit.footerNavigation}>
          <ul>
            {props.links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

/** The frame of every page: skip link first, then what tells a demonstration from a real authority. */
export function Shell(props: {
  demonstration: boolean;
  header: ComponentChildren;
  footer?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <>
      <a class="skip-link" href="#contenu">
        {kit.skip}
      </a>
      {props.demonstration && (
        <aside class="demonstration" aria-label={kit.demonstrationLabel}>
          <p>{kit.demonstration}</p>
        </aside>
      )}
      {props.header}
      <main id="contenu" tabIndex={-1}>
        {props.children}
      </main>
      {props.footer}
    </>
  );
}
