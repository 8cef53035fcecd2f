import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { repository } from './places.ts';

/** Where a name of a barrel really stands. */
type Place = { readonly file: string; readonly name: string };
const named = /^(import|export) \{([^}]*)\} from "([^"]+)";?$/gm;
const barrelOf = /^@(smithy|aws-sdk)\/core(?:\/([a-zA-Z-]+))?$/;
/** A barrel without what it passes on. */
const own = '?own';

/**
 * The AWS clients import their common parts by files that only pass on names ("barrels"). What is cut into chunks is cut by
 * files that are reached, and a barrel reaches all: whoever read a table would load what only the files of S3 need, XML and
 * streams, a sixth of each bundle. Names are asked of the files where they stand instead.
 */
export const pastBarrels: Plugin = {
  name: 'past-barrels',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?own$/ }, ({ path }) => ({
      path: path.slice(0, -own.length),
      suffix: own,
      sideEffects: false,
    }));
    onLoad(
      { filter: /\/node_modules\/@(smithy|aws-sdk)\/[^/]+\/dist-es\/.*\.js$/ },
      async ({ path, suffix }) => {
        const source = await readFile(path, 'utf8');
        if (suffix === own)
          return { contents: straight(path, source.replace(named, ownOnly)), resolveDir: dirname(path) };
        return { contents: straight(path, source), resolveDir: dirname(path) };
      },
    );
  },
};

const ownOnly = (statement: string, kind: string): string => (kind === 'export' ? '' : statement);

/** The same module, each of its named imports taken from where it stands. */
const straight = (path: string, source: string): string =>
  source.replace(named, (statement, kind: string, names: string, from: string) => {
    const barrel = barrelAt(path, from);
    if (!barrel) return statement;
    return listOf(names)
      .map(({ name, as }) => {
        const place = placeOf(barrel, name);
        return `${kind} { ${place.name} as ${as} } from ${JSON.stringify(place.file)};`;
      })
      .join('\n');
  });

const listOf = (names: string): { name: string; as: string }[] =>
  names
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [name = '', as = name] = one.split(/\s+as\s+/);
      return { name, as };
    });

const barrelAt = (path: string, from: string): string | undefined => {
  const found = barrelOf.exec(from);
  const inner = found?.[2] ? `submodules/${found[2]}/index.js` : 'index.js';
  if (found) return join(repository, 'node_modules', `@${found[1]}`, 'core/dist-es', inner);
  const file = from.startsWith('.') ? join(dirname(path), from, 'index.js') : '';
  return file && existsSync(file) ? file : undefined;
};

type Barrel = ReadonlyMap<string, { readonly from: string; readonly name: string }>;
const read = new Map<string, Barrel>();
/** The names that a barrel passes on; its own are not among them. */
const passedOn = (file: string): Barrel => {
  const known = read.get(file);
  if (known) return known;
  const names = new Map<string, { from: string; name: string }>();
  for (const [, kind, list = '', from = ''] of readFileSync(file, 'utf8').matchAll(named))
    if (kind === 'export') for (const { name, as } of listOf(list)) names.set(as, { from, name });
  read.set(file, names);
  return names;
};

const placeOf = (barrel: string, name: string): Place => {
  const passed = passedOn(barrel).get(name);
  if (!passed) return { file: `${barrel}${own}`, name };
  const next = barrelAt(barrel, passed.from);
  if (next) return placeOf(next, passed.name);
  return { file: fileAt(barrel, passed.from), name: passed.name };
};

const fileAt = (barrel: string, from: string): string => {
  const file = join(dirname(barrel), from);
  return from.startsWith('.') && existsSync(`${file}.js`) ? `${file}.js` : from;
};
