import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { repository } from './places.ts';

/**
 * Packages that stay packages beside the bundle: native code, WebAssembly or data files that they find by their own
 * place on disk.
 */
export const nativePackages = ['sharp', '@hyzyla/pdfium', 'zxing-wasm', 'pdfkit', 'tesseract.js'] as const;

const modules = join(repository, 'node_modules');
/** What the platform's package manager puts beside a package without naming it as a dependency. */
const platform: Record<string, readonly string[]> = {
  sharp: ['@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64'],
};
/** Data that a package reads and does not name: what our reader knows of French, and of how pages lie. */
const data: Record<string, readonly string[]> = {
  'tesseract.js': ['@tesseract.js-data/fra', '@tesseract.js-data/osd'],
};
/** Builds for browsers, sources, types and maps never run in a function. */
const unwanted: Record<string, RegExp> = {
  '@hyzyla/pdfium': /^dist\/(?!index\.esm\.js$|pdfium\.wasm$|vendor(\/|$)).+/,
  'zxing-wasm': /^dist\/(iife|miniprogram|cjs|full|writer|es\/(full|writer))(\/|$)/,
  pdfkit: /^(js\/(?!pdfkit\.node\.mjs$|(data|standard-fonts)(\/|$)).+|lib|docs|examples)/,
  sharp: /^(src|install)(\/|$)/,
  'tesseract.js': /^(dist|docs|examples|scripts)(\/|$)/,
  // Of its twelve builds, the two that Node 24 chooses: for reading, and for finding how a page lies.
  'tesseract.js-core': /^tesseract-core(?!-relaxedsimd(-lstm)?\.(js|wasm)$)/,
  '@tesseract.js-data/fra': /^4\.0\.0(\/|$)/,
  '@tesseract.js-data/osd': /^4\.0\.0_best_int(\/|$)/,
};
const neverRun = /\.(d\.[cm]?ts|map|md|markdown|flow)$|^(test|tests|__tests__|docs|examples|benchmark)(\/|$)/;

/** Copies a package and all it depends on into the `node_modules` of a bundle. */
export async function copyPackage(name: string, into: string, done = new Set<string>()): Promise<void> {
  if (done.has(name)) return;
  done.add(name);
  const from = join(modules, name);
  if (!existsSync(from)) {
    if (!platformPackage(name)) throw new Error(`${name} is not installed: run "npm ci"`);
    return;
  }
  await cp(from, join(into, name), {
    recursive: true,
    filter: (path) => {
      const inside = relative(from, path);
      return inside === '' || !(neverRun.test(inside) || unwanted[name]?.test(inside));
    },
  });
  const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  for (const one of [...Object.keys(dependencies), ...(platform[name] ?? []), ...(data[name] ?? [])])
    await copyPackage(one, into, done);
}

const platformPackage = (name: string) => Object.values(platform).some((names) => names.includes(name));
