import { renderToString } from 'preact-render-to-string';
import type { Article } from '../../functions/knowledge/public-api.ts';
import type { Procedure } from '../../functions/procedures/procedure.ts';
import type { ProcedureCard } from '../../functions/procedures/public-api.ts';
import { agentPages } from '../backoffice-pages.tsx';
import type { HtmlPage } from '../build/document.ts';
import type { Site } from '../site.ts';
import { useTimeZone } from '../ui/messages/dates.ts';
import { documentTitle } from '../ui/page.tsx';
import { Frame } from './frame.tsx';
import { generalForm, type PageDrawing, portalPages } from './pages.tsx';

export type Drawn = HtmlPage & { file: string; routes: string[]; assets: string[] };
export type DrawInput = {
  site: Site;
  procedures: readonly Procedure[];
  articles: readonly Article[];
  motif?: string;
};

/** Every page of the site as HTML. Bundled for Node and run once by the build. */
export function drawPages({ site, procedures, articles, motif = 'plain' }: DrawInput): Drawn[] {
  useTimeZone(site.timeZone);
  const cards = procedures.map(cardOf);
  const general = generalForm(procedures);
  const draw = (page: PageDrawing): Drawn => ({
    ...page,
    title: page.title.includes(site.name) ? page.title : documentTitle([page.title, site.name]),
    html: renderToString(
      <Frame site={site} current={page.section}>
        {page.bare ? page.content : <div id="app">{page.content}</div>}
      </Frame>,
    ),
    assets: [...page.scripts, 'site', 'portal'],
    bodyClass: `motif-${motif}`,
  });
  return [...portalPages({ site, procedures, articles, cards, general }).map(draw), ...agentPages(site)];
}

const cardOf = ({ id, title, summary, theme, keywords, minutes }: Procedure): ProcedureCard => ({
  id,
  title,
  summary,
  theme,
  keywords,
  minutes,
});
