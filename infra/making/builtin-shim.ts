import type { Plugin } from 'esbuild';

const names: Record<string, string> = {
  http: 'Agent,createServer,request,STATUS_CODES,IncomingMessage,ServerResponse,METHODS',
  https: 'Agent,createServer,request',
};

/**
 * `import 'node:http'` in a module touches every lazy property of it and so starts the whole fetch machinery: 35 ms of
 * CPU at each cold start on Node 24, against 5 ms this way. Every AWS client pays it.
 */
export const builtinShim: Plugin = {
  name: 'builtin-shim',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?https?$/ }, ({ path, kind }) =>
      kind === 'import-statement'
        ? { path: path.replace('node:', ''), namespace: 'builtin-shim', sideEffects: false }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'builtin-shim' }, ({ path }) => ({
      contents: `const m=process.getBuiltinModule('node:${path}');export default m;export const {${names[path]}}=m;`,
    }));
  },
};
