import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './places.ts';

/** What decides what is built and synthesized. The local runtime reads the result and is no part of it. */
const sources = ['package-lock.json', 'tsconfig.json', 'functions', 'statemachines', 'web', 'infra'] as const;
const elsewhere = /^infra\/(local|collectivities)(\/|$)/;

/** One word for the content of everything the assembly of an authority is made from. */
export function fingerprint(slug: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...sources.flatMap(files), ...files(`infra/collectivities/${slug}`)])
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(repository, file)))
      .update('\0');
  return hash.digest('hex');
}

function files(path: string): string[] {
  const place = join(repository, path);
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [path];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(repository.length + 1))
    .filter((file) => path.startsWith('infra/collectivities') || !elsewhere.test(file))
    .sort();
}
