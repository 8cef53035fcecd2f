import { globSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { builtinShim } from './builtin-shim.ts';
import { companionsOf } from './companions.ts';
import { follow } from './followed.ts';
import { copyPackage, nativePackages } from './native-packages.ts';
import { pastBarrels } from './past-barrels.ts';
import { made, madeFunctions, nativeList, repository } from './places.ts';
import { checkAsDescribed, leaveOutDescriptions } from './plain-schemas.ts';
import { leaveOutUnused } from './unused.ts';
import { answersPeople, weld } from './welded.ts';

/** `functions/requests/open.lambda.ts` → `requests-open`. */
const nameOf = (entry: string): string =>
  entry
    .replace(/^functions\//, '')
    .replace(/\.lambda\.ts$/, '')
    .replaceAll('/', '-');

/**
 * Bundles every function in one pass (the one that describes them apart), so that what they share is worked out once, then gives each a folder that holds
 * its entry, the chunks it reaches (welded for those whom people wait for), the native packages it imports and the files
 * it reads.
 * @param packages `copied` for a deployment; `found` leaves them in the repository's node_modules, where a bundle below
 * it finds them: 200 MB less to write at each start on one machine
 * @param artifacts files that functions read, made while esbuild works
 * @returns names of the bundles
 */
export async function bundleFunctions(
  packages: 'copied' | 'found',
  artifacts: Promise<void> = Promise.resolve(),
): Promise<string[]> {
  const entries = globSync('functions/**/*.lambda.ts', { cwd: repository }).sort();
  const fresh = join(made, `functions-${process.pid}`);
  const out = join(fresh, 'all');
  const [all, described] = await Promise.all([
    onePass(
      entries.filter((entry) => entry !== describing),
      out,
      [leaveOutDescriptions],
    ),
    onePass([describing], out),
  ]);
  const metafile: Metafile = {
    inputs: { ...all.inputs, ...described.inputs },
    outputs: { ...all.outputs, ...described.outputs },
  };
  await artifacts;
  const outputs = byName(metafile);
  const names = entries.map(nameOf);
  await Promise.all(names.map((name) => folderOf(fresh, name, outputs, packages)));
  await rm(join(fresh, 'all'), { recursive: true });
  await writeFile(join(made, 'functions.meta.json'), JSON.stringify(metafile));
  await replace(fresh, madeFunctions);
  return names;
}

/** Publishes the schemas of all: the one function that needs what they say of themselves. */
const describing = 'functions/settings/description.lambda.ts';

async function onePass(
  entries: readonly string[],
  outdir: string,
  more: readonly Plugin[] = [],
): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: repository,
    entryPoints: Object.fromEntries(entries.map((entry) => [nameOf(entry), entry])),
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    splitting: true,
    minify: true,
    treeShaking: true,
    legalComments: 'none',
    metafile: true,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunk-[hash]',
    external: [...nativePackages],
    plugins: [follow, builtinShim, leaveOutUnused, pastBarrels, checkAsDescribed, ...more],
    banner: {
      js: "const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return metafile;
}

type Output = Metafile['outputs'][string];
const byName = (metafile: Metafile): Map<string, Output> =>
  new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));

async function folderOf(
  fresh: string,
  name: string,
  outputs: Map<string, Output>,
  packages: 'copied' | 'found',
): Promise<void> {
  const folder = join(fresh, name);
  const entry = `${name}.mjs`;
  const reached = closure(entry, outputs);
  const parts = [...reached].flatMap((file) => outputs.get(file) ?? []);
  await mkdir(folder, { recursive: true });
  if (answersPeople(parts)) await weld(join(fresh, 'all', entry), folder);
  else
    await Promise.all(
      [...reached].map((file) =>
        cp(join(fresh, 'all', file), join(folder, file === entry ? 'index.mjs' : file)),
      ),
    );
  const native = new Set(parts.flatMap(({ imports }) => imports.flatMap(({ path }) => packageOf(path))));
  if (native.size > 0) await writeFile(join(folder, nativeList), JSON.stringify([...native].sort()));
  if (packages === 'copied') for (const one of native) await copyPackage(one, join(folder, 'node_modules'));
  const inputs = new Set(parts.flatMap((part) => Object.keys(part.inputs)));
  for (const { source, as } of companionsOf(inputs)) await cp(source, join(folder, as), { recursive: true });
}

/** Files that an output reaches by its imports, itself included. */
function closure(file: string, outputs: Map<string, Output>, reached = new Set<string>()): Set<string> {
  const output = outputs.get(file);
  if (!output || reached.has(file)) return reached;
  reached.add(file);
  for (const { path, external } of output.imports) if (!external) closure(basename(path), outputs, reached);
  return reached;
}

const packageOf = (path: string): string[] =>
  nativePackages.filter((one) => path === one || path.startsWith(`${one}/`));

/** Whoever reads the old folder keeps it until the new one stands in its place. */
async function replace(fresh: string, place: string): Promise<void> {
  const old = `${place}-old-${process.pid}`;
  await rename(place, old).catch(ignoreMissing);
  await rename(fresh, place);
  await rm(old, { recursive: true, force: true });
}
const ignoreMissing = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error;
};
