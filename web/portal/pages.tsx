import type { ComponentChildren } from 'preact';
import type { Article } from '../../functions/knowledge/public-api.ts';
import type { Procedure } from '../../functions/procedures/procedure.ts';
import type { ProcedureCard } from '../../functions/procedures/public-api.ts';
import type { Site } from '../site.ts';
import { kit } from '../ui/messages/fr.ts';
import { home, procedureList } from '../ui/messages/home-fr.ts';
import { legal } from '../ui/messages/legal-fr.ts';
import { contact, help, notFound, offline, siteMap } from '../ui/messages/pages-fr.ts';
import { track } from '../ui/messages/track-fr.ts';
import { verify } from '../ui/messages/verify-fr.ts';
import { accountPages } from './account/account-pages.tsx';
import { appointmentsPages } from './appointments/appointments-pages.tsx';
import { LoadingPage } from './form/dead-ends.tsx';
import { formPages } from './form/form-pages.tsx';
import { StartPage } from './form/start-page.tsx';
import { addresses } from './frame.tsx';
import { articlePages } from './help/article-pages.tsx';
import { HelpPage } from './help/help-page.tsx';
import { HomePage } from './home/home-page.tsx';
import { householdPages } from './household/household-pages.tsx';
import { mandatesPages } from './mandates/mandates-pages.tsx';
import { ContactPage } from './pages/contact-page.tsx';
import { LegalPage, NotFoundPage, OfflinePage, SiteMapPage } from './pages/plain-pages.tsx';
import { paymentsPages } from './payments/payments-pages.tsx';
import { privacyPages } from './privacy/privacy-pages.tsx';
import { ProceduresPage } from './procedures/procedures-page.tsx';
import { reportsPages } from './reports/reports-pages.tsx';
import { requestsPages } from './requests/requests-pages.tsx';
import { safePages } from './safe/safe-pages.tsx';
import { subscriptionsPages } from './subscriptions/subscriptions-pages.tsx';
import { AccessForm } from './track/access-form.tsx';
import { VerifyApp } from './verify/verify-app.tsx';

/** A page to draw: its addresses, its file, what its first script needs. `bare` holds its own `#app`, or none. */
export type PageDrawing = {
  routes: string[];
  file: string;
  title: string;
  description?: string;
  section?: string;
  scripts: string[];
  data?: unknown;
  hidden?: boolean;
  prefetch?: string[];
  bare?: boolean;
  fontFirst?: boolean;
  content: ComponentChildren;
};
export type Everything = {
  site: Site;
  procedures: readonly Procedure[];
  articles: readonly Article[];
  cards: readonly ProcedureCard[];
  /** Those that the home page shows. */
  popular: readonly ProcedureCard[];
  general: string;
};

/** Address of the form for everything else. */
export function generalForm(procedures: readonly Procedure[]): string {
  const general = procedures.find(({ department }) => department === '');
  return general ? `${addresses.procedures}/${general.id}` : addresses.contact;
}
export const plain = (path: string) => ({ routes: [path], file: `${path.slice(1)}/index.html`, scripts: [] });

/** Exact addresses come before patterns: the first route that fits is served. */
export function portalPages(all: Everything): PageDrawing[] {
  const { site, cards, articles, general, popular } = all;
  const legalPage = (name: 'accessibility' | 'terms' | 'privacy'): PageDrawing => ({
    ...plain(addresses[name]),
    title: legal[name].title,
    description: legal[name].description,
    content: <LegalPage site={site} name={name} />,
  });
  return [
    {
      routes: ['/'],
      file: 'index.html',
      title: home.documentTitle,
      description: home.description(site.name),
      scripts: ['home'],
      data: { general, popular },
      bare: true,
      content: <HomePage site={site} popular={popular} articles={articles} general={general} />,
    },
    {
      ...plain(addresses.procedures),
      title: procedureList.title,
      description: procedureList.description,
      section: addresses.procedures,
      scripts: ['procedures'],
      data: { procedures: cards },
      content: <ProceduresPage site={site} built={cards} />,
    },
    {
      ...plain(addresses.track),
      title: track.title,
      description: track.description,
      section: addresses.track,
      scripts: ['track'],
      fontFirst: true,
      content: <AccessForm site={site} onAsk={() => undefined} />,
    },
    {
      ...plain(addresses.verify),
      ...{ title: verify.title, description: verify.description },
      scripts: ['verify'],
      content: <VerifyApp site={site} />,
    },
    {
      ...plain(addresses.help),
      title: help.title,
      description: help.description,
      section: addresses.help,
      scripts: ['home'],
      data: { general },
      bare: true,
      content: <HelpPage site={site} articles={articles} general={general} />,
    },
    {
      ...plain(addresses.contact),
      title: contact.title,
      description: contact.description,
      section: addresses.contact,
      content: <ContactPage site={site} general={general} />,
    },
    legalPage('accessibility'),
    legalPage('terms'),
    legalPage('privacy'),
    {
      ...plain(addresses.map),
      title: siteMap.title,
      description: siteMap.description,
      content: <SiteMapPage site={site} procedures={cards} articles={articles} />,
    },
    { ...plain('/hors-ligne'), title: offline.title, hidden: true, content: <OfflinePage site={site} /> },
    ...accountPages(all),
    ...householdPages(all),
    ...safePages(all),
    ...mandatesPages(all),
    ...requestsPages(all),
    ...appointmentsPages(all),
    ...paymentsPages(all),
    ...privacyPages(all),
    ...reportsPages(all),
    ...subscriptionsPages(all),
    ...formPages(all),
    ...procedurePages(all),
    ...articlePages(all),
    {
      routes: ['/404'],
      file: '404.html',
      title: notFound.title,
      hidden: true,
      scripts: [],
      content: <NotFoundPage site={site} />,
    },
  ];
}

function procedurePages({ site, procedures }: Everything): PageDrawing[] {
  const base = addresses.procedures;
  const shell = `${base}/_`;
  return [
    ...procedures.map(
      (procedure): PageDrawing => ({
        ...plain(`${base}/${procedure.id}`),
        title: procedure.title,
        description: procedure.summary,
        section: base,
        scripts: ['form'],
        data: { procedure },
        content: <StartPage site={site} procedure={procedure} />,
      }),
    ),
    {
      routes: [`${base}/:id`, `${base}/:id/*`],
      file: `${shell.slice(1)}/index.html`,
      title: kit.loading,
      section: base,
      scripts: ['form', 'web/portal/form/inside.tsx'],
      fontFirst: true,
      hidden: true,
      content: <LoadingPage site={site} />,
    },
  ];
}
