import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** French needs nothing: its catalogues are those that the code names. */
export const otherLanguages = ['en', 'facile'] as const;
export type OtherLanguage = (typeof otherLanguages)[number];

/**
 * Takes the catalogue of another language where there is one. A phone carries the words of one language only, and no
 * component knows of it.
 */
export const inLanguage = (name: OtherLanguage): Plugin => ({
  name: 'in-language',
  setup({ onResolve }) {
    onResolve({ filter: /[-/.]fr\.ts$/ }, ({ path, resolveDir, importer }) => {
      const isTranslation = new RegExp(`[-/.]${name}\\.ts$`).test(importer);
      const file = join(resolveDir, path).replace(/fr\.ts$/, `${name}.ts`);
      return !isTranslation && /[\\/]messages[\\/]/.test(file) && existsSync(file) ? { path: file } : null;
    });
  },
});
