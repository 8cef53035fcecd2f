import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const builtins = new Set(builtinModules);
/** Imported late, a module is a whole object of its properties: those that Node itself loads late are left out. */
const late = '?late';

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
      if (!builtins.has(name) || kind === 'entry-point') return;
      const namespace = kind === 'require-call' ? 'builtin-required' : 'builtin-imported';
      return { path: name, namespace, suffix: kind === 'dynamic-import' ? late : '', sideEffects: false };
    });
    onLoad({ filter: /.*/, namespace: 'builtin-required' }, ({ path }) => ({
      contents: `module.exports=process.getBuiltinModule('node:${path}');`,
    }));
    onLoad({ filter: /.*/, namespace: 'builtin-imported' }, ({ path, suffix }) => ({
      contents: moduleOf(path, suffix === late),
    }));
  },
};

/** Each name is read by a call marked pure, so that what nobody imports is neither kept nor read. */
function moduleOf(path: string, isLate: boolean): string {
  const names = Object.entries(Object.getOwnPropertyDescriptors(process.getBuiltinModule(path) ?? {}))
    .filter(([name, { get }]) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default' && !(get && isLate))
    .map(([name]) => name);
  return [
    `const whole=process.getBuiltinModule('node:${path}');export default whole;const read=name=>whole[name];`,
    ...names.map((name) => `const ${name}_=/* @__PURE__ */read('${name}');`),
    `export{${names.map((name) => `${name}_ as ${name}`)}};`,
  ].join('\n');
}
