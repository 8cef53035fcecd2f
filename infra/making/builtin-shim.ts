import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const builtins = new Set(builtinModules);

/**
 * Any import of `node:http`, the AWS clients' late one included, makes Node read every property of the module, lazy ones
 * too, and so load its whole fetch machinery: 35 ms of CPU at the first call on Node 24, against 4 ms for asking for the
 * module itself and reading what is used.
 */
export const builtinShim: Plugin = {
  name: 'builtin-shim',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?[a-z_/0-9]+$/ }, ({ path, kind }) => {
      const name = path.replace(/^node:/, '');
      return builtins.has(name) && kind !== 'entry-point'
        ? { path: name, namespace: 'builtin-shim', sideEffects: false }
        : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'builtin-shim' }, ({ path }) => ({
      contents: `module.exports=process.getBuiltinModule('node:${path}');`,
    }));
  },
};
