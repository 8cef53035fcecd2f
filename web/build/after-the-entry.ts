import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Loader, Plugin } from 'esbuild';

const loaders: Record<string, Loader> = { '.ts': 'ts', '.tsx': 'tsx', '.mjs': 'js' };

/**
 * What is fetched later arrives where `entry` runs already. Saying so keeps what both use in one file; the bundler would
 * otherwise cut one for every set of later files that shares something, thirty of them for some pages and functions.
 * @param entry absolute path of what runs first
 * @param filter paths of the files this is said of, among those imported late
 */
export const afterTheEntry = (entry: string, filter: RegExp): Plugin => ({
  name: 'after-the-entry',
  setup({ onResolve, onLoad }) {
    const fetched = new Set<string>();
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind === 'dynamic-import') fetched.add(join(resolveDir, path));
      return null;
    });
    onLoad({ filter }, async ({ path }) =>
      fetched.has(path)
        ? {
            contents: `${await readFile(path, 'utf8')}\nimport ${JSON.stringify(entry)};\n`,
            loader: loaders[extname(path)] ?? 'js',
          }
        : null,
    );
  },
});
