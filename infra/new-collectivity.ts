import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { collectivitiesFolder, loadCollectivities } from './collectivity/load.ts';
import { writeFolder } from './collectivity/model.ts';
import { ConfigurationError } from './collectivity/problem.ts';

/**
 * Writes the folder of a new authority and checks it beside the others.
 * @returns what to tell the person who asked
 */
export function newCollectivity(slug: string, root = collectivitiesFolder): string {
  if (!/^[a-z][a-z0-9-]*$/.test(slug))
    throw new Error(
      'Say the name in small letters, digits and hyphens: npm run new-collectivity -- saint-martin',
    );
  if (existsSync(join(root, slug)))
    throw new Error(`infra/collectivities/${slug} is already there: change it, or choose another name`);
  const taken = existsSync(root) ? loadCollectivities(root).map(({ authority }) => authority.prefix) : [];
  const prefix = prefixOf(slug, taken);
  const folder = writeFolder(slug, prefix, root);
  loadCollectivities(root);
  return `${folder} is written and valid; references will begin with ${prefix}-.
Fill in what its README.md says, then: COLLECTIVITY=${slug} npm start`;
}

/** Initials, or what else of the name is free: it stands at the head of every reference and never changes. */
function prefixOf(slug: string, taken: readonly string[]): string {
  const letters = slug.replace(/[^a-z]/g, '').toUpperCase();
  const initials = slug
    .split('-')
    .map((word) => word.slice(0, 1))
    .join('')
    .replace(/[^a-z]/g, '')
    .toUpperCase();
  const pairs = [...letters].flatMap((one, at) => [...letters.slice(at + 1)].map((other) => one + other));
  const free = [initials.slice(0, 4), letters.slice(0, 2), letters.slice(0, 3), ...pairs].find(
    (one) => /^[A-Z]{2,4}$/.test(one) && !taken.includes(one),
  );
  if (!free) throw new Error(`No prefix is free for ${slug}: write the folder by hand and choose one`);
  return free;
}

if (import.meta.main)
  try {
    console.log(newCollectivity(process.argv[2] ?? ''));
  } catch (error) {
    if (!(error instanceof ConfigurationError) && (error as Error).constructor !== Error) throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  }
