import { renderToString } from 'preact-render-to-string';
import { articleIn } from '../../functions/knowledge/article-language.ts';
import type { Article } from '../../functions/knowledge/public-api.ts';
import { inLanguage, type ReadProcedure } from '../../functions/procedures/in-language.ts';
import { mostShown } from '../../functions/procedures/most-asked.ts';
import type { Procedure } from '../../functions/procedures/procedure.ts';
import type { ProcedureCard } from '../../functions/procedures/public-api.ts';
import { agentPages } from '../backoffice-pages.tsx';
import type { HtmlPage } from '../build/document.ts';
import type { Site } from '../site.ts';
import { language } from '../ui/messages/language-fr.ts';
import { noScript as t } from '../ui/messages/no-script-fr.ts';
import { useTimeZone } from '../ui/messages/zone.ts';
import { documentTitle } from '../ui/page.tsx';
import { addresses, Frame } from './frame.tsx';
import { generalForm, type PageDrawing, portalPages } from './pages.tsx';
import { inFrench, inPrefix, isTranslated } from './translated.ts';

export type Drawn = HtmlPage & { file: string; routes: string[]; assets: string[] };
export type DrawInput = {
  site: Site;
  procedures: readonly Procedure[];
  articles: readonly Article[];
  motif?: string;
  /** Ids of the procedures that the home page shows first. */
  popular?: readonly string[] | undefined;
};

/** Every page of the site as HTML. Bundled for Node and run once by the build. */
export function drawPages({ site, motif = 'plain', popular = [], ...input }: DrawInput): Drawn[] {
  useTimeZone(site.timeZone);
  const procedures = input.procedures.map((one) => inLanguage(one, language.name));
  const articles = input.articles.map((one) => articleIn(one, language.name));
  const cards = procedures.map(cardOf);
  const general = generalForm(procedures);
  const draw = (page: PageDrawing): Drawn => ({
    ...page,
    ...placeOf(page),
    title: page.title.includes(site.name) ? page.title : documentTitle([page.title, site.name]),
    html: untilScripted(
      renderToString(
        <Frame site={site} current={page.section} path={page.routes[0] ?? ''}>
          {!page.bare && page.scripts.length > 0 && <WithoutScript site={site} />}
          {page.bare ? page.content : <div id="app">{page.content}</div>}
        </Frame>,
      ),
    ),
    assets: [...page.scripts, 'site', 'portal'],
    bodyClass: `motif-${motif}`,
  });
  const pages = portalPages({ site, procedures, articles, cards, general, popular: firstOf(cards, popular) });
  if (language.name === 'fr') return [...pages.map(draw), ...agentPages(site)];
  return pages.filter(({ routes }) => isTranslated(routes[0] ?? '')).map(draw);
}

/** Whoever has no script reads what else they can do, rather than wait for ever. */
const WithoutScript = ({ site: { contact } }: { site: Site }) => (
  <noscript>
    <p class="day-message">
      {t.text} {t.otherwise} <a href={`tel:${contact.phone.replace(/\s/g, '')}`}>{contact.phone}</a>,{' '}
      <a href={addresses.contact}>{t.link}</a>.
    </p>
  </noscript>
);

/**
 * A form sent before its script is there would put in the address what was typed, a code or a name: outside of a dialog this
 * method sends nothing. A form that says where it goes needs no script.
 */
const untilScripted = (html: string): string =>
  html.replace(/<form (?![^>]*\b(?:action|method)=)/g, '<form method="dialog" ');

/** What the home page shows: the procedures that the authority names, then the others in their order. */
const firstOf = (cards: readonly ProcedureCard[], ids: readonly string[]): ProcedureCard[] => {
  const named = ids.flatMap((id) => cards.filter((card) => card.id === id));
  const others = cards.filter((card) => card.theme !== 'autre' && !named.includes(card));
  return [...named, ...others].slice(0, mostShown);
};

const cardOf = (procedure: ReadProcedure): ProcedureCard => {
  const { id, title, summary, theme, keywords, minutes, language: own } = procedure;
  return { id, title, summary, theme, keywords, minutes, ...(own && { language: own }) };
};

/** Where a page lies in the language it is drawn in, and where it is in the others. */
function placeOf({ routes, file }: PageDrawing) {
  const path = inFrench(routes[0] ?? '');
  const alternates = isTranslated(path)
    ? [
        { lang: 'fr', href: path },
        { lang: 'en', href: inPrefix(path, '/en') },
      ]
    : [];
  const { prefix, code } = language;
  if (prefix === '') return { lang: code, alternates };
  return {
    lang: code,
    alternates,
    routes: routes.map((route) => inPrefix(route, prefix)),
    file: `${prefix}/${file}`.replace(`${prefix}${prefix}/`, `${prefix}/`).slice(1),
  };
}
