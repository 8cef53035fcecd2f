import { build, type Metafile } from 'esbuild';
import { afterTheEntry } from '../../web/build/after-the-entry.ts';
import { nativePackages } from './native-packages.ts';

/** Who imports this answers somebody who waits. */
const door = 'functions/shared/http.adapter.ts';

export const answersPeople = (parts: readonly Metafile['outputs'][string][]): boolean =>
  parts.some(({ inputs }) => door in inputs);

/**
 * One function's entry and chunks made again into as few files as its own late imports allow. Chunks shared by fifty
 * functions are small and many, and each costs a start the reading, compiling and linking of a module: 10 ms for thirty.
 */
export async function weld(entry: string, folder: string): Promise<void> {
  await build({
    entryPoints: { index: entry },
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    splitting: true,
    minify: true,
    legalComments: 'none',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunk-[hash]',
    external: [...nativePackages],
    plugins: [afterTheEntry(entry, /\.mjs$/)],
    logLevel: 'warning',
  });
}
