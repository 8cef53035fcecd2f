import { renderToString } from 'preact-render-to-string';
import { routes } from './backoffice/routes.ts';
import type { Drawn } from './portal/prerender.tsx';
import type { Site } from './site.ts';
import { documentTitle } from './ui/page.tsx';
import { Skeleton } from './ui/states.tsx';

/** One document for each address of the agents' application: its place kept, its scripts announced. */
export function agentPages(site: Site): Drawn[] {
  return routes.map(({ path, title, lazy }) => ({
    routes: [path],
    file: `${path.slice(1).replace(/:\w+/g, '_')}/index.html`,
    title: documentTitle([title, site.name]),
    html: renderToString(
      <div id="app">
        <main>
          <div class="page wide">
            <Skeleton lines={8} />
          </div>
        </main>
      </div>,
    ),
    hidden: true,
    fontFirst: true,
    assets: ['agents', 'backoffice', ...(lazy ? [lazy] : [])],
    bodyClass: 'agents',
  }));
}
