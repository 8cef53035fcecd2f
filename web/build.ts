import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Bundle, bundleAssets, bundleForNode, bundleWorker } from './build/bundle.ts';
import { htmlDocument } from './build/document.ts';
import { inLanguage, type OtherLanguage, otherLanguages } from './build/language.ts';
import { type Content, readContent } from './build/sources.ts';
import type { drawPages } from './portal/prerender.tsx';
import { publicPart } from './site.ts';
import { themeCss } from './ui/theme.ts';

/** Address pattern to file, first that fits wins: `:name` is one segment, a last `*` any rest. */
export type Routes = Record<string, string>;
export type WebSources = {
  collectivity: string;
  /** Emptied, then filled: becomes the site bucket. */
  outDir: string;
} & Partial<Content>;

/**
 * Builds both applications for one authority: its folder is read, except for what is given. Answers the routes, also
 * written to routes.json.
 */
export async function buildWeb(sources: WebSources): Promise<{ routes: Routes; bundle: Bundle }> {
  const { collectivity, outDir, ...given } = sources;
  const { authority, theme, procedures, articles } = isWhole(given)
    ? given
    : { ...readContent(collectivity), ...given };
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(outDir, file)), { recursive: true });
    writeFileSync(join(outDir, file), content);
  };
  const site = publicPart(authority);
  const { departments: _, court: __, ...shown } = site;
  const routes: Routes = {};
  const french = bundleAssets(outDir);
  const drawn = async (language?: OtherLanguage): Promise<Bundle> => {
    const scripts = language ? bundleAssets(outDir, language, french) : french;
    const [bundle, draw] = await Promise.all([scripts, loadPages(language)]);
    for (const page of draw({ site, procedures, articles, motif: theme.motif, popular: authority.popular })) {
      for (const route of page.routes) routes[route] = `/${page.file}`;
      write(page.file, htmlDocument({ ...page, site: shown }, bundle.assetsOf(page.assets)));
    }
    return bundle;
  };
  const [bundle] = await Promise.all([drawn(), ...otherLanguages.map(drawn)]);
  write('theme/theme.css', themeCss(theme));
  write('theme/logo.svg', theme.logo);
  write('site.json', JSON.stringify(site));
  write('routes.json', JSON.stringify(routes, null, 2));
  const keep = [
    ...precached(bundle),
    '/theme/theme.css',
    '/theme/logo.svg',
    '/hors-ligne',
    '/demarches/_/index.html',
  ];
  await bundleWorker(outDir, keep, fingerprint([...keep, themeCss(theme), JSON.stringify(routes)]));
  return { routes, bundle };
}

/** Everything of the portal; the back-office needs the network and is left out. */
function precached(bundle: Bundle): string[] {
  const agents = new Set(bundle.assetsOf(['agents']).scripts);
  const portal = bundle.assetsOf([
    ...['home', 'procedures', 'form', 'track', 'article', 'site', 'portal'],
    ...['web/portal/form/rare-input.tsx', 'web/portal/form/end-pages.tsx'],
  ]);
  const { scripts, preloads, latePreloads, styles, fonts } = portal;
  return [...scripts, ...preloads, ...latePreloads, ...styles, ...fonts].filter((url) => !agents.has(url));
}

async function loadPages(language?: OtherLanguage): Promise<typeof drawPages> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-web-'));
  try {
    const file = join(folder, 'prerender.mjs');
    await bundleForNode('portal/prerender.tsx', file, language ? [inLanguage(language)] : []);
    return (await import(pathToFileURL(file).href)).drawPages;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isWhole = (given: Partial<Content>): given is Content =>
  Boolean(given.authority && given.theme && given.procedures && given.articles);
const fingerprint = (parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
