import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pageFunctions } from '../../infra/routes.ts';
import { readContent } from '../../web/build/sources.ts';
import { buildWeb, type Routes } from '../../web/build.ts';
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

let read: ReturnType<typeof readSite> | undefined;
/**
 * The site of the demonstration, with three procedures that ask every kind of question: what all tests in a browser look
 * at. Built when first asked for, then the same for all test files of a run; nobody writes in its folder.
 */
export const builtSite = (): ReturnType<typeof readSite> => {
  read ??= readSite();
  return read;
};

async function readSite() {
  const content = readContent('val-clair');
  const whole = { ...content, procedures: [...content.procedures, everyKind, otherKinds, closedForm] };
  const folder = join(process.env.PARVIS_SCRATCH ?? mkdtempSync(join(tmpdir(), 'parvis-tests-')), 'site');
  await once(`${folder}.made`, async () => {
    await buildWeb({ collectivity: 'val-clair', outDir: folder, ...whole });
  });
  const routes: Routes = JSON.parse(readFileSync(join(folder, 'routes.json'), 'utf8'));
  const rewrite = new Function(`${pageFunctions(routes).request}; return handler;`)() as (event: {
    request: { uri: string };
  }) => { uri: string };
  return {
    folder,
    content: whole,
    /** Path of the file that the edge would give for this address. */
    fileOf: (uri: string): string => rewrite({ request: { uri } }).uri,
  };
}

/** Done by the worker that comes first to `place`; the others wait until it is over, and fail as it does. */
async function once(place: string, make: () => Promise<void>): Promise<void> {
  const end = join(place, 'end');
  if (isFirst(place)) {
    const failure = await make().then(
      () => '',
      (error: Error) => error.stack ?? error.message,
    );
    writeFileSync(`${end}.part`, failure);
    renameSync(`${end}.part`, end);
  }
  while (!existsSync(end)) await pause(50);
  const failure = readFileSync(end, 'utf8');
  if (failure) throw new Error(failure);
}
const isFirst = (place: string): boolean => {
  try {
    mkdirSync(place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

export const typeOf = (file: string): string => types[extname(file)] ?? 'application/octet-stream';
/** As the edge sends it: what has its content in its name never changes. */
export const cachingOf = (file: string): string =>
  file.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
