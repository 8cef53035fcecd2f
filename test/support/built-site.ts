import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pageFunctions } from '../../infra/routes.ts';
import { readContent } from '../../web/build/sources.ts';
import { buildWeb } from '../../web/build.ts';
import { closedForm, otherKinds } from './form-kinds.ts';
import { everyKind } from './procedures.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

let built: ReturnType<typeof build> | undefined;
/**
 * The site of the demonstration, with three procedures that ask every kind of question: what all tests in a browser look
 * at. Built when first asked for, then the same for all test files of a worker, since these share modules; nobody
 * writes in its folder.
 */
export const builtSite = (): ReturnType<typeof build> => {
  built ??= build();
  return built;
};

async function build() {
  const folder = mkdtempSync(join(process.env.PARVIS_SCRATCH ?? tmpdir(), 'parvis-site-'));
  const content = readContent('val-clair');
  const procedures = [...content.procedures, everyKind, otherKinds, closedForm];
  const { routes, bundle } = await buildWeb({
    ...{ collectivity: 'val-clair', outDir: folder },
    ...{ ...content, procedures },
  });
  const rewrite = new Function(`${pageFunctions(routes).request}; return handler;`)() as (event: {
    request: { uri: string };
  }) => { uri: string };
  return {
    folder,
    bundle,
    content: { ...content, procedures },
    /** Path of the file that the edge would give for this address. */
    fileOf: (uri: string): string => rewrite({ request: { uri } }).uri,
  };
}

export const typeOf = (file: string): string => types[extname(file)] ?? 'application/octet-stream';
/** As the edge sends it: what has its content in its name never changes. */
export const cachingOf = (file: string): string =>
  file.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
