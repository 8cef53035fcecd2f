import { renderToString } from 'preact-render-to-string';
import { base, routes } from './backoffice/routes.ts';
import type { Drawn } from './portal/prerender.tsx';
import type { Site } from './site.ts';
import { shell } from './ui/messages/backoffice-shell-fr.ts';
import { documentTitle } from './ui/page.tsx';
import { Skeleton } from './ui/states.tsx';

/** One document for each address of the agents' application: its place kept, its scripts announced. */
export function agentPages(site: Site): Drawn[] {
  const pages = routes.map(({ path, title, lazy }) => ({
    path,
    file: `${path.slice(1).replace(/:\w+/g, '_')}/index.html`,
    title,
    lazy,
  }));
  const nowhere = {
    path: `${base}/*`,
    file: `${base.slice(1)}/404.html`,
    title: shell.notFoundTitle,
    lazy: '',
  };
  return [...pages, nowhere].map(({ path, file, title, lazy }) => ({
    routes: [path],
    file,
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
