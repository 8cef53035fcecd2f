import type { Plugin } from 'esbuild';
import { repository } from './places.ts';

/** Wraps the handler of every function, so that none can forget to say which request it worked for. */
export const follow: Plugin = {
  name: 'follow',
  setup({ onResolve, onLoad }) {
    const namespace = 'followed';
    onResolve({ filter: /\.lambda\.ts$/ }, ({ path, kind }) =>
      kind === 'entry-point' ? { path, namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `import { handler as inner } from './${path}';
import { followed } from './functions/operations/followed.adapter.ts';
export const handler = followed(inner);`,
      resolveDir: repository,
      loader: 'js',
    }));
  },
};
