/** What surrounds a page: nothing inline but data, so that the policy can refuse every inline script and style. */
export type HtmlPage = {
  title: string;
  description?: string;
  /** Inside <body>. */
  html: string;
  /** What the first script reads: the page's own, and the site's (every page has both applications' identity). */
  data?: unknown;
  site?: unknown;
  /** Kept out of search engines: forms under way, tracking. */
  hidden?: boolean;
  /** API answers that the page's first script will ask for. */
  prefetch?: string[];
  bodyClass?: string;
  lang?: string;
  /** The same page in other languages. */
  alternates?: { lang: string; href: string }[];
  /**
   * The content comes by script: its font is asked for at once. A page whose words are already there is drawn sooner
   * with a stand-in of the same widths, and the font follows.
   */
  fontFirst?: boolean;
};
export type HtmlAssets = {
  scripts: string[];
  preloads: string[];
  /** What the script that every page has imports: fetched after what the page is for. */
  latePreloads: string[];
  styles: string[];
  fonts: string[];
};

export function htmlDocument(page: HtmlPage, assets: HtmlAssets): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(page.title)}</title>`,
    page.description && `<meta name="description" content="${escaped(page.description)}">`,
    page.hidden && '<meta name="robots" content="noindex">',
    '<link rel="icon" href="/theme/logo.svg" type="image/svg+xml">',
    ...(page.fontFirst ? assets.fonts : []).map(
      (font) => `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`,
    ),
    '<link rel="stylesheet" href="/theme/theme.css">',
    ...assets.styles.map((style) => `<link rel="stylesheet" href="${style}">`),
    ...assets.preloads.map((script) => `<link rel="modulepreload" href="${script}">`),
    ...assets.latePreloads.map((script) => `<link rel="modulepreload" href="${script}" fetchpriority="low">`),
    ...(page.alternates ?? []).map(
      ({ lang, href }) => `<link rel="alternate" hreflang="${lang}" href="${href}">`,
    ),
    ...assets.scripts.map(
      (script) =>
        `<script type="module" src="${script}"${isLast(script) ? ' fetchpriority="low"' : ''}></script>`,
    ),
    ...(page.prefetch ?? []).map(
      (url) => `<link rel="preload" href="${url}" as="fetch" crossorigin="anonymous">`,
    ),
  ].filter(Boolean);
  const data = dataElement('site', page.site) + dataElement('page-data', page.data);
  const body = page.bodyClass ? `<body class="${page.bodyClass}">` : '<body>';
  return `<!doctype html>\n<html lang="${page.lang ?? 'fr'}">\n<head>\n${head.join('\n')}\n</head>\n${body}${page.html}${data}</body>\n</html>\n`;
}

/** What every page has besides its own script: it waits until what the page is for has come. */
const isLast = (script: string): boolean => /\/site-\w+\.js$/.test(script);
const dataElement = (id: string, data: unknown): string =>
  data === undefined ? '' : `<script type="application/json" id="${id}">${inScript(data)}</script>`;
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
/** JSON that cannot close the element it stands in. */
const inScript = (data: unknown): string => JSON.stringify(data).replace(/</g, '\\u003c');
