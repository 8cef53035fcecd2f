import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Schemas that describe themselves, a twentieth of each bundle: one function publishes what they say, and is bundled
 * without this.
 */
export const leaveOutDescriptions: Plugin = {
  name: 'leave-out-descriptions',
  setup({ onLoad }) {
    onLoad({ filter: /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/ }, async ({ path }) => {
      const names = (await readFile(path, 'utf8')).matchAll(/^export (?:const|function) (\w+)/gm);
      const lacking =
        "() => { throw new Error('descriptions are not bundled: infra/making/plain-schemas.ts'); }";
      return {
        contents: [...names]
          // What makes a schema asks for two of them, which ask no further before they are called.
          .map(
            ([, name = '']) =>
              `export const ${name} = ${name.startsWith('create') ? '() => ' : ''}${lacking};`,
          )
          .join('\n'),
      };
    });
  },
};

const compiled = /^export const \$ZodObjectJIT =[\s\S]*?^\}\);$/m;
/**
 * A schema of zod writes a program for itself at its first use, and has it compiled: that pays after thousands of uses in
 * one process. Here each process starts for a few calls: objects are checked as they are described, the same answer.
 */
export const checkAsDescribed: Plugin = {
  name: 'check-as-described',
  setup({ onLoad }) {
    onLoad({ filter: /\/zod\/v4\/core\/schemas\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!compiled.test(source)) throw new Error('zod no longer compiles objects where this expects it');
      return { contents: source.replace(compiled, 'export const $ZodObjectJIT = $ZodObject;') };
    });
  },
};
