import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import { collectivitySlugs } from './collectivity/load.ts';
import { bundleFunctions } from './making/bundle.ts';
import { made, madeClassifier, madeWeb, repository } from './making/places.ts';
import { trainClassifier } from './train.ts';

/** What functions read beside their code, made from the sources: today the classifier. */
async function buildArtifacts(): Promise<void> {
  trainClassifier(madeClassifier);
}

/** Bundles made outside the repository look for packages above themselves too. */
async function linkPackages(): Promise<void> {
  if (made.startsWith(repository)) return;
  const link = join(made, 'node_modules');
  if (!existsSync(link)) await symlink(join(repository, 'node_modules'), link);
}

/** Loaded late: whoever only bundles functions needs no page. */
async function buildPages(slug: string): Promise<void> {
  const { buildWeb } = await import('../web/build.ts');
  await buildWeb({ collectivity: slug, outDir: madeWeb(slug) });
}

type What = { readonly slugs: readonly string[]; readonly packages: 'copied' | 'found' };
/** Builds functions with what they read, and the web applications of the authorities. `packages`: see making/bundle.ts. */
export async function build({ slugs, packages }: What): Promise<void> {
  await mkdir(made, { recursive: true });
  await linkPackages();
  await Promise.all([bundleFunctions(packages, immediate().then(buildArtifacts)), ...slugs.map(buildPages)]);
}

if (import.meta.main) {
  const started = performance.now();
  await build({ slugs: collectivitySlugs(), packages: 'copied' });
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s into ${made}`);
}
