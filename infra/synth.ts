import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { ConfigurationError } from './collectivity/problem.ts';
import { alone } from './making/alone.ts';
import { fingerprint } from './making/inputs.ts';
import { madeAssembly } from './making/places.ts';

export type Synthesis = { readonly collectivity: string; readonly nag: boolean };

/**
 * Builds and synthesizes one authority, unless nothing changed since the last time.
 * @returns folder of the assembly (templates, assets, manifest)
 */
export async function synthesize({ collectivity, nag }: Synthesis): Promise<string> {
  const folder = madeAssembly(collectivity);
  const mark = join(folder, 'made-from');
  return alone(async () => {
    const inputs = `${fingerprint(collectivity)}${nag ? ' checked' : ''}`;
    if (existsSync(mark) && readFileSync(mark, 'utf8').startsWith(inputs)) return folder;
    rmSync(mark, { force: true });
    // Loaded only now: a start where nothing changed pays for neither CDK nor esbuild.
    const { build, createApp, loadCollectivity, check } = await tools();
    const loaded = loadCollectivity(collectivity);
    await build({ slugs: [collectivity], packages: 'found' });
    // CDK's own validation of the template takes up to ten seconds: `npm run synth` and the tests keep it.
    if (!nag) process.env.CDK_VALIDATION = 'false';
    const app = createApp([loaded], { outdir: folder });
    if (nag) check(app);
    app.synth();
    prune(folder);
    writeFileSync(mark, inputs);
    return folder;
  });
}

async function tools() {
  const [{ build }, { createApp }, load, { houseChecks }, { Validations }] = await Promise.all([
    import('./build.ts'),
    import('./app.ts'),
    import('./collectivity/load.ts'),
    import('./nag.ts'),
    import('aws-cdk-lib'),
  ]);
  const check = (app: App) => Validations.of(app).addPlugins(houseChecks(app));
  return { build, createApp, check, Validations, ...load };
}

const day = 86_400_000;
/** Forgets bundles of former syntheses; those of the last day may still be run by a product that was not restarted. */
function prune(folder: string): void {
  const names = readdirSync(folder);
  const listed = names
    .filter((name) => name.endsWith('.assets.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join();
  for (const name of names.filter((one) => one.startsWith('asset.') && !listed.includes(one)))
    if (Date.now() - statSync(join(folder, name)).mtimeMs > day)
      rmSync(join(folder, name), { recursive: true });
}

/** `npm run synth`: everything built, all authorities side by side, CDK's validation and cdk-nag on. */
async function main(): Promise<void> {
  const { build, createApp, loadCollectivities, check, Validations } = await tools();
  const collectivities = loadCollectivities();
  await alone(async () => {
    await build({ slugs: collectivities.map(({ slug }) => slug), packages: 'copied' });
    const app = createApp(collectivities, { outdir: madeAssembly('all') });
    check(app);
    const { otherPacks } = await import('./nag-packs.ts');
    Validations.of(app).addPlugins(...otherPacks(app));
    const { stacks, directory } = app.synth();
    const { broken } = await import('./rules/index.ts');
    const wrong = broken(stacks.map(({ stackName: name, template }) => ({ name, template })));
    if (wrong.length > 0) console.error(wrong.join('\n'));
    if (wrong.length > 0 || process.exitCode) {
      process.exitCode = 1;
      return;
    }
    console.log(
      `${stacks.length} stacks of ${collectivities.length} authorities in ${directory}, nothing to object to`,
    );
  });
}

if (import.meta.main)
  await main().catch((error) => {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
