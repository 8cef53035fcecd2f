import { join } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { afterTheEntry } from './after-the-entry.ts';
import type { HtmlAssets } from './document.ts';
import { inLanguage, type OtherLanguage } from './language.ts';

const web = join(import.meta.dirname, '..');
/** Libraries written for React run on Preact. */
const preact = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
};
const common: BuildOptions = {
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  alias: preact,
  mainFields: ['module', 'main'],
  absWorkingDir: join(web, '..'),
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * A page of the portal loads one script: a few kilobytes said twice cost less than one more round trip on a phone. The
 * form also has controls that few procedures ask for, fetched with the first that does, and every page asks for the
 * message of the day once it stands. The agents' application stays open all day and shares its pieces.
 */
const portal = {
  home: 'portal/home.entry.tsx',
  procedures: 'portal/procedures.entry.tsx',
  verify: 'portal/verify.entry.tsx',
  article: 'portal/article.entry.tsx',
  phone: 'portal/phone.entry.tsx',
  cosign: 'portal/cosign.entry.tsx',
  // Whoever was sent a link to documents has no account.
  shared: 'portal/safe/shared.entry.tsx',
  portal: 'portal/css/portal.css',
};
/** Parts of the citizen's own space, each with a script and a style. */
const parts = [
  'household',
  'safe',
  'mandates',
  'privacy',
  'requests',
  'appointments',
  'payments',
  'reports',
  'subscriptions',
];
/** Pages of the account have little in common: a script each, and one style. */
const account = ['sign-in', 'space-home', 'profile', 'security'];
const styles = Object.fromEntries(
  ['account', ...parts].map((part) => [`${part}-style`, `portal/css/${part}.css`]),
);
/**
 * Pages that fetch some of their pieces later, each cut by itself: cut together, what any two of them share becomes a file,
 * and a phone waited for thirty of them, half a second each, to save a few kilobytes on the next page.
 */
const alone: Record<string, string> = {
  track: 'portal/track.entry.tsx',
  form: 'portal/form.entry.tsx',
  site: 'portal/site.entry.ts',
  'own-request': 'portal/requests/own-request.entry.tsx',
  ...Object.fromEntries(account.map((page) => [page, `portal/account/${page}.entry.tsx`])),
  ...Object.fromEntries(parts.map((part) => [part, `portal/${part}/${part}.entry.tsx`])),
};
const backoffice = { agents: 'backoffice/main.tsx', backoffice: 'backoffice/backoffice.css' };
const entries: Record<string, string> = { ...portal, ...alone, ...styles, ...backoffice };

/** Scripts alone: a style has no language. */
const inEvery = (all: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(all).filter(([, file]) => !file.endsWith('.css')));

export type Bundle = {
  metafile: Metafile;
  /** Files a page needs: entries by name, and chunks loaded later by the path of their source, which are announced. */
  assetsOf(names: string[]): HtmlAssets;
};

/**
 * Bundles the scripts and styles of both applications under `outDir`/assets, with names that change with their content.
 * In another language only scripts are made: the styles are those of `french`.
 */
export async function bundleAssets(
  outDir: string,
  language?: OtherLanguage,
  french?: Promise<Bundle>,
): Promise<Bundle> {
  const atDesk = afterTheEntry(
    join(web, 'backoffice/app.tsx'),
    /[\\/](backoffice|portal|ui|intake)[\\/].*\.tsx?$/,
  );
  const first = (file: string) => afterTheEntry(join(web, file), /[\\/](portal|ui)[\\/].*\.tsx?$/);
  const bundleThese = (names: Record<string, string>, splitting: boolean, after?: Plugin) =>
    build({
      ...common,
      entryPoints: Object.fromEntries(Object.entries(names).map(([name, file]) => [name, join(web, file)])),
      outdir: outDir,
      splitting,
      plugins: [...(language ? [inLanguage(language)] : []), ...(after ? [after] : [])],
      minify: true,
      metafile: true,
      target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
      entryNames: 'assets/[name]-[hash]',
      chunkNames: 'assets/[name]-[hash]',
      assetNames: 'assets/[name]-[hash]',
      publicPath: '/',
      loader: { '.woff2': 'file', '.svg': 'file', '.late.css': 'file' },
    });
  const apart = (names: readonly string[]) =>
    names.map((name) => bundleThese({ [name]: alone[name] ?? '' }, true, first(alone[name] ?? '')));
  const built = await Promise.all(
    language
      ? [bundleThese(inEvery(portal), false), ...apart(Object.keys(inEvery(alone)))]
      : [
          bundleThese(portal, false),
          ...apart(Object.keys(alone)),
          bundleThese(styles, false),
          bundleThese(backoffice, true, atDesk),
        ],
  );
  const metafile: Metafile = {
    inputs: Object.assign({}, ...built.map((one) => one.metafile.inputs)),
    outputs: Object.assign({}, ...built.map((one) => one.metafile.outputs)),
  };
  const urlOf = (file: string) => `/${file.slice(file.indexOf('assets/'))}`;
  const styled = Object.entries((await french)?.metafile.outputs ?? {}).filter(([file]) =>
    /\.(css|woff2)$/.test(file),
  );
  const outputs = [...Object.entries(metafile.outputs), ...styled].map(([file, output]) => ({
    url: urlOf(file),
    ...output,
  }));
  const outputOf = (name: string) => {
    const source = name.includes('/') ? name : `web/${entries[name]}`;
    return outputs.find(({ entryPoint }) => entryPoint === source);
  };
  const needs = (output: (typeof outputs)[number] | undefined): string[] =>
    (output?.imports ?? []).filter(({ kind }) => kind === 'import-statement').map(({ path }) => urlOf(path));
  return {
    metafile,
    assetsOf(names) {
      const found = names.flatMap((name) => ({ name, output: outputOf(name) }));
      const ending = (end: string) =>
        found.flatMap(({ name, output }) =>
          !name.includes('/') && output?.url.endsWith(end) ? output.url : [],
        );
      const chunks = found.flatMap(({ name, output }) => (name.includes('/') && output ? output.url : []));
      const waits = ({ name }: { name: string }) => name === 'site';
      const needed = (those: typeof found) => those.flatMap(({ output }) => needs(output));
      const preloads = new Set([...needed(found.filter((one) => !waits(one))), ...chunks]);
      return {
        scripts: ending('.js'),
        preloads: [...preloads],
        latePreloads: needed(found.filter(waits)),
        styles: ending('.css'),
        fonts: outputs
          .map(({ url }) => url)
          .filter((url) => /atkinson.*-latin-wght-normal-\w+\.woff2$/.test(url)),
      };
    },
  };
}

/** Bundles one module for Node, with everything it needs, so that it can be imported once to draw the pages. */
export async function bundleForNode(entry: string, outfile: string, plugins: Plugin[] = []): Promise<void> {
  await build({
    ...common,
    plugins,
    entryPoints: [join(web, entry)],
    outfile,
    platform: 'node',
    loader: { '.svg': 'empty', '.css': 'empty' },
  });
}

/** The service worker: one classic file at the root, with the list of what to keep. */
export async function bundleWorker(outDir: string, precache: string[], version: string): Promise<void> {
  await build({
    ...common,
    format: 'iife',
    entryPoints: [join(web, 'portal/service-worker.ts')],
    outfile: join(outDir, 'sw.js'),
    minify: true,
    define: { PRECACHE: JSON.stringify(precache), VERSION: JSON.stringify(version) },
  });
}
