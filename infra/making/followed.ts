import type { Plugin } from 'esbuild';
import { repository } from './places.ts';

const wrapper = './functions/operations/followed.adapter.ts';
const guard = './functions/agents/edge-key.adapter.ts';
const take = (name: string, file: string): string => `import { ${name} } from ${JSON.stringify(file)};`;

/**
 * Wraps the handler of every function, so that none can forget to say which request it worked for, nor answer somebody
 * who calls the API beside CloudFront.
 */
export const follow: Plugin = {
  name: 'follow',
  setup({ onResolve, onLoad }) {
    const namespace = 'followed';
    onResolve({ filter: /\.lambda\.ts$/ }, ({ path, kind }) =>
      kind === 'entry-point' ? { path, namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: [
        take('handler as inner', `./${path}`),
        take('followed', wrapper),
        take('behindTheEdge', guard),
        'export const handler = followed(behindTheEdge(inner));',
      ].join('\n'),
      resolveDir: repository,
      loader: 'js',
    }));
  },
};
